/** The shape in which feedback leaves the server. Made by `manage.py export_types`; do not edit. */

/** What contributors are told; before it is published most readers get its date alone. */
export interface FeedbackRecord {
  id: string;
  session_id: string;
  insight_id: string | null;
  answer: string;
  text: string;
  reason: string;
  promised_by: string | null;
  published_at: string | null;
  version: number;
  helpful: number;
  not_answered: number;
  remarks: string[];
}
