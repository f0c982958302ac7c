/** The shape in which a decision leaves the server. Made by `manage.py export_types`; do not edit. */

/** One decision with its reasons and where it came from. */
export interface DecisionRecord {
  id: string;
  number: number;
  text: string;
  rationale: string;
  options: string;
  dissent: string;
  decided_by: string;
  decider_ids: string[];
  decider_names: string[];
  decided_on: string | null;
  review_on: string | null;
  state: string;
  replaces_id: string | null;
  replaced_by_id: string | null;
  session_id: string;
  session_title: string;
  insight_id: string | null;
  note_ids: string[];
  recorded_by_name: string;
  recorded_at: string;
  version: number;
}
