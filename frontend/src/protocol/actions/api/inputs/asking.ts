/** What the API of asking others, joining and parting reads. Made by `manage.py export_types`; do not edit. */

/** What was answered. */
export interface AnswerInput {
  answer: string;
}

/** What is asked of a member or a forum, and by when an answer is needed. */
export interface EscalationInput {
  ask: string;
  answer_by: string;
  to_id?: string | null;
  forum?: string;
}

/** What shows how far it is, and where one can see it. */
export interface EvidenceInput {
  text: string;
  link?: string;
}

/** Who is asked to take it over, and why. */
export interface HandoverInput {
  to_id: string;
  reason: string;
}

/** Which action becomes part of this one, and why. */
export interface JoinActionsInput {
  taken_id: string;
  reason: string;
}

/** What becomes an action of its own. */
export interface PartInput {
  title: string;
  owner_id: string;
  due: string;
  done_test: string;
  if_cue?: string;
  first_step?: string;
  level?: string;
  strength?: string;
  horizon?: string;
  risk?: string;
}

/** Who helps, and who above answers for it. */
export interface PeopleInput {
  helper_ids: string[];
  sponsor_id?: string | null;
}

/** Who sees it; the public reads `plain_words` alone. */
export interface VisibilityInput {
  visibility: string;
  plain_words?: string;
}
