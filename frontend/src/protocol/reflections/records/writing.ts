/** The shape in which it leaves the server who is at which form. Made by `manage.py export_types`; do not edit. */

/** One member at one form, about an insight or some notes. */
export interface WritingRecord {
  member_id: string;
  name: string;
  doing: string;
  about_ids: string[];
}
