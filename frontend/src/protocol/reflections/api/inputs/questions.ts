/** What the API of the learning agenda reads. Made by `manage.py export_types`; do not edit. */

/** Which session to come is for a question; none: it is not planned any more. */
export interface DeepDiveInput {
  session_id?: string | null;
}

/** Of which question this one becomes a part. */
export interface MergingInput {
  into_id: string;
}

/** What one thinks for now. */
export interface ProvisionalAnswerInput {
  text: string;
}

/** Another wording; `version` is the one that was read before. */
export interface QuestionChangeInput {
  text: string;
  order?: string;
  barrier?: string;
  ambition_link?: string;
  risk_for?: string;
  theme_ids?: string[];
  version: number;
}

/** What is asked and why, and in which session. */
export interface QuestionInput {
  text: string;
  order?: string;
  barrier?: string;
  ambition_link?: string;
  risk_for?: string;
  theme_ids?: string[];
  session_id?: string | null;
}

/** Why. */
export interface QuestionReasonInput {
  reason: string;
}

/** Which session talked about it. */
export interface TalkInput {
  session_id: string;
}
