/** What is in a box when collecting ends: some seconds more to send it, and afterwards it is kept. */

import { useLayoutEffect, useRef } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { ColumnRecord } from "../../protocol";
import type { Board } from "./board";
import { copy } from "./copying";
import { useDesk } from "./desk";
import { useDraft } from "./forms";
import { useServerTime } from "./ticking";

/** Where what one types in a column is kept until it is sent. */
export function draftKey(board: Board, column: ColumnRecord): string {
  return `draft:${board.participantId}:${column.id}`;
}

/** How many seconds late notes are still taken; nothing while there is no hurry. */
export function LateHint({ until }: { until: number }) {
  const now = useServerTime(until > 0);
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return null;
  const words = ngettext(
    "Writing ends in %(count)d second. What you do not send stays here as a draft.",
    "Writing ends in %(count)d seconds. What you do not send stays here as a draft.",
    seconds,
  );
  return (
    <p class="composer__late" role="timer">
      {interpolate(words, { count: seconds })}
    </p>
  );
}

/** What one typed and did not send before collecting ended. */
export function KeptDraft({ column }: { column: ColumnRecord }) {
  const { board } = useDesk();
  const [text, , clear] = useDraft(draftKey(board, column));
  if (!text.trim()) return null;
  return (
    <section class="note note--kept" data-own aria-label={gettext("My draft")}>
      <p class="note__text" dir="auto">
        {text}
      </p>
      <p class="note__state">
        {gettext("Not sent. It comes back to its box when notes are collected again.")}
      </p>
      <p class="note__tools">
        <button class="link" type="button" onClick={() => void copy(text)}>
          {gettext("Copy text")}
        </button>
        <button class="link" type="button" onClick={clear}>
          {gettext("Throw away")}
        </button>
      </p>
    </section>
  );
}

/** When the box goes away under the focus, the focus stays in its column. */
export function useFocusAfterBox(hasBox: boolean): { current: HTMLElement | null } {
  const column = useRef<HTMLElement>(null);
  const had = useRef(hasBox);
  // Looked at while the box still stands: this is drawn anew, but not yet on the page.
  const active = document.activeElement;
  const isLeaving =
    had.current &&
    !hasBox &&
    active instanceof HTMLTextAreaElement &&
    column.current?.contains(active);
  useLayoutEffect(() => {
    had.current = hasBox;
    if (isLeaving) column.current?.focus({ preventScroll: true });
  });
  return column;
}
