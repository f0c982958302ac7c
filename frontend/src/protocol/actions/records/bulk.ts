/** The shape in which the answers to a step with many actions leave the server. Made by `manage.py export_types`; do not edit. */

/** What became of one action; `refusal` says why nothing did. */
export interface BulkAnswer {
  action_id: string;
  number: number;
  title: string;
  refusal: string;
}

/** A step with many actions, and what became of each; `undone_by` took it back. */
export interface BulkRecord {
  id: string;
  step: string;
  answers: BulkAnswer[];
  undoes: string | null;
  undone_by: string | null;
}
