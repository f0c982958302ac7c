/** What every page loads. */

import "./styles/main.css";
import { closeMenus, sendOnce, showErrors } from "./page";

closeMenus();
sendOnce();
showErrors();
