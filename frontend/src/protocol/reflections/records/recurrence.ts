/** The shapes in which insights that come back leave the server. Made by `manage.py export_types`; do not edit. */

/** Two insights that are alike by their wording; whether they say the same is for people to say. */
export interface ProposedRecurrence {
  insight: SaidInsight;
  earlier: SaidInsight;
  percent: number;
}

/** Two insights that somebody compared: the later one says the earlier one again, or it does not. */
export interface RecurrenceRecord {
  id: string;
  insight: SaidInsight;
  earlier: SaidInsight;
  is_confirmed: boolean;
  at: string;
}

/** An agreed insight, and the session that said it. */
export interface SaidInsight {
  id: string;
  statement: string;
  language: string;
  session_id: string;
  session_title: string;
  agreed_at: string | null;
}
