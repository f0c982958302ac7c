/** Mounts the board on its element of the session page. */

import { render } from "preact";
import { live } from "../../sync/socket";
import { App } from "./app";
import { Board } from "./board";
import { DeskContext, deskFor } from "./desk";
import { placeOf } from "./place";

const element = document.getElementById("board");
if (element) {
  const board = new Board(placeOf(element), live);
  element.replaceChildren();
  render(
    <DeskContext.Provider value={deskFor(board)}>
      <App />
    </DeskContext.Provider>,
    element,
  );
  void board.start();
}
