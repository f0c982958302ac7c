/** The shape in which an insight leaves the server. Made by `manage.py export_types`; do not edit. */

/** What the session learned from some of its notes, with its answer; drafts are shown to few. */
export interface InsightRecord {
  id: string;
  statement: string;
  plain_statement: string;
  dissent: string;
  level: string;
  is_beyond_a_theme: boolean;
  loop: string;
  components: string[];
  state: string;
  note_ids: string[];
  disposition: string;
  disposition_reason: string;
  question: string;
  escalated_to: string;
  answer_by: string | null;
  revisit_on: string | null;
  disposed_by_name: string;
  disposed_at: string | null;
  drafted_at: string;
  agreed_at: string | null;
  agreed_how: string;
  withdrawn_reason: string;
  version: number;
}
