/** Comforts of the action log: keys from row to row, choosing all, cards that can be dragged. */

const SWITCHED_OFF = "doorwerk-log-keys-off";
type Key = (row: HTMLElement | null) => void;

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("#log [data-row]")];
}

function picks(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("#log [data-row] input[name=action]")];
}

function rowWithFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
}

function goTo(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>("th a")?.focus();
}

function step(by: number): Key {
  return (row) => {
    const all = rows();
    goTo(row ? all[all.indexOf(row) + by] : all[0]);
  };
}

const KEYS: Record<string, Key> = {
  j: step(1),
  k: step(-1),
  x: (row) => row?.querySelector<HTMLInputElement>("input[name=action]")?.click(),
  "/": () => document.querySelector<HTMLInputElement>("[role=search] [type=search]")?.focus(),
};

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function useKeys(tools: HTMLElement, signal: AbortSignal): void {
  const choice = tools.querySelector<HTMLInputElement>("[data-use-keys]");
  if (!choice) return;
  choice.checked = localStorage.getItem(SWITCHED_OFF) === null;
  choice.addEventListener("change", () => {
    if (choice.checked) localStorage.removeItem(SWITCHED_OFF);
    else localStorage.setItem(SWITCHED_OFF, "yes");
  });
  const onKey = (event: KeyboardEvent): void => {
    if (!choice.checked || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act(rowWithFocus());
  };
  document.addEventListener("keydown", onKey, { signal });
}

function chooseAll(tools: HTMLElement): void {
  const all = tools.querySelector<HTMLInputElement>("[data-choose-all]");
  all?.addEventListener("change", () => {
    for (const pick of picks()) pick.checked = all.checked;
  });
}

function movesOf(card: HTMLElement): HTMLElement[] {
  return [...card.querySelectorAll<HTMLElement>("[data-move]")];
}

function columnAt(event: DragEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>("[data-state]") : null;
}

/** Dropping a card on a column does what its menu offers for that column, and nothing else. */
function dragCards(board: HTMLElement): void {
  let card: HTMLElement | null = null;
  const moveTo = (column: HTMLElement | null): HTMLElement | undefined =>
    card && column
      ? movesOf(card).find((move) => move.dataset["move"] === column.dataset["state"])
      : undefined;
  board.addEventListener("dragstart", (event) => {
    card =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
    for (const column of board.querySelectorAll<HTMLElement>("[data-state]")) {
      column.toggleAttribute("data-takes", moveTo(column) !== undefined);
    }
  });
  board.addEventListener("dragover", (event) => {
    if (moveTo(columnAt(event))) event.preventDefault();
  });
  board.addEventListener("drop", (event) => {
    const move = moveTo(columnAt(event));
    if (!move) return;
    event.preventDefault();
    move.click();
  });
  board.addEventListener("dragend", () => {
    card = null;
    for (const column of board.querySelectorAll("[data-takes]")) {
      column.removeAttribute("data-takes");
    }
  });
}

/** Begins on the pages of the log and does nothing elsewhere; returns how to stop. */
export function startLog(): () => void {
  const stop = new AbortController();
  const tools = document.getElementById("log-tools");
  if (tools) {
    tools.hidden = false;
    useKeys(tools, stop.signal);
    chooseAll(tools);
  }
  const board = document.querySelector<HTMLElement>(".log-board");
  if (board) dragCards(board);
  return () => stop.abort();
}
