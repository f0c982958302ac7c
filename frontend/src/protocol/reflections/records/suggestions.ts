/** The shapes in which suggestions and similar notes leave the server. Made by `manage.py export_types`; do not edit. */

/** A note that is like another or like what somebody looks for, and how near: 0 to 100. */
export interface SimilarRecord {
  note_id: string;
  percent: number;
}

/** Notes that may belong together, with a name from the words they share. */
export interface SuggestionRecord {
  title: string;
  note_ids: string[];
}
