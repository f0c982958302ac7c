/** The shapes in which what is said about a topic leaves the server. Made by `manage.py export_types`; do not edit. */

/**
 * A short remark; one with a `withheld_reason` was taken off the board, as with a note.
 *
 * `group_title` is what the group was called when it was said, for one that has dissolved.
 */
export interface CommentRecord {
  id: string;
  about: string;
  topic_id: string;
  group_title: string;
  text: string;
  author_id: string | null;
  author_name: string;
  withheld_reason: string;
  withheld_remark: string;
  added_at: string;
  changeable_until: string;
  version: number;
}

/** What was taken down about a topic, whose id it has. */
export interface MinutesRecord {
  id: string;
  about: string;
  group_title: string;
  text: string;
  changed_by_name: string;
  changed_at: string;
  version: number;
}

/** That a topic, whose id it has, waits for later. */
export interface ParkedRecord {
  id: string;
  about: string;
  group_title: string;
  reason: string;
  by_name: string;
  parked_at: string;
}

/** How many reacted to a topic, whose id it has, and how. */
export interface ReactionsRecord {
  id: string;
  about: string;
  recognise: number;
  important: number;
  question: number;
}
