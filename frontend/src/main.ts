/** What every page loads. */

import "./styles/main.css";
import { askAgain, enterByFragment } from "./arriving";
import { markWhatIsOpened, startInbox } from "./inbox";
import { keepTyped } from "./keeping";
import { startLive } from "./live/page";
import { startLog } from "./log";
import { closeMenus, sendOnce, showErrors } from "./page";
import { live } from "./sync/socket";

closeMenus();
sendOnce();
showErrors();
enterByFragment();
askAgain();
startLive(live);
startLog();
startInbox(live);
markWhatIsOpened();
keepTyped();
