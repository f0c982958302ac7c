/** What every page loads. */

import "./styles/main.css";
import { startLive } from "./live/page";
import { closeMenus, sendOnce, showErrors } from "./page";
import { live } from "./sync/socket";

closeMenus();
sendOnce();
showErrors();
startLive(live);
