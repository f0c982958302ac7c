/** The quiet line in the header: how fresh the page is, in words, and the button that holds updates back. */

import { gettext, interpolate, ngettext } from "../i18n";
import type { ConnectionState } from "./connection";

function words(state: ConnectionState): string {
  return {
    live: gettext("Live"),
    reconnecting: gettext("Reconnecting…"),
    polling: gettext("Checking every few seconds"),
  }[state];
}

/** Shows state and waiting news on the element of the page header, if the page has it. */
export class StateLine {
  private state: ConnectionState = "reconnecting";
  private waiting = 0;
  isPaused = false;

  constructor(
    private readonly element: HTMLElement | null,
    private readonly onResume: () => void,
  ) {
    if (!element) return;
    element.hidden = false;
    this.button()?.addEventListener("click", () => {
      if (this.isPaused) this.resume();
      else this.pause();
    });
    this.show();
  }

  /** Notes the state of the connection. */
  connectionIs(state: ConnectionState): void {
    this.state = state;
    this.show();
  }

  /** Counts one piece of news that is held back. */
  holdBack(): void {
    this.waiting += 1;
    this.show();
  }

  /** Ends a pause, because the person asks for it or acts on what she sees. */
  resume(): void {
    if (!this.isPaused) return;
    const hadNews = this.waiting > 0;
    this.isPaused = false;
    this.waiting = 0;
    this.show();
    if (hadNews) this.onResume();
  }

  private pause(): void {
    this.isPaused = true;
    this.show();
  }

  private button(): HTMLButtonElement | null | undefined {
    return this.element?.querySelector<HTMLButtonElement>("[data-live-pause]");
  }

  private show(): void {
    if (!this.element) return;
    this.element.dataset["state"] = this.isPaused ? "paused" : this.state;
    const line = this.element.querySelector("[data-live-words]");
    if (line) line.textContent = this.isPaused ? this.pausedWords() : words(this.state);
    const button = this.button();
    if (!button) return;
    button.textContent = this.isPaused ? gettext("Show updates") : gettext("Pause updates");
  }

  private pausedWords(): string {
    if (this.waiting === 0) return gettext("Paused");
    const text = ngettext(
      "Paused, %(count)d update waiting",
      "Paused, %(count)d updates waiting",
      this.waiting,
    );
    return interpolate(text, { count: this.waiting });
  }
}
