/** Grouping by tap and by keyboard: the menu of a note, what to do with selected notes, undo. */

import { useEffect, useRef, useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { NoteRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { useDesk } from "./desk";
import { Dialog, EndButtons } from "./dialog";
import { noteElementId } from "./focus";
import { groupName } from "./layout";
import { firstWords, noteCount, stepWords } from "./words";
import type { Target } from "./acts";

/** Lists the places that notes can go to. */
export function MoveMenu({
  noteIds,
  onClose,
}: {
  noteIds: readonly string[];
  onClose: () => void;
}) {
  const { board, acts } = useDesk();
  const [only] = noteIds;
  const note = noteIds.length === 1 ? board.tables?.note.get(only ?? "") : undefined;
  const own = noteIds.length === 1 ? board.groupOf.value.get(only ?? "") : undefined;
  const groups = board.columns.value.flatMap((column) => column.groups);
  const isGrouped = noteIds.some((id) => board.groupOf.value.has(id));
  const move = (target: Target): void => {
    onClose();
    void acts.move(noteIds, target).then((isMoved) => isMoved && board.select(noteIds, false));
  };
  return (
    <Dialog title={gettext("Move to…")} onClose={onClose}>
      <p class="item__title" dir="auto">
        {note ? firstWords(note.text) : noteCount(noteIds.length)}
      </p>
      <ul class="move-menu" role="list">
        <li>
          <button class="menu__item" type="button" onClick={() => move("new")}>
            {gettext("A new group")}
          </button>
        </li>
        {groups
          .filter(({ group }) => group.id !== own?.id)
          .map(({ group, notes }) => (
            <li key={group.id}>
              <button
                class="menu__item"
                type="button"
                dir="auto"
                onClick={() => move({ group: group.id })}
              >
                {groupName(group, notes)}
                <span class="count">{noteCount(notes.length)}</span>
              </button>
            </li>
          ))}
        {isGrouped && (
          <li>
            <button class="menu__item" type="button" onClick={() => move("out")}>
              {gettext("Out of its group")}
            </button>
          </li>
        )}
      </ul>
      {note && <SimilarNotes note={note} onChoose={(id) => move({ with: id })} />}
      <EndButtons onLeave={onClose} />
    </Dialog>
  );
}

interface SimilarProps {
  readonly note: NoteRecord;
  readonly onChoose: (noteId: string) => void;
}

/** Notes of similar wording, to put this one together with; they come when they are found. */
function SimilarNotes({ note, onChoose }: SimilarProps) {
  const { board, acts } = useDesk();
  const [ids, setIds] = useState<readonly string[]>([]);
  useEffect(() => {
    // Without an answer one moves the note as one did before.
    acts.similarNotes(note.id).then(
      (found) => setIds(found.map((one) => one.note_id)),
      () => undefined,
    );
  }, [acts, note.id]);
  const own = board.groupOf.value.get(note.id);
  const similar = ids.flatMap((id) => {
    const other = board.groupOf.value.get(id);
    return own && other === own ? [] : (board.tables?.note.get(id) ?? []);
  });
  if (similar.length === 0) return null;
  return (
    <>
      <h3>{gettext("Together with a similar note")}</h3>
      <ul class="move-menu" role="list">
        {similar.map((one) => (
          <li key={one.id}>
            <button class="menu__item" type="button" dir="auto" onClick={() => onChoose(one.id)}>
              {one.text}
              <span class="count">{board.groupOf.value.get(one.id)?.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What can be done with the selected notes; it stays in view. */
export function SelectionBar() {
  const { board, dialog } = useDesk();
  const ids = [...board.selected.value];
  useWayBack(ids[0] ?? "");
  if (ids.length === 0) return null;
  return (
    <section class="selection" aria-label={gettext("Selected notes")}>
      <p class="selection__count">
        {interpolate(gettext("Selected: %(notes)s"), { notes: noteCount(ids.length) })}
      </p>
      <p class="selection__buttons">
        <button
          class="ds-button"
          type="button"
          onClick={() => {
            dialog.value = { kind: "insight", id: newId(), noteIds: ids };
          }}
        >
          {gettext("Put into words")}
        </button>
        {board.may("group.change") && (
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            onClick={() => {
              dialog.value = { kind: "move", noteIds: ids };
            }}
          >
            {gettext("Move to…")}
          </button>
        )}
        {board.may("action.propose") && (
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            onClick={() => {
              dialog.value = { kind: "action", id: newId(), noteIds: ids };
            }}
          >
            {gettext("Turn into action")}
          </button>
        )}
        <button
          class="ds-button"
          data-variant="tertiary"
          type="button"
          onClick={() => board.select(ids, false)}
        >
          {gettext("Unselect")}
        </button>
      </p>
    </section>
  );
}

/** When the bar goes away under the focus, the focus goes back to the notes. */
function useWayBack(noteId: string): void {
  const last = useRef("");
  useEffect(() => {
    if (!noteId && last.current && document.activeElement === document.body) {
      document.getElementById(noteElementId(last.current))?.focus({ preventScroll: true });
    }
    last.current = noteId;
  }, [noteId]);
}

/** Takes back the last grouping step, whoever made it. */
export function UndoButton() {
  const { board, acts } = useDesk();
  const [last] = board.all("step").sort((one, other) => (one.made_at < other.made_at ? 1 : -1));
  if (!last) return null;
  return (
    <button
      class="ds-button"
      data-variant="tertiary"
      type="button"
      onClick={() => void acts.undo(last)}
    >
      {interpolate(gettext("Undo: %(step)s"), { step: stepWords(last) })}
    </button>
  );
}
