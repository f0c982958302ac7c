/** One's own notes that nobody else sees yet, with where each of them is: sent, waiting or refused. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { ColumnRecord, NoteRecord } from "../../protocol";
import type { OutboxNote } from "../../sync/outbox";
import type { Receipt } from "../../sync/receipts";
import type { Board } from "./board";
import { copy } from "./copying";
import { useDesk } from "./desk";
import { useFocusBack } from "./forms";
import { OwnNoteForm, SealedNoteForm } from "./ownNoteForms";
import { choiceWords, writerOf } from "./signing";
import { firstWords } from "./words";

/** One's own notes in a column, the newest first, with where each of them is. */
export function OwnNotes({ column }: { column: ColumnRecord }) {
  const { board } = useDesk();
  const mine = [...board.mine.value.values()].filter((note) => note.column_id === column.id);
  const sealed = sealedIn(column, board);
  const known = new Set([...board.mine.value.keys(), ...(board.tables?.note.keys() ?? [])]);
  const waiting = (board.outbox?.notes.value ?? []).filter(
    (note) => note.columnId === column.id && !known.has(note.id),
  );
  if (mine.length + sealed.length + waiting.length === 0) return null;
  return (
    <section class="own" aria-labelledby={`own-${column.id} title-${column.id}`}>
      <h4 class="own__title" id={`own-${column.id}`}>
        {gettext("Only I see these")}
      </h4>
      <ul class="notes" role="list">
        {waiting.toReversed().map((note) => (
          <li key={note.id}>
            <WaitingNote note={note} />
          </li>
        ))}
        {sealed.toReversed().map((receipt) => (
          <li key={receipt.id}>
            <SealedNote receipt={receipt} />
          </li>
        ))}
        {mine
          .sort((one, other) => (one.added_at < other.added_at ? 1 : -1))
          .map((note) => (
            <li key={note.id}>
              <OwnNote note={note} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Those without a name that were not on the board yet. */
function sealedIn(column: ColumnRecord, board: Board): readonly Receipt[] {
  const receipts = board.receipts?.all.value ?? [];
  return receipts.filter((one) => one.columnId === column.id && !one.wasShown);
}

function WaitingNote({ note }: { note: OutboxNote }) {
  const { board } = useDesk();
  const name = firstWords(note.text);
  return (
    <div class="note" data-own data-state={note.problem ? "failed" : "waiting"}>
      <p class="note__text" dir="auto">
        {note.text}
      </p>
      {!note.problem && <p class="note__state">{gettext("waiting to be sent")}</p>}
      {note.problem && (
        <>
          <p class="note__state" role="alert">
            {interpolate(gettext("not sent: %(reason)s"), { reason: note.problem })}
          </p>
          <p class="note__tools">
            <NoteButton
              text={gettext("Try again")}
              name={name}
              onClick={() => board.outbox?.retry(note.id)}
            />
            <NoteButton
              text={gettext("Copy text")}
              name={name}
              onClick={() => void copy(note.text)}
            />
            <NoteButton
              text={gettext("Remove")}
              name={name}
              onClick={() => board.outbox?.remove(note.id)}
            />
          </p>
        </>
      )}
    </div>
  );
}

interface NoteButtonProps {
  readonly text: string;
  readonly name: string;
  readonly button?: { current: HTMLButtonElement | null };
  readonly onClick: () => void;
}

function NoteButton({ text, name, button, onClick }: NoteButtonProps) {
  return (
    <button
      class="link"
      type="button"
      aria-label={`${text}: ${name}`}
      onClick={onClick}
      {...(button && { ref: button })}
    >
      {text}
    </button>
  );
}

interface SentProps {
  readonly text: string;
  /** How it will be shown. */
  readonly how: string;
  readonly columnId: string;
  readonly withdraw: () => Promise<boolean>;
  readonly form: (onDone: () => void) => ComponentChildren;
}

function SentNote({ text, how, columnId, withdraw, form }: SentProps) {
  const [isEditing, setEditing] = useState(false);
  const edit = useFocusBack(isEditing);
  if (isEditing) return <>{form(() => setEditing(false))}</>;
  const name = firstWords(text);
  const leave = (): void => void withdraw().then((isGone) => isGone && focusBox(columnId));
  return (
    <div class="note" data-own data-state="sent">
      <p class="note__text" dir="auto">
        {text}
      </p>
      <p class="note__tools">
        <span class="note__state">{gettext("sent")}</span>
        <span class="note__how">{how}</span>
        <NoteButton
          text={gettext("Edit")}
          name={name}
          button={edit}
          onClick={() => setEditing(true)}
        />
        <NoteButton text={gettext("Take back")} name={name} onClick={leave} />
      </p>
    </div>
  );
}

/** The note is gone, and its buttons with it: on with writing. */
function focusBox(columnId: string): void {
  document.querySelector<HTMLElement>(`#column-${CSS.escape(columnId)} textarea`)?.focus();
}

function OwnNote({ note }: { note: NoteRecord }) {
  const { acts } = useDesk();
  const isPlain = !note.on_behalf && note.for_people === 1;
  return (
    <SentNote
      text={note.text}
      how={isPlain ? gettext("with your name") : writerOf(note)}
      columnId={note.column_id}
      withdraw={() => acts.own.withdraw(note)}
      form={(onDone) => <OwnNoteForm note={note} onDone={onDone} />}
    />
  );
}

function SealedNote({ receipt }: { receipt: Receipt }) {
  const { acts } = useDesk();
  return (
    <SentNote
      text={receipt.text}
      how={choiceWords(receipt.attribution)}
      columnId={receipt.columnId}
      withdraw={() => acts.own.withdrawSealed(receipt)}
      form={(onDone) => <SealedNoteForm receipt={receipt} onDone={onDone} />}
    />
  );
}

/** How many notes of others wait to be shown, in words. */
export function HiddenCount({ column }: { column: ColumnRecord }) {
  const { board } = useDesk();
  const own = [...board.mine.value.values()].filter((note) => note.column_id === column.id).length;
  const count = Math.max(0, column.hidden_notes - own);
  const text = ngettext(
    "%(count)d note by somebody else, not shown yet",
    "%(count)d notes by others, not shown yet",
    count,
  );
  return count ? <p class="column__hidden">{interpolate(text, { count })}</p> : null;
}
