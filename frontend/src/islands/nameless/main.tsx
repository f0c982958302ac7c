/** Mounts on the page about one's own input what is known of notes without a name. */

import { render } from "preact";
import { NamelessInput } from "./app";

const element = document.getElementById("nameless");
if (element) render(<NamelessInput />, element);
