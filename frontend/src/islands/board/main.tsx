/** Mounts the board on its element of the session page. */

import { render } from "preact";
import { signal } from "@preact/signals";
import { live } from "../../sync/socket";
import { Acts } from "./acts";
import { App } from "./app";
import { Board } from "./board";
import { OutcomeActs } from "./outcomeActs";
import { DeskContext, type Asked } from "./desk";
import { placeOf } from "./place";

const element = document.getElementById("board");
if (element) {
  const board = new Board(placeOf(element), live);
  const desk = {
    board,
    acts: new Acts(board),
    outcomes: new OutcomeActs(board),
    dialog: signal<Asked | null>(null),
    isSuggesting: signal(false),
  };
  element.replaceChildren();
  render(
    <DeskContext.Provider value={desk}>
      <App />
    </DeskContext.Provider>,
    element,
  );
  void board.start();
}
