/** Finding notes: by words in this browser, and by similar wording on the server. */

import { useEffect, useId, useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { NoteRecord } from "../../protocol";
import { useDesk } from "./desk";
import { noteElementId } from "./focus";
import { writerOf } from "./signing";

const WAIT = 500;
const SHORTEST = 3;
const MOST_SHOWN = 30;

/** A text as it is compared: small letters, no accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The notes that hold every word of a text. */
export function holding(notes: Iterable<NoteRecord>, text: string): NoteRecord[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return [...notes].filter((note) => {
    const own = plain(note.text);
    return words.every((word) => own.includes(word));
  });
}

/** The box, and what was found. */
export function Search() {
  const { board } = useDesk();
  const id = useId();
  const [text, setText] = useState("");
  const notes = board.tables?.note;
  const alike = useAlike(text);
  if (!notes || notes.size < 2) return null;
  const found = holding(notes.values(), text);
  const known = new Set(found.map((note) => note.id));
  const similar = alike.flatMap((one) => (known.has(one) ? [] : (notes.get(one) ?? [])));
  return (
    <search class="search">
      <div class="search__row">
        <label for={id}>{gettext("Find notes")}</label>
        <input
          id={id}
          class="ds-input"
          type="search"
          dir="auto"
          maxLength={300}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {text.trim() && (
        <>
          <Found title={foundWords(found.length)} notes={found} />
          {similar.length > 0 && <Found title={gettext("Similar wording")} notes={similar} />}
        </>
      )}
    </search>
  );
}

function foundWords(count: number): string {
  const text = ngettext(
    "%(count)d note with these words",
    "%(count)d notes with these words",
    count,
  );
  return interpolate(text, { count });
}

/** Notes of similar wording, asked for when somebody has stopped typing. */
function useAlike(text: string): readonly string[] {
  const { board, acts } = useDesk();
  const [alike, setAlike] = useState<readonly string[]>([]);
  useEffect(() => {
    setAlike([]);
    if (text.trim().length < SHORTEST) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      const count = holding(board.all("note"), text).length;
      announce(`${foundWords(count)}.`);
      // Without an answer what holds the words is found all the same.
      acts.notesLike(text).then(
        (found) => isGone || setAlike(found.map((one) => one.note_id)),
        () => undefined,
      );
    }, WAIT);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [text, acts, board]);
  return alike;
}

function Found({ title, notes }: { title: string; notes: readonly NoteRecord[] }) {
  return (
    <section class="search__found">
      <h3>{title}</h3>
      <ul class="search__notes" role="list">
        {notes.slice(0, MOST_SHOWN).map((note) => (
          <li key={note.id}>
            <FoundNote note={note} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FoundNote({ note }: { note: NoteRecord }) {
  const { board } = useDesk();
  const go = (event: Event): void => {
    event.preventDefault();
    const element = document.getElementById(noteElementId(note.id));
    element?.focus();
    element?.scrollIntoView({ block: "center" });
  };
  return (
    <p class="search__note">
      {board.mayNow("insight.draft") && (
        <label class="note__pick">
          <input
            type="checkbox"
            class="ds-input"
            checked={board.selected.value.has(note.id)}
            aria-label={interpolate(gettext("Select: %(note)s"), { note: note.text })}
            onChange={(event) => board.select([note.id], event.currentTarget.checked)}
          />
        </label>
      )}
      <span>
        <a class="link" href={`#${noteElementId(note.id)}`} dir="auto" onClick={go}>
          {note.text}
        </a>{" "}
        <span class="count">
          {[writerOf(note), board.groupOf.value.get(note.id)?.title].filter(Boolean).join(" · ")}
        </span>
      </span>
    </p>
  );
}
