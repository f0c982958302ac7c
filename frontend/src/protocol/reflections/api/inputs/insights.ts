/** What the insights API reads. Made by `manage.py export_types`; do not edit. */

/** How those present agreed; may stay empty. */
export interface AgreementInput {
  how?: string;
}

/** What becomes of an insight, and why; `version` is the one that was read before. */
export interface DispositionInput {
  disposition: string;
  version: number;
  reason?: string;
  question?: string;
  escalated_to?: string;
  answer_by?: string | null;
  revisit_on?: string | null;
}

/** An insight in words; `version` is the one that was read before, 0 for a new one. */
export interface InsightInput {
  statement: string;
  note_ids: string[];
  plain_statement?: string;
  dissent?: string;
  level?: string;
  loop?: string;
  components?: string[];
  version?: number;
}

/** Why an agreed insight is taken back. */
export interface WithdrawalInput {
  reason: string;
}
