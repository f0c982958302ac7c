/** Keeps the keyboard focus with its note when notes move about. */

/** The id of a note's element. */
export function noteElementId(id: string): string {
  return `note-${id}`;
}

function noteUnder(element: Element | null): string {
  return element?.closest<HTMLElement>("[data-note]")?.dataset["note"] ?? "";
}

/** Where the focus was before the board changed. */
export class Focus {
  private before = "";

  /** Notes which note has the focus, just before the board changes. */
  remember(): void {
    this.before = noteUnder(document.activeElement);
  }

  /** Puts the focus back after the board changed, if the change took it away. */
  restore(): void {
    const id = this.before;
    this.before = "";
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (id && isLost) document.getElementById(noteElementId(id))?.focus({ preventScroll: true });
  }
}
