/** The notes behind an insight or an action, one press away. */

import { gettext, interpolate } from "../../i18n";
import type { NoteRecord } from "../../protocol";
import { useDesk } from "./desk";
import { writerOf } from "./signing";
import { noteCount } from "./words";

/** Quotes notes, with who wrote them or where they came from. */
export function Quotes({ ids }: { ids: readonly string[] }) {
  const { board } = useDesk();
  const notes = ids
    .map((id) => board.tables?.note.get(id))
    .filter((note): note is NoteRecord => note !== undefined);
  return (
    <ul class="quotes" role="list">
      {notes.map((note) => (
        <li key={note.id}>
          <blockquote class="note-quote" dir="auto">
            <p>{note.text}</p>
            <footer>
              {writerOf(note)}{" "}
              {board.place.noteUrl(note.id) && (
                <a href={board.place.noteUrl(note.id)}>{gettext("What became of it")}</a>
              )}
            </footer>
          </blockquote>
        </li>
      ))}
      <Attribution ids={ids} />
    </ul>
  );
}

function Attribution({ ids }: { ids: readonly string[] }) {
  const { board } = useDesk();
  const line = board.session.value?.attribution;
  const isImported = ids.some((id) => board.tables?.note.get(id)?.source_reference);
  return line && isImported ? <li class="attribution">{line}</li> : null;
}

/** Shows how many notes are behind something, and which when asked. */
export function Sources({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <details class="sources">
      <summary>{interpolate(gettext("From %(notes)s"), { notes: noteCount(ids.length) })}</summary>
      <Quotes ids={ids} />
    </details>
  );
}
