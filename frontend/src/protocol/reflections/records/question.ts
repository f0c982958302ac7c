/** The shape in which a learning question leaves the server. Made by `manage.py export_types`; do not edit. */

/** What somebody thinks for now. */
export interface AnswerRecord {
  id: string;
  text: string;
  by_name: string;
  at: string;
}

/** A question that a session looks at first, and whether the reader can say they talked of it. */
export interface OpenQuestion {
  question: QuestionRecord;
  may_note_talk: boolean;
}

/**
 * One learning question, what is thought of it for now, and how long it has been there.
 *
 * `is_persistent`: it has come back so often, or stayed for so long, that it deserves a session of
 * its own; `deep_dive_id` is that session, once it is planned.
 */
export interface QuestionRecord {
  id: string;
  number: number;
  text: string;
  language: string;
  order: string;
  barrier: string;
  ambition_link: string;
  risk_for: string;
  theme_ids: string[];
  state: string;
  is_persistent: boolean;
  opened_at: string;
  opened_in_id: string | null;
  opened_in_title: string;
  insight_id: string | null;
  answers: AnswerRecord[];
  talked_about_in: string[];
  last_talked_about: string | null;
  merged_into_id: string | null;
  deep_dive_id: string | null;
  deep_dive_title: string;
  version: number;
}
