/** One column of the board: the box to write in, one's own notes, groups, and notes that stand alone. */

import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { gettext, interpolate } from "../../i18n";
import type { ColumnRecord, NoteRecord } from "../../protocol";
import { collectsIn, lateUntil } from "./collecting";
import { Composer } from "./composer";
import { KeptDraft, useFocusAfterBox } from "./drafts";
import { useDesk } from "./desk";
import { makeDropPlace } from "./dragging";
import { noteElementId } from "./focus";
import { GroupCard } from "./group";
import { outcomesOf, type PlacedColumn } from "./layout";
import { NoteCard } from "./note";
import { HiddenCount, OwnNotes } from "./ownNotes";
import { useTableTitles } from "./tables";
import { useServerTime } from "./ticking";
import { noteCount } from "./words";

function noteUnder(target: EventTarget | null): string {
  if (!(target instanceof Element)) return "";
  return target.closest<HTMLElement>("[data-note]")?.dataset["note"] ?? "";
}

function stepTo(key: string, at: number, length: number): number {
  const steps: Record<string, number> = {
    ArrowDown: Math.min(at + 1, length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: length - 1,
  };
  return steps[key] ?? -1;
}

interface ColumnProps {
  readonly placed: PlacedColumn;
  /** Whether groups and notes are the items of one list, in the outline. */
  readonly isOutline: boolean;
}

/** The notes of a column, through which the arrow keys go. */
export function Column({ placed, isOutline }: ColumnProps) {
  const { board } = useDesk();
  const { column } = placed;
  const until = lateUntil(board, column);
  const isLate = useServerTime(until > 0) < until;
  const isCollecting = (collectsIn(board, column) || isLate) && board.may("note.add");
  const element = useFocusAfterBox(isCollecting);
  return (
    <section
      class="column"
      id={`column-${column.id}`}
      ref={element}
      tabIndex={-1}
      aria-labelledby={`title-${column.id}`}
    >
      <h3 class="column__title" id={`title-${column.id}`}>
        <span dir="auto" lang={board.language}>
          {column.title}
        </span>{" "}
        {placed.count > 0 && <span class="count">{noteCount(placed.count)}</span>}
      </h3>
      {isCollecting && <Composer column={column} lateUntil={until} />}
      {!isCollecting && board.may("note.add") && <KeptDraft column={column} />}
      {!isCollecting && column.prompt && (
        <p class="column__prompt" dir="auto" lang={board.language}>
          {column.prompt}
        </p>
      )}
      <HiddenCount column={column} />
      <OwnNotes column={column} />
      <ColumnNotes placed={placed} isOutline={isOutline} />
    </section>
  );
}

function ColumnNotes({ placed, isOutline }: ColumnProps) {
  const actOn = useNoteKeys();
  const active = useSignal("");
  const element = useWayOut();
  const order = [...placed.groups.flatMap((group) => group.notes), ...placed.loose].map(
    (note) => note.id,
  );
  const tabStop = order.includes(active.value) ? active.value : (order[0] ?? "");
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = noteUnder(event.target);
    if (!id) return;
    const isOnNote = (event.target as Element).id === noteElementId(id);
    const next = stepTo(event.key, order.indexOf(id), order.length);
    if (event.key === "Escape") document.getElementById(noteElementId(id))?.focus();
    if (isOnNote && actOn(event.key, id)) event.preventDefault();
    if (!isOnNote || next < 0) return;
    event.preventDefault();
    document.getElementById(noteElementId(order[next] ?? ""))?.focus();
  };
  return (
    // The keys belong to the notes inside, each of which can have the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      class="column__notes"
      ref={element}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        active.value = noteUnder(event.target) || active.value;
      }}
    >
      {isOutline ? (
        <OutlineItems placed={placed} tabStop={tabStop} />
      ) : (
        <BoardItems placed={placed} tabStop={tabStop} />
      )}
      {order.length === 0 && <Nothing column={placed.column} />}
    </div>
  );
}

/** Says why there is nothing, unless one writes here now. */
function Nothing({ column }: { column: ColumnRecord }) {
  const { board } = useDesk();
  const phases = board.session.value?.phases ?? [];
  const own = phases.findIndex((phase) => phase.id === column.phase_id);
  const now = phases.findIndex((phase) => phase.id === board.phase?.id);
  if (collectsIn(board, column)) return null;
  if (own > now && board.isOpen) {
    const words = gettext("You can write here in the part “%(phase)s”.");
    return <p class="muted">{interpolate(words, { phase: phases[own]?.title ?? "" })}</p>;
  }
  return <p class="muted">{gettext("No notes here.")}</p>;
}

/** A note that is dropped beside the groups leaves its group. */
function useWayOut(): { current: HTMLDivElement | null } {
  const { board, acts } = useDesk();
  const element = useRef<HTMLDivElement>(null);
  const canGroup = board.mayNow("group.change");
  useEffect(() => {
    if (!canGroup || !element.current) return undefined;
    return makeDropPlace(element.current, (dragged) => acts.move([dragged], "out"));
  }, [canGroup, acts]);
  return element;
}

/** What Enter and Space do on a note that has the focus; says whether they did something. */
function useNoteKeys(): (key: string, noteId: string) => boolean {
  const { board, dialog } = useDesk();
  return (key, noteId) => {
    if (key === "Enter" && board.mayNow("group.change")) {
      dialog.value = { kind: "move", noteIds: [noteId] };
      return true;
    }
    if (key !== " " || !board.mayNow("insight.draft")) return false;
    board.select([noteId], !board.selected.value.has(noteId));
    return true;
  };
}

interface ItemsProps {
  readonly placed: PlacedColumn;
  readonly tabStop: string;
}

function BoardItems({ placed, tabStop }: ItemsProps) {
  return (
    <>
      {placed.groups.map((group) => (
        <GroupCard
          key={group.group.id}
          placed={group}
          columnId={placed.column.id}
          tabStop={tabStop}
        />
      ))}
      {placed.loose.length > 0 && (
        <ul class="notes notes--loose" role="list">
          {placed.loose.map((note) => (
            <li key={note.id}>
              <LooseNote note={note} tabStop={tabStop} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Groups and loose notes as one list; the notes of a group are a list in its item. */
function OutlineItems({ placed, tabStop }: ItemsProps) {
  if (placed.count === 0) return null;
  return (
    <ul class="outline__items" role="list">
      {placed.groups.map((group) => (
        <li key={group.group.id}>
          <GroupCard placed={group} columnId={placed.column.id} tabStop={tabStop} />
        </li>
      ))}
      {placed.loose.map((note) => (
        <li key={note.id}>
          <LooseNote note={note} tabStop={tabStop} />
        </li>
      ))}
    </ul>
  );
}

function LooseNote({ note, tabStop }: { note: NoteRecord; tabStop: string }) {
  const { board } = useDesk();
  const titleOfTable = useTableTitles();
  return (
    <NoteCard
      note={note}
      outcomes={outcomesOf(board.outcomes.value, note.id)}
      from=""
      table={titleOfTable(note.table_id)}
      isTabStop={tabStop === note.id}
      isSelected={board.selected.value.has(note.id)}
      isTopic
    />
  );
}
