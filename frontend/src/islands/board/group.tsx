/** A group of notes under a title. */

import { useEffect, useRef, useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { GroupRecord } from "../../protocol";
import { useDesk, type Asked } from "./desk";
import { makeDropPlace } from "./dragging";
import { useDraft, useFocusBack } from "./forms";
import { outcomesOf, type PlacedGroup } from "./layout";
import { NoteCard } from "./note";
import { useTableTitles } from "./tables";
import { TalkButton } from "./talk";
import { TopicVotes } from "./voting";
import { groupTitle, noteCount } from "./words";

interface GroupProps {
  readonly placed: PlacedGroup;
  readonly columnId: string;
  readonly tabStop: string;
}

/** Draws a group with its notes. */
export function GroupCard({ placed, columnId, tabStop }: GroupProps) {
  const { board, acts } = useDesk();
  const element = useRef<HTMLElement>(null);
  const { group, notes } = placed;
  const titleOfTable = useTableTitles();
  const canGroup = board.mayNow("group.change");
  useEffect(() => {
    if (!canGroup || !element.current) return undefined;
    return makeDropPlace(element.current, (dragged) => acts.move([dragged], { group: group.id }));
  }, [group.id, canGroup, acts]);
  return (
    <section class="group" ref={element} aria-labelledby={`group-${group.id}`}>
      <GroupHead group={group} ids={notes.map((note) => note.id)} canGroup={canGroup} />
      <ul class="notes" role="list">
        {notes.map((note) => (
          <li key={note.id}>
            <NoteCard
              note={note}
              outcomes={outcomesOf(board.outcomes.value, note.id)}
              from={note.column_id === columnId ? "" : columnTitle(board, note.column_id)}
              table={titleOfTable(note.table_id)}
              isTabStop={tabStop === note.id}
              isSelected={board.selected.value.has(note.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function columnTitle(board: ReturnType<typeof useDesk>["board"], id: string): string {
  return board.tables?.column.get(id)?.title ?? "";
}

interface HeadProps {
  readonly group: GroupRecord;
  readonly ids: readonly string[];
  readonly canGroup: boolean;
}

function GroupHead({ group, ids, canGroup }: HeadProps) {
  const [isNaming, setNaming] = useState(false);
  const name = useFocusBack(isNaming);
  if (isNaming) return <GroupNaming group={group} onDone={() => setNaming(false)} />;
  return (
    <div class="group__head">
      <h4 id={`group-${group.id}`}>
        <span dir="auto">{groupTitle(group.title)}</span>{" "}
        <span class="count">{noteCount(ids.length)}</span>
      </h4>
      {canGroup && (
        <GroupTools group={group} ids={ids} button={name} onName={() => setNaming(true)} />
      )}
      <TopicVotes topicId={group.id} name={groupTitle(group.title)} />
      <TalkButton topic={{ about: "group", id: group.id }} name={groupTitle(group.title)} />
    </div>
  );
}

interface ToolsProps {
  readonly group: GroupRecord;
  readonly ids: readonly string[];
  readonly button: { current: HTMLButtonElement | null };
  readonly onName: () => void;
}

function GroupTools({ group, ids, button, onName }: ToolsProps) {
  const { board } = useDesk();
  const isSelected = ids.every((id) => board.selected.value.has(id));
  const title = groupTitle(group.title);
  const naming = group.title ? gettext("Rename") : gettext("Give it a name");
  const selecting = isSelected ? gettext("Unselect all") : gettext("Select all");
  return (
    <p class="group__tools">
      <button
        class="link"
        type="button"
        ref={button}
        aria-label={`${naming}: ${title}`}
        onClick={onName}
      >
        {naming}
      </button>
      <button
        class="link"
        type="button"
        aria-label={`${selecting}: ${title}`}
        onClick={() => board.select(ids, !isSelected)}
      >
        {selecting}
      </button>
      <GroupLink text={gettext("Merge")} title={title} asked={{ kind: "merge", group }} />
      {ids.length > 1 && (
        <GroupLink text={gettext("Split")} title={title} asked={{ kind: "split", group }} />
      )}
    </p>
  );
}

interface LinkProps {
  readonly text: string;
  readonly title: string;
  readonly asked: Asked;
}

function GroupLink({ text, title, asked }: LinkProps) {
  const { dialog } = useDesk();
  return (
    <button
      class="link"
      type="button"
      aria-haspopup="dialog"
      aria-label={`${text}: ${title}`}
      onClick={() => {
        dialog.value = asked;
      }}
    >
      {text}
    </button>
  );
}

function GroupNaming({ group, onDone }: { group: GroupRecord; onDone: () => void }) {
  const { acts } = useDesk();
  const [title, setTitle, clear] = useDraft(`group:${group.id}`, group.title);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const leave = (): void => {
    clear();
    onDone();
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const isSame = !title.trim() || title === group.title;
    if (isSame || (await acts.rename(group.id, title))) leave();
  };
  return (
    <form class="group__naming" onSubmit={(event) => void save(event)}>
      <input
        class="ds-input"
        ref={box}
        dir="auto"
        maxLength={120}
        value={title}
        aria-label={interpolate(gettext("Name of the group: %(title)s"), {
          title: groupTitle(group.title),
        })}
        onInput={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") leave();
        }}
      />
      <button class="ds-button">{gettext("Save")}</button>
    </form>
  );
}
