/** The shapes in which notes and groups leave the server. Made by `manage.py export_types`; do not edit. */

/** Notes that belong together; a note is in one group at most. */
export interface GroupRecord {
  id: string;
  title: string;
  note_ids: string[];
  made_at: string;
}

/**
 * A note; `author_name` is empty without a name, and for input from outside with its reference.
 *
 * `attribution` says whether there is a name, and if not, `writer_group` may say where the writer
 * comes from. With `on_behalf` the author typed what somebody else said.
 *
 * One with a `withheld_reason` was taken off the board: its words and its writer are left out but
 * for those who run the session.
 */
export interface NoteRecord {
  id: string;
  column_id: string;
  text: string;
  author_id: string | null;
  author_name: string;
  attribution: string;
  writer_group: string;
  on_behalf: string;
  for_people: number;
  source_reference: string;
  table_id: string | null;
  withheld_reason: string;
  withheld_remark: string;
  added_at: string;
  version: number;
}
