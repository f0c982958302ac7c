/** What the feedback API reads. Made by `manage.py export_types`; do not edit. */

/** What contributors are told, or until when; `version` was read before, 0 for a new one. */
export interface FeedbackInput {
  insight_id?: string | null;
  answer?: string;
  text?: string;
  reason?: string;
  promised_by?: string | null;
  version?: number;
}
