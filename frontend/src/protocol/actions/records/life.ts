/** The shapes in which moved dates and looks at the effect leave the server. Made by `manage.py export_types`; do not edit. */

/**
 * What happened to an action beside its reports.
 *
 * `yes_heard_by` names who heard the owner's yes where she did not say it here herself, `asked_due`
 * is the date that waits for a yes, `end_reason` says why it was dropped, or finished without a look
 * at its effect. `is_shared`: other partnerships of the site read what was done and what came of it.
 * `asked_at` is when the owner was last asked how it goes.
 */
export interface ActionLife {
  yes_heard_by: string;
  due_change_count: number;
  asked_due: DueChangeRecord | null;
  review_on: string | null;
  last_review: ReviewRecord | null;
  end_reason: string;
  is_shared: boolean;
  asked_at: string | null;
}

/** Another date: asked for, agreed or refused; `refusal` says why not. */
export interface DueChangeRecord {
  id: string;
  before: string;
  after: string;
  reason: string;
  asked_by_name: string;
  is_agreed: boolean;
  refusal: string;
}

/**
 * What somebody saw who looked at the effect of an action, and where its lesson went.
 *
 * `insight_id` is what it became in the session `session_id`, `question_id` the learning question
 * that it left.
 */
export interface ReviewRecord {
  id: string;
  by_name: string;
  at: string;
  effect: string;
  evidence: string;
  lesson: string;
  next_step: string;
  insight_id: string | null;
  session_id: string | null;
  question_id: string | null;
}
