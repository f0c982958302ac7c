/** The shapes in which an advisor's notes and questions leave the server. Made by `manage.py export_types`; do not edit. */

/** A note of an advisor; `confidentiality` says who reads it. */
export interface AdvisorNoteRecord {
  id: string;
  action_id: string;
  by_id: string;
  by_name: string;
  at: string;
  text: string;
  confidentiality: string;
}

/** When the owner was last asked how it goes, by whom, and when she said something since. */
export interface AskRecord {
  by_name: string;
  at: string;
  answered_at: string | null;
}
