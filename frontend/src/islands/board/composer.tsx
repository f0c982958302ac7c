/** Writing notes: the box of a column, and one's own notes that nobody else sees yet. */

import { useEffect, useRef, useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { ColumnRecord, NoteRecord } from "../../protocol";
import { Refusal } from "../../sync/api";
import type { OutboxNote } from "../../sync/outbox";
import { copy } from "./copying";
import { useDesk } from "./desk";
import { draftKey, LateHint } from "./drafts";
import { Field, FormTrouble, useDraft, useFocusBack, useSubmit, type Trouble } from "./forms";
import { firstWords } from "./words";

const LONGEST_NOTE = 2000;
const SHOW_LENGTH_FROM = 1800;

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing;
}

/** The second half of a double click would send the box that the first half just emptied. */
function onceOnly(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}

function refusalOf(text: string): string {
  if (!text.trim()) return gettext("Please write something first.");
  if ([...text].length > LONGEST_NOTE) {
    return interpolate(gettext("This is too long: at most %(most)d characters fit."), {
      most: LONGEST_NOTE,
    });
  }
  return "";
}

/** The box in which one writes a note. */
export function Composer({ column, lateUntil }: { column: ColumnRecord; lateUntil: number }) {
  const { board } = useDesk();
  const [text, setText, clear] = useDraft(draftKey(board, column));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const length = [...text].length;
  const post = (): void => {
    const refusal = refusalOf(text);
    setTrouble(refusal ? { field: "text", text: refusal, error: null } : null);
    if (refusal) return;
    board.outbox?.add(column.id, text);
    clear();
    announce(gettext("Your note is on its way."));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isPlainEnter(event)) return;
    event.preventDefault();
    if (!event.repeat) post();
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    post();
  };
  return (
    <form class="composer" onSubmit={onSubmit} noValidate>
      <Field label={column.prompt || column.title} name="text" trouble={trouble}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            dir="auto"
            enterkeyhint="send"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <LateHint until={lateUntil} />
      <p class="composer__row">
        <button class="ds-button" type="submit" onClick={onceOnly}>
          {gettext("Add note")}
        </button>
        {length >= SHOW_LENGTH_FROM && (
          <span class="composer__hint">
            {interpolate(gettext("%(length)s of %(most)s characters"), {
              length,
              most: LONGEST_NOTE,
            })}
          </span>
        )}
      </p>
    </form>
  );
}

/** One's own notes in a column, the newest first, with where each of them is. */
export function OwnNotes({ column }: { column: ColumnRecord }) {
  const { board } = useDesk();
  const mine = [...board.mine.value.values()].filter((note) => note.column_id === column.id);
  const known = new Set([...board.mine.value.keys(), ...(board.tables?.note.keys() ?? [])]);
  const waiting = (board.outbox?.notes.value ?? []).filter(
    (note) => note.columnId === column.id && !known.has(note.id),
  );
  if (mine.length + waiting.length === 0) return null;
  return (
    <section class="own" aria-label={gettext("My notes that only I see")}>
      <h4 class="own__title">{gettext("Only I see these")}</h4>
      <ul class="notes" role="list">
        {waiting.toReversed().map((note) => (
          <li key={note.id}>
            <WaitingNote note={note} />
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

function OwnNote({ note }: { note: NoteRecord }) {
  const { acts } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const edit = useFocusBack(isEditing);
  if (isEditing) return <OwnNoteForm note={note} onDone={() => setEditing(false)} />;
  const name = firstWords(note.text);
  return (
    <div class="note" data-own data-state="sent">
      <p class="note__text" dir="auto">
        {note.text}
      </p>
      <p class="note__tools">
        <span class="note__state">{gettext("sent")}</span>
        <NoteButton
          text={gettext("Edit")}
          name={name}
          button={edit}
          onClick={() => setEditing(true)}
        />
        <NoteButton
          text={gettext("Take back")}
          name={name}
          onClick={() => void acts.withdraw(note).then((isGone) => isGone && focusBox(note))}
        />
      </p>
    </div>
  );
}

/** The note is gone, and its buttons with it: on with writing. */
function focusBox(note: NoteRecord): void {
  document.querySelector<HTMLElement>(`#column-${CSS.escape(note.column_id)} textarea`)?.focus();
}

function OwnNoteForm({ note, onDone }: { note: NoteRecord; onDone: () => void }) {
  const { acts } = useDesk();
  const [text, setText, clear] = useDraft(`edit:${note.id}`, note.text);
  const [base, setBase] = useState(note);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const leave = (): void => {
    clear();
    onDone();
  };
  const form = useSubmit(() => acts.revise(base, text), leave);
  const newer = newerIn(form.trouble);
  return (
    <form class="note" data-own onSubmit={form.submit} noValidate>
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      {newer && (
        <blockquote class="note-quote">
          <p dir="auto">{newer.text}</p>
          <footer>
            <button
              class="link"
              type="button"
              onClick={() => setBase({ ...base, version: newer.version })}
            >
              {gettext("Keep my text instead")}
            </button>
          </footer>
        </blockquote>
      )}
      <Field label={gettext("Change this note")} name="text" trouble={form.trouble}>
        {(control) => (
          <textarea
            {...control}
            dir="auto"
            value={text}
            ref={box}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <p class="buttons">
        <button class="ds-button" disabled={form.isBusy}>
          {gettext("Save")}
        </button>
        <button class="ds-button" data-variant="tertiary" type="button" onClick={leave}>
          {gettext("Leave as it was")}
        </button>
      </p>
    </form>
  );
}

interface Newer {
  readonly text: string;
  readonly version: number;
}

function newerIn(trouble: Trouble | null): Newer | null {
  if (!(trouble?.error instanceof Refusal)) return null;
  const { current } = trouble.error.problem as { current?: Newer };
  return current ?? null;
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
