/** What the actions API reads: every field is named here, an unknown one is refused. Made by `manage.py export_types`; do not edit. */

/** Who does what, by when, how one can see that it is done, and what it comes from. */
export interface ActionInput {
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
  insight_id?: string | null;
  note_ids?: string[];
}

/** How an action goes. */
export interface CheckInInput {
  claim: string;
  text: string;
  channel?: string;
  confidence?: string;
  blocker?: string;
  next_step?: string;
  next_check_in?: string | null;
  barrier?: string;
  who_must_know?: string;
}

/** What came of it. */
export interface CompletionInput {
  outcome: string;
}

/** Why one says no. */
export interface DeclineInput {
  reason: string;
}

/** Another date, and why. */
export interface DueChangeInput {
  due: string;
  reason: string;
}

/**
 * What somebody saw who looked at the effect; `again_on` only where one cannot know yet.
 *
 * The lesson can go into a session that is to come, and leave a question for the learning agenda.
 */
export interface LookInput {
  effect: string;
  evidence: string;
  lesson?: string;
  again_on?: string | null;
  next_step?: string;
  session_id?: string | null;
  question?: string;
}

/** What is still missing; `check_in_id` is made by the caller. */
export interface NotYetInput {
  check_in_id: string;
  text: string;
}

/** Whom to ask instead. */
export interface OfferInput {
  owner_id: string;
}

/** Why. */
export interface ReasonInput {
  reason: string;
}
