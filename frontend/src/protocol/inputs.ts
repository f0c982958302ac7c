/** What the browser says by HTTP. Made by `manage.py export_types`; do not edit. */

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

/** A note, and who reads it. */
export interface AdvisorNoteInput {
  text: string;
  confidentiality: string;
}

/** How those present agreed; may stay empty. */
export interface AgreementInput {
  how?: string;
}

/** What was answered. */
export interface AnswerInput {
  answer: string;
}

/** What notes may say of their writers. */
export interface AttributionsInput {
  allowed: string[];
}

/** The secret of one's own ballot. */
export interface BallotInput {
  secret: string;
}

/** A step with many actions, and what it needs. */
export interface BulkInput {
  action_ids: string[];
  step: string;
  due?: string | null;
  reason?: string;
  level?: string;
  owner_id?: string | null;
}

/** Why a session does not take place. */
export interface CancellationInput {
  reason: string;
}

/** A dot for a topic: a group, or a note that is in none. The id of the dot is made by the caller. */
export interface CastInput {
  secret: string;
  dot_id: string;
  topic_id: string;
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

/** Another text for one's own comment; `version` is the one that was read before. */
export interface CommentChangeInput {
  text: string;
  version: number;
}

/** A comment on a topic. */
export interface CommentInput {
  about: string;
  topic_id: string;
  text: string;
}

/** What came of it. */
export interface CompletionInput {
  outcome: string;
}

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

/** Why one says no. */
export interface DeclineInput {
  reason: string;
}

/** Which session to come is for a question; none: it is not planned any more. */
export interface DeepDiveInput {
  session_id?: string | null;
}

/** What a session is about, when, where and how, and the version that it was changed from. */
export interface DetailsInput {
  title: string;
  starts_at: string;
  ends_at?: string | null;
  goal?: string;
  scope?: string;
  mode?: string;
  place?: string;
  meeting_link?: string;
  theme_ids?: string[];
  facilitator_id?: string | null;
  input_opens_on?: string | null;
  version: number;
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

/** Who may come in besides those who are in. */
export interface DoorInput {
  admits_guests: boolean;
  has_waiting_room: boolean;
  is_locked: boolean;
  capacity: number;
}

/** Another date, and why. */
export interface DueChangeInput {
  due: string;
  reason: string;
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

/** What was done and what came of it, in plain words without names. */
export interface ExampleInput {
  what: string;
  came_of_it: string;
  lesson?: string;
}

/** What contributors are told, or until when; `version` was read before, 0 for a new one. */
export interface FeedbackInput {
  insight_id?: string | null;
  answer?: string;
  text?: string;
  reason?: string;
  promised_by?: string | null;
  version?: number;
}

/** Notes to put into a group, which is made with this title if it is not there. */
export interface GroupInput {
  note_ids: string[];
  title?: string;
}

/** Another title for a group. */
export interface GroupTitleInput {
  title: string;
}

/** Who is asked to take it over, and why. */
export interface HandoverInput {
  to_id: string;
  reason: string;
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

/** Whether one comes, how, and what one needs. */
export interface InvitationReplyInput {
  answer: string;
  attendance?: string;
  access_needs?: string;
  language_needs?: string;
}

/** Who is asked to come. */
export interface InvitationsInput {
  member_ids: string[];
}

/** What a data item says from now on, and the version that it was changed from. */
export interface ItemChangeInput {
  title: string;
  explanation: string;
  source?: string;
  as_of?: string | null;
  link?: string;
  limits?: string;
  version: number;
}

/** What a data item says. */
export interface ItemInput {
  title: string;
  explanation: string;
  source?: string;
  as_of?: string | null;
  link?: string;
  limits?: string;
}

/** Which action becomes part of this one, and why. */
export interface JoinActionsInput {
  taken_id: string;
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

/** A member of the partnership. */
export interface MemberInput {
  member_id: string;
}

/** The group that the notes go to. */
export interface MergeInput {
  into_id: string;
}

/** Of which question this one becomes a part. */
export interface MergingInput {
  into_id: string;
}

/** The minutes of a topic; `version` is the one that was read before, 0 for the first. */
export interface MinutesInput {
  text: string;
  version: number;
}

/** How much longer; `ends_at` is the end that was read before. */
export interface MoreTimeInput {
  minutes: number;
  ends_at: string;
}

/** A part to add at the end. */
export interface NewPhaseInput {
  kind: string;
  title: string;
  minutes: number;
  prompt?: string;
}

/** What is still missing; `check_in_id` is made by the caller. */
export interface NotYetInput {
  check_in_id: string;
  text: string;
}

/** Some notes. */
export interface NotesInput {
  note_ids: string[];
}

/** Whom to ask instead. */
export interface OfferInput {
  owner_id: string;
}

/** Why a topic waits for later. */
export interface ParkingInput {
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

/** The phase to go to. */
export interface PhaseInput {
  phase_id: string;
}

/** All parts in their new order. */
export interface PhaseOrderInput {
  phase_ids: string[];
}

/** How a part is called, what people do in it, for how long; `version` is the one read before. */
export interface PhaseWordingInput {
  title: string;
  minutes: number;
  version: number;
  prompt?: string;
}

/** What one thinks for now. */
export interface ProvisionalAnswerInput {
  text: string;
}

/** Which action is to bring an answer closer. */
export interface QuestionActionInput {
  action_id: string;
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

/** Why. */
export interface ReasonInput {
  reason: string;
}

/** An insight to send up, and what the region should do. */
export interface RegionItemInput {
  insight_id: string;
  ask: string;
}

/** What one says of an action or a decision that is read back. */
export interface RemarkInput {
  verdict: string;
  action_id?: string | null;
  decision_id?: string | null;
  text?: string;
}

/** Why a finished session is opened once more. */
export interface ReopenInput {
  reason: string;
}

/** A reply to what was sent up; `version` is the one that was read before. */
export interface ReplyInput {
  reply: string;
  version: number;
}

/** How an action reads, and the version that it was changed from. */
export interface RewordingInput {
  title: string;
  done_test: string;
  version: number;
  if_cue?: string;
  first_step?: string;
  level?: string;
  strength?: string;
  horizon?: string;
  risk?: string;
  plan_goal?: string;
}

/** How many votes a topic got in the room. */
export interface RoomVotesInput {
  dots: number;
}

/** Through which actions a round goes, in which order. */
export interface RoundInput {
  action_ids: string[];
}

/** What is reported on an action of a round; `check_in_id` is made by the caller. */
export interface RoundReportInput {
  claim: string;
  text: string;
  channel?: string;
  confidence?: string;
  blocker?: string;
  next_step?: string;
  next_check_in?: string | null;
  barrier?: string;
  who_must_know?: string;
  check_in_id: string;
}

/** Conditions under a name. */
export interface SavedViewInput {
  name: string;
  wanted: WantedInput;
  layout?: string;
  is_shared?: boolean;
}

/** What somebody looks for; in a body, because addresses are written to logs. */
export interface SearchInput {
  text: string;
}

/** The table to sit at; without one in the plenary. */
export interface SeatInput {
  table_id: string | null;
}

/** The series that a session belongs to. */
export interface SeriesChoiceInput {
  series_id: string;
}

/** What a series is called, and how long it is from one session to the next. */
export interface SeriesInput {
  title: string;
  rhythm: string;
}

/**
 * The plan of a session; without a facilitator one leads it oneself.
 *
 * `template` is the name of a template; `opening` and `closing` leave its blocks out when false.
 */
export interface SessionInput {
  title: string;
  starts_at: string;
  ends_at?: string | null;
  goal?: string;
  scope?: string;
  mode?: string;
  place?: string;
  meeting_link?: string;
  theme_ids?: string[];
  facilitator_id?: string | null;
  input_opens_on?: string | null;
  template: string;
  language?: string;
  opening?: boolean;
  closing?: boolean;
}

/** A table to open. */
export interface TableInput {
  id: string;
  title: string;
}

/** The tables that a session splits up into. */
export interface TablesInput {
  tables: TableInput[];
}

/** The dot to take back. */
export interface TakeBackInput {
  secret: string;
  dot_id: string;
}

/** Which session talked about it. */
export interface TalkInput {
  session_id: string;
}

/** How long. */
export interface TimerInput {
  minutes: number;
}

/** A topic of the board. */
export interface TopicInput {
  about: string;
  topic_id: string;
}

/** The id of what takes the step back; made by the caller. */
export interface UndoInput {
  undo_id: string;
}

/** Who sees it; the public reads `plain_words` alone. */
export interface VisibilityInput {
  visibility: string;
  plain_words?: string;
}

/** How many dots each person has, and how many of them one topic takes. */
export interface VotingRulesInput {
  dots_each: number;
  dots_per_topic: number;
}

/** Conditions on the log. */
export interface WantedInput {
  state?: string;
  owner?: string | null;
  organisation?: string | null;
  theme?: string | null;
  level?: string;
  origin?: string;
  flag?: string;
  text?: string;
}

/** Why an agreed insight is taken back. */
export interface WithdrawalInput {
  reason: string;
}

/** Why something is taken off the board: a reason for everybody, a remark for the few. */
export interface WithholdingInput {
  reason: string;
  remark?: string;
}

/** The fields of an action, of which each may still be empty. */
export interface WordingInput {
  title?: string;
  owner_id?: string | null;
  due?: string | null;
  done_test?: string;
  if_cue?: string;
  first_step?: string;
  level?: string;
}

/** What somebody makes of an insight or of notes. */
export interface WritingInput {
  doing: string;
  about_ids: string[];
}
