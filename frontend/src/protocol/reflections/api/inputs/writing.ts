/** What the API reads of who is at which form. Made by `manage.py export_types`; do not edit. */

/** What somebody makes of an insight or of notes. */
export interface WritingInput {
  doing: string;
  about_ids: string[];
}
