/** What the decisions API reads. Made by `manage.py export_types`; do not edit. */

/** Another wording, or what was decided; `version` is the one that was read before. */
export interface DecisionChangeInput {
  text: string;
  rationale?: string;
  options?: string;
  dissent?: string;
  decided_by?: string;
  decider_ids?: string[];
  decided_on?: string | null;
  review_on?: string | null;
  replaces_id?: string | null;
  version: number;
}

/** When somebody looks again; `version` is the one that was read before. */
export interface DecisionConfirmationInput {
  version: number;
  review_on?: string | null;
}

/** What is to be decided or was decided, and what it comes from. */
export interface DecisionInput {
  text: string;
  rationale?: string;
  options?: string;
  dissent?: string;
  decided_by?: string;
  decider_ids?: string[];
  decided_on?: string | null;
  review_on?: string | null;
  replaces_id?: string | null;
  insight_id?: string | null;
  note_ids?: string[];
}
