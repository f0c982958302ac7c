/** The shapes in which a template of sessions, built in or a partnership's own, leaves the server. Made by `manage.py export_types`; do not edit. */

/** How a session goes: its phases, and the columns that are open in each that collects. */
export interface Course {
  phases: TemplatePhase[];
  columns?: TemplateColumn[];
}

/** One place to put notes: a heading and the question that people answer. */
export interface TemplateColumn {
  title: string;
  prompt?: string;
  kind?: string;
}

/** One part of a session, and the columns that are open in it alone. */
export interface TemplatePhase {
  kind: string;
  title: string;
  minutes: number;
  prompt?: string;
  output?: string;
  grouping?: string;
  reveal?: string;
  attribution?: string;
  columns?: TemplateColumn[];
}

/**
 * A template in one language.
 *
 * `name` is the slug of a built-in one or the id of one of the partnership's own; a session
 * remembers it with the `version`.
 */
export interface TemplateRecord {
  title: string;
  summary: string;
  preparation: string;
  output: string;
  source: string;
  opening: string;
  closing: string;
  course: Course;
  name: string;
  version: number;
  state: string;
  language: string;
  made_from: string;
}
