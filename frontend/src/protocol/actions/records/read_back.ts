/** The shape in which a remark at the read-back leaves the server. Made by `manage.py export_types`; do not edit. */

/** What was said of an action or a decision when it was read back. */
export interface RemarkRecord {
  id: string;
  action_id: string | null;
  decision_id: string | null;
  verdict: string;
  text: string;
  by_name: string;
  at: string;
}
