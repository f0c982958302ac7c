/** What the API of the end of a session reads. Made by `manage.py export_types`; do not edit. */

/** What one says of an action or a decision that is read back. */
export interface RemarkInput {
  verdict: string;
  action_id?: string | null;
  decision_id?: string | null;
  text?: string;
}

/** Why a finished session is opened once more. */
export interface ReopenInput {
  reason: string;
}
