/** What a browser knows of one stream, as a pure function of a snapshot and the news after it. */

import type { News, Put, Snapshot } from "../protocol";

export type Kind = keyof Put;
export type RecordOf<K extends Kind> = NonNullable<Put[K]>[string];
type Table<K extends Kind> = ReadonlyMap<string, RecordOf<K>>;
export type Tables = { readonly [K in Kind]: Table<K> };

export interface StreamState {
  readonly epoch: string;
  readonly sequence: number;
  readonly standing: string;
  readonly tables: Tables;
}

const EVERY_KIND: Record<Kind, true> = {
  session: true,
  column: true,
  participant: true,
  door: true,
  note: true,
  envelope: true,
  group: true,
  step: true,
  tally: true,
  insight: true,
  region_item: true,
  import: true,
  feedback: true,
  data_item: true,
  action: true,
  timer: true,
  presentation: true,
  readiness: true,
  breakout: true,
  comment: true,
  reaction: true,
  minutes: true,
  parked: true,
  decision: true,
  saved_view: true,
  remark: true,
  member: true,
  theme: true,
  template: true,
  settings: true,
  preparation: true,
  question: true,
  recurrence: true,
  notice: true,
};
const KINDS = Object.keys(EVERY_KIND) as Kind[];

/** Starts from a snapshot. */
export function fromSnapshot(snapshot: Snapshot): StreamState {
  const tables = Object.fromEntries(
    KINDS.map((kind) => [kind, new Map(Object.entries(snapshot.put[kind] ?? {}))]),
  );
  return {
    epoch: snapshot.epoch,
    sequence: snapshot.sequence,
    standing: snapshot.standing,
    tables: tables as unknown as Tables,
  };
}

/**
 * Applies news. Old news changes nothing and gives back the very same state; news of another epoch,
 * or that leaves a gap, gives `null`. Records and tables that did not change keep their identity.
 */
export function applied(state: StreamState, news: News): StreamState | null {
  if (news.epoch !== state.epoch || news.since > state.sequence) return null;
  if (news.sequence <= state.sequence) return state;
  const tables = Object.fromEntries(
    KINDS.map((kind) => [kind, nextTable(state.tables[kind], kind, news)]),
  );
  return { ...state, sequence: news.sequence, tables: tables as unknown as Tables };
}

function nextTable<K extends Kind>(table: Table<K>, kind: K, news: News): Table<K> {
  const put = Object.entries(news.put[kind] ?? {}) as [string, RecordOf<K>][];
  const isComplete = news.all.includes(kind);
  const drop = (news.drop[kind] ?? []).filter((id) => table.has(id));
  if (put.length === 0 && drop.length === 0 && !isComplete) return table;
  const next = new Map(isComplete ? [] : table);
  for (const id of drop) next.delete(id);
  for (const [id, record] of put) next.set(id, sameOrNew(table.get(id), record));
  return next;
}

function sameOrNew<Shape>(known: Shape | undefined, newer: Shape): Shape {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(newer) ? known : newer;
}
