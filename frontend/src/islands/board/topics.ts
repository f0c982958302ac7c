/** What one can talk about: a group, a note, an insight or an action, and what was said about it. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { CommentRecord, NoteRecord } from "../../protocol";
import type { Tables } from "../../sync/store";
import { groupName } from "./layout";
import { firstWords } from "./words";

export type About = "note" | "group" | "insight" | "action";

/** Which topic. */
export interface TopicRef {
  readonly about: About;
  readonly id: string;
}

/** A topic that stands on this board. */
export interface FoundTopic extends TopicRef {
  /** Its first words, or its title. */
  readonly name: string;
  readonly text: string;
  /** The notes that it is, or that it comes from. */
  readonly notes: readonly NoteRecord[];
}

function notesOf(tables: Tables, ids: readonly string[]): NoteRecord[] {
  return ids.flatMap((id) => tables.note.get(id) ?? []);
}

function nameOfNote(note: NoteRecord): string {
  return firstWords(note.text) || gettext("A note that was taken off the board");
}

/** Finds a topic on the board; what is gone, or not to be seen from here, is not found. */
export function findTopic(tables: Tables, { about, id }: TopicRef): FoundTopic | null {
  if (about === "note") {
    const note = tables.note.get(id);
    return note ? { about, id, name: nameOfNote(note), text: note.text, notes: [note] } : null;
  }
  if (about === "group") {
    const group = tables.group.get(id);
    if (!group) return null;
    const notes = notesOf(tables, group.note_ids);
    const name = groupName(group, notes);
    return { about, id, name, text: name, notes };
  }
  if (about === "insight") {
    const insight = tables.insight.get(id);
    if (!insight) return null;
    const notes = notesOf(tables, insight.note_ids);
    return { about, id, name: firstWords(insight.statement), text: insight.statement, notes };
  }
  const action = tables.action.get(id);
  if (!action) return null;
  const text = `${action.number}. ${action.title}`;
  return { about, id, name: firstWords(text), text, notes: notesOf(tables, action.note_ids) };
}

/** What is said about a topic, the oldest first. */
export function commentsOn(tables: Tables, topicId: string): readonly CommentRecord[] {
  return [...tables.comment.values()]
    .filter((comment) => comment.topic_id === topicId)
    .sort((one, other) => (one.added_at < other.added_at ? -1 : 1));
}

/** The three reactions, in words. */
export function reactions(): readonly (readonly [
  "recognise" | "important" | "question",
  string,
])[] {
  return [
    ["recognise", gettext("I recognise this")],
    ["important", gettext("Important")],
    ["question", gettext("I have a question")],
  ];
}

/** How much was said about each topic, in words; topics that nobody spoke of are left out. */
export function talkWords(tables: Tables): ReadonlyMap<string, string> {
  const comments = new Map<string, number>();
  for (const { topic_id: id } of tables.comment.values()) {
    comments.set(id, (comments.get(id) ?? 0) + 1);
  }
  const ids = new Set([...comments.keys(), ...tables.reaction.keys(), ...tables.parked.keys()]);
  for (const minutes of tables.minutes.values()) if (minutes.text) ids.add(minutes.id);
  return new Map([...ids].map((id) => [id, wordsFor(tables, id, comments.get(id) ?? 0)] as const));
}

function count(text: string, number: number): string {
  return interpolate(text, { count: number });
}

function wordsFor(tables: Tables, id: string, comments: number): string {
  const said = tables.reaction.get(id);
  const { recognise = 0, important = 0, question = 0 } = said ?? {};
  const parts: [number | boolean, string][] = [
    [comments, count(ngettext("%(count)d comment", "%(count)d comments", comments), comments)],
    [recognise, count(gettext("%(count)d recognise this"), recognise)],
    [important, count(gettext("%(count)d find it important"), important)],
    [question, count(ngettext("%(count)d question", "%(count)d questions", question), question)],
    [Boolean(tables.minutes.get(id)?.text), gettext("minutes")],
    [tables.parked.has(id), gettext("waits for later")],
  ];
  return parts
    .filter(([isThere]) => isThere)
    .map(([, words]) => words)
    .join(" · ");
}
