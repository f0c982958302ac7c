/** Which note stands where, and what became of it: worked out from the records, nothing stored. */

import type {
  ActionRecord,
  ColumnRecord,
  DecisionRecord,
  GroupRecord,
  InsightRecord,
  NoteRecord,
  TallyRecord,
} from "../../protocol";
import type { Tables } from "../../sync/store";
import { noteElementId } from "./focus";
import { firstWords, groupTitle } from "./words";

export interface PlacedGroup {
  readonly group: GroupRecord;
  readonly notes: readonly NoteRecord[];
}

export interface PlacedColumn {
  readonly column: ColumnRecord;
  readonly groups: readonly PlacedGroup[];
  readonly loose: readonly NoteRecord[];
  readonly count: number;
}

/** What is talked about and voted on: a group, or a note that is in none. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly elementId: string;
  readonly noteIds: readonly string[];
  /** What it got, once voting is over. */
  readonly tally: TallyRecord | undefined;
}

/** What became of one note. */
export interface Outcomes {
  readonly insights: readonly InsightRecord[];
  readonly actions: readonly ActionRecord[];
}

const NOTHING: Outcomes = { insights: [], actions: [] };

function byTime(one: NoteRecord, other: NoteRecord): number {
  if (one.added_at !== other.added_at) return one.added_at < other.added_at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/** Which group each grouped note is in. */
export function groupOfNotes(groups: Tables["group"]): ReadonlyMap<string, GroupRecord> {
  const pairs = [...groups.values()].flatMap((group) =>
    group.note_ids.map((id) => [id, group] as const),
  );
  return new Map(pairs);
}

/** Columns in order; a group stands where its oldest note was written, what got more votes first. */
export function placed(tables: Tables): readonly PlacedColumn[] {
  const groupOf = groupOfNotes(tables.group);
  const notes = [...tables.note.values()].sort(byTime);
  const members = collected(notes, (note) => groupOf.get(note.id)?.id ?? "");
  const loose = collected(members.get("") ?? [], (note) => note.column_id);
  const groups = [...tables.group.values()]
    .map((group) => ({ group, notes: members.get(group.id) ?? [] }))
    .filter((one) => one.notes.length > 0)
    .sort((one, other) => (one.group.made_at < other.group.made_at ? -1 : 1))
    .sort((one, other) => votesOf(tables, other.group.id) - votesOf(tables, one.group.id));
  loose.forEach((some) =>
    some.sort((one, other) => votesOf(tables, other.id) - votesOf(tables, one.id)),
  );
  const homes = collected(groups, (one) => one.notes[0]?.column_id ?? "");
  return columnsInOrder(tables).map((column) => {
    const inside = homes.get(column.id) ?? [];
    const alone = loose.get(column.id) ?? [];
    const count = inside.reduce((sum, one) => sum + one.notes.length, alone.length);
    return { column, groups: inside, loose: alone, count };
  });
}

/** Everything that can be talked about, what got most votes first, then as it stands on the board. */
export function topicsInOrder(tables: Tables): readonly Topic[] {
  const topics = placed(tables).flatMap(({ groups, loose }) =>
    groups
      .map(({ group, notes }) => groupTopic(tables, group, notes))
      .concat(loose.map((note) => noteTopic(tables, note))),
  );
  return topics.sort((one, other) => votesOf(tables, other.id) - votesOf(tables, one.id));
}

/** The name of a group, or the first words in it. */
export function groupName(group: GroupRecord, notes: readonly NoteRecord[]): string {
  return group.title || firstWords(notes[0]?.text ?? groupTitle(""));
}

function groupTopic(tables: Tables, group: GroupRecord, notes: readonly NoteRecord[]): Topic {
  return {
    id: group.id,
    name: groupName(group, notes),
    elementId: `group-${group.id}`,
    noteIds: notes.map((note) => note.id),
    tally: tables.tally.get(group.id),
  };
}

function noteTopic(tables: Tables, note: NoteRecord): Topic {
  return {
    id: note.id,
    name: firstWords(note.text),
    elementId: noteElementId(note.id),
    noteIds: [note.id],
    tally: tables.tally.get(note.id),
  };
}

function votesOf(tables: Tables, topicId: string): number {
  const tally = tables.tally.get(topicId);
  return tally ? tally.dots + tally.room : 0;
}

/** The columns from first to last. */
export function columnsInOrder(tables: Tables): readonly ColumnRecord[] {
  return [...tables.column.values()].sort((one, other) => one.position - other.position);
}

/** Insights, the oldest first. */
export function insightsInOrder(tables: Tables): readonly InsightRecord[] {
  return [...tables.insight.values()].sort((one, other) =>
    one.drafted_at < other.drafted_at ? -1 : 1,
  );
}

/** Actions, the newest number first. */
export function actionsInOrder(tables: Tables): readonly ActionRecord[] {
  return [...tables.action.values()].sort((one, other) => other.number - one.number);
}

/** Decisions, the newest number first. */
export function decisionsInOrder(tables: Tables): readonly DecisionRecord[] {
  return [...tables.decision.values()].sort((one, other) => other.number - one.number);
}

/** What became of each note; a note whose outcomes did not change keeps the same object. */
export function outcomesOfNotes(
  tables: Tables,
  before: ReadonlyMap<string, Outcomes>,
): ReadonlyMap<string, Outcomes> {
  const standing = insightsInOrder(tables).filter((one) => one.state !== "withdrawn");
  const insights = pointing(standing);
  const actions = pointing(actionsInOrder(tables));
  const touched = new Set([...insights.keys(), ...actions.keys()]);
  return new Map(
    [...touched].map((id) => {
      const now = { insights: insights.get(id) ?? [], actions: actions.get(id) ?? [] };
      const old = before.get(id) ?? NOTHING;
      const isSame = same(old.insights, now.insights) && same(old.actions, now.actions);
      return [id, isSame ? old : now] as const;
    }),
  );
}

/** What became of one note. */
export function outcomesOf(all: ReadonlyMap<string, Outcomes>, id: string): Outcomes {
  return all.get(id) ?? NOTHING;
}

function collected<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, Item[]> {
  const lists = new Map<string, Item[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return lists;
}

function pointing<Source extends { note_ids: readonly string[] }>(
  sources: readonly Source[],
): Map<string, Source[]> {
  const lists = new Map<string, Source[]>();
  for (const source of sources) {
    for (const id of source.note_ids) lists.set(id, [...(lists.get(id) ?? []), source]);
  }
  return lists;
}

function same(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
