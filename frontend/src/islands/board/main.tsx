import { render } from "preact";

/** Mounts the board on its element of the session page. */
const place = document.getElementById("board");
if (place) render(<div class="board" />, place);
