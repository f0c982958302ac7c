/** What the server shows: the one shape of each thing, in answers and in frames. Made by `manage.py export_types`; do not edit. */

/**
 * What stands around an action.
 *
 * `lacks_mandate` says that the change is at a higher level than owner and sponsor can make it.
 * `merged_into` is the action that it became part of, `took_in` are those that became part of it;
 * `split_from` is the one that it was made a part of, `parts` are those that were made of it.
 */
export interface ActionCompany {
  helper_ids: string[];
  helper_names: string[];
  sponsor_id: string | null;
  sponsor_name: string;
  lacks_mandate: boolean;
  visibility: string;
  plain_words: string;
  plan_goals: string[];
  handover: HandoverRecord | null;
  escalation: EscalationRecord | null;
  evidence: EvidenceRecord[];
  merged_into: ActionTie | null;
  took_in: ActionTie[];
  split_from: ActionTie | null;
  parts: ActionTie[];
}

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

/** One action with where it came from, its last report, and what asks for attention today. */
export interface ActionRecord {
  id: string;
  number: number;
  title: string;
  sentence: string;
  if_cue: string;
  first_step: string;
  done_test: string;
  owner_id: string;
  owner_name: string;
  owner_organisation: string;
  due: string;
  original_due: string;
  level: string;
  strength: string;
  horizon: string;
  risk: string;
  state: string;
  flags: string[];
  session_id: string | null;
  session_title: string;
  imported: ImportedFrom | null;
  insight_ids: string[];
  note_ids: string[];
  question_ids: string[];
  version: number;
  decline_reason: string;
  outcome: string;
  life: ActionLife;
  company: ActionCompany;
  check_in_count: number;
  last_check_in: CheckInRecord | null;
}

/** Another action that it belongs with. */
export interface ActionTie {
  id: string;
  number: number;
  title: string;
}

/** A note with a name. With `on_behalf` somebody else said it, and `agreed` that it is written down. */
export interface AddNote {
  kind: "add";
  id: string;
  column_id: string;
  text: string;
  for_people?: number;
  on_behalf?: string;
  agreed?: boolean;
}

/** A note of an advisor; `confidentiality` says who reads it. */
export interface AdvisorNoteRecord {
  id: string;
  action_id: string;
  by_id: string;
  by_name: string;
  at: string;
  text: string;
  confidentiality: string;
}

/** What somebody thinks for now. */
export interface AnswerRecord {
  id: string;
  text: string;
  by_name: string;
  at: string;
}

/** When the owner was last asked how it goes, by whom, and when she said something since. */
export interface AskRecord {
  by_name: string;
  at: string;
  answered_at: string | null;
}

/**
 * One's own ballot: where its dots lie, and how many are left.
 *
 * Is it elsewhere? Then she began to vote in another browser, and goes on there.
 */
export interface BallotRecord {
  left: number;
  dots: DotRecord[];
  is_elsewhere: boolean;
}

/** One bar: how many of each series of its picture. */
export interface Bar {
  code: string;
  counts: number[];
}

/** A picture of bars; `series` names what each bar is made of. */
export interface Bars {
  code: string;
  series: string[];
  bars: Bar[];
}

/** All tables that the session split up into so far; `id` is that of the session. */
export interface BreakoutRecord {
  id: string;
  tables: TableRecord[];
}

/** What became of one action; `refusal` says why nothing did. */
export interface BulkAnswer {
  action_id: string;
  number: number;
  title: string;
  refusal: string;
}

/** A step with many actions, and what became of each; `undone_by` took it back. */
export interface BulkRecord {
  id: string;
  step: string;
  answers: BulkAnswer[];
  undoes: string | null;
  undone_by: string | null;
}

/** One report of how an action goes. */
export interface CheckInRecord {
  id: string;
  by_name: string;
  at: string;
  channel: string;
  claim: string;
  text: string;
  confidence: string;
  blocker: string;
  next_step: string;
  next_check_in: string | null;
  barrier: string;
  who_must_know: string;
}

/** All that is missing, what blocks first; and the day by which contributors usually hear. */
export interface ClosingCheck {
  items: ClosingItem[];
  usual_promise: string;
}

/**
 * One thing that is missing, as a sentence, and the record that one mends it at.
 *
 * `about` is the type of that record. What only warns does not keep the session from being finished.
 */
export interface ClosingItem {
  kind: string;
  is_blocking: boolean;
  sentence: string;
  about: string;
  id: string;
}

/** Somebody who runs a session beside its facilitator. */
export interface CoFacilitatorRecord {
  member_id: string;
  name: string;
}

/**
 * One place to put notes; `hidden_notes` counts those that are not revealed yet.
 *
 * It is open in the phase `phase_id`; without one in every phase that collects.
 */
export interface ColumnRecord {
  id: string;
  title: string;
  prompt: string;
  position: number;
  phase_id: string | null;
  kind: string;
  hidden_notes: number;
}

/**
 * A short remark; one with a `withheld_reason` was taken off the board, as with a note.
 *
 * `group_title` is what the group was called when it was said, for one that has dissolved.
 */
export interface CommentRecord {
  id: string;
  about: string;
  topic_id: string;
  group_title: string;
  text: string;
  author_id: string | null;
  author_name: string;
  withheld_reason: string;
  withheld_remark: string;
  added_at: string;
  changeable_until: string;
  version: number;
}

/** How a session goes: its phases, and the columns that are open in each that collects. */
export interface Course {
  phases: TemplatePhase[];
  columns?: TemplateColumn[];
}

/** One data item. */
export interface DataItemRecord {
  id: string;
  session_id: string;
  title: string;
  explanation: string;
  source: string;
  as_of: string | null;
  link: string;
  limits: string;
  added_by_name: string;
  version: number;
}

/** One decision with its reasons and where it came from. */
export interface DecisionRecord {
  id: string;
  number: number;
  text: string;
  rationale: string;
  options: string;
  dissent: string;
  decided_by: string;
  decider_ids: string[];
  decider_names: string[];
  decided_on: string | null;
  review_on: string | null;
  state: string;
  replaces_id: string | null;
  replaced_by_id: string | null;
  session_id: string;
  session_title: string;
  insight_id: string | null;
  note_ids: string[];
  recorded_by_name: string;
  recorded_at: string;
  version: number;
}

/**
 * How one gets into a session; only for whoever runs it. `id` is the id of the session.
 *
 * There is a `code` only while the session is open.
 */
export interface DoorRecord {
  id: string;
  key: string;
  code: string;
  admits_guests: boolean;
  has_waiting_room: boolean;
  is_locked: boolean;
  capacity: number;
}

/** A dot that lies on a topic. */
export interface DotRecord {
  id: string;
  topic_id: string;
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

/** One of the six things that a good action says. */
export interface Element {
  code: string;
  label: string;
  is_there: boolean;
}

/**
 * That there are notes without a name, `at_least` so many; `id` is the id of the session.
 *
 * Counted in steps, so that nobody can watch the number while she sees who types.
 */
export interface EnvelopeRecord {
  id: string;
  at_least: number;
}

/** Somebody above is asked, or a board or a meeting; `answer` is empty while it waits. */
export interface EscalationRecord {
  id: string;
  asked_name: string;
  ask: string;
  answer_by: string;
  answer: string;
  is_waiting: boolean;
}

/** Something that shows how far it is. */
export interface EvidenceRecord {
  id: string;
  by_name: string;
  at: string;
  text: string;
  link: string;
}

/** What somebody did and what came of it; `action_id` only for those who are in its partnership. */
export interface ExampleRecord {
  id: string;
  what: string;
  came_of_it: string;
  lesson: string;
  effect: string;
  level: string;
  strength: string;
  loop: string;
  components: string[];
  language: string;
  shared_in: string;
  action_id: string | null;
}

/** What contributors are told; before it is published most readers get its date alone. */
export interface FeedbackRecord {
  id: string;
  session_id: string;
  insight_id: string | null;
  answer: string;
  text: string;
  reason: string;
  promised_by: string | null;
  published_at: string | null;
  version: number;
  helpful: number;
  not_answered: number;
  remarks: string[];
}

/** One indicator. `is_withheld`: there are too few people behind it to say anything. */
export interface Figure {
  code: string;
  shares: Share[];
  medians: Median[];
  parts: Part[];
  is_withheld?: boolean;
}

/** Where notes, insights, actions or effects are counted together. */
export interface FlowPlace {
  code: string;
  n: number;
}

/** How many of one place went to another, each of them counted once. */
export interface FlowStream {
  source: string;
  target: string;
  n: number;
}

/** One action of one of her partnerships, and when its owner was last asked how it goes. */
export interface FollowUpLine {
  partnership_id: string;
  action: ActionRecord;
  asked: AskRecord | null;
}

/**
 * Some actions of all partnerships that somebody advises; `next` asks for those after them.
 *
 * `count` is how many there are on all pages together, `asking` how many of them ask for attention.
 */
export interface FollowUpPage {
  lines: FollowUpLine[];
  next: string;
  count: number;
  asking: number;
}

/** Notes that belong together; a note is in one group at most. */
export interface GroupRecord {
  id: string;
  title: string;
  note_ids: string[];
  made_at: string;
}

/** Somebody is asked to take the action over, and why. */
export interface HandoverRecord {
  id: string;
  to_id: string;
  to_name: string;
  reason: string;
}

/** An action by its title. */
export interface HinderedAction {
  id: string;
  title: string;
}

/** A partnership in which something hinders actions. */
export interface HinderedPlace {
  partnership_id: string;
  partnership_name: string;
  actions: HinderedAction[];
}

/** Something that could be said better, beside the `field` where one can mend it. */
export interface Hint {
  code: string;
  sentence: string;
  field: string;
}

/** How far an import is and what became of its rows. */
export interface ImportRecord {
  id: string;
  file_name: string;
  state: string;
  rows_total: number;
  rows_done: number;
  added: number;
  known: number;
  skipped: number;
}

/** What an action was brought in from: a spreadsheet or minutes by name, and the row or line. */
export interface ImportedFrom {
  kind: string;
  name: string;
  row: number;
}

/**
 * The figures of a partnership's sessions on a theme, in some months.
 *
 * `check_in_days` is the rhythm of reports that the bars of silence are counted in.
 * `drift` counts steps from an insight to an action: a line for each level of the insight, in it a
 * number for each level of the action, micro first.
 */
export interface IndicatorsRecord {
  theme_id: string | null;
  since: string | null;
  until: string | null;
  sessions: number;
  check_in_days: number;
  figures: Figure[];
  bars: Bars[];
  flow: WholeFlow;
  drift: number[][];
}

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

/** Who is asked and what she answered, for those who run the session and for herself. */
export interface InvitationRecord {
  id: string;
  session_id: string;
  member_id: string;
  name: string;
  organisation: string;
  answer: string;
  attendance: string;
  answered_at: string | null;
}

/**
 * Some actions of the log in order of attention; `next` asks for those after them, if any.
 *
 * `count` is how many there are on all pages together.
 */
export interface LogPage {
  actions: ActionRecord[];
  next: string;
  count: number;
}

/** Who the reader is here, and which of the permissions she has; guests have no `member_id`. */
export interface Me {
  member_id: string | null;
  participant_id: string | null;
  roles: string[];
  may: string[];
}

/** The middle of so many numbers of days; only from five on. */
export interface Median {
  code: string;
  count: number;
  days: number | null;
}

/** One current member; `email` is empty for those who may not read addresses. */
export interface MemberRecord {
  id: string;
  name: string;
  organisation: string;
  stakeholder_group: string;
  roles: string[];
  mandate_level: string;
  email: string;
}

/** What was taken down about a topic, whose id it has. */
export interface MinutesRecord {
  id: string;
  about: string;
  group_title: string;
  text: string;
  changed_by_name: string;
  changed_at: string;
  version: number;
}

/**
 * A note; `author_name` is empty without a name, and for input from outside with its reference.
 *
 * `attribution` says whether there is a name, and if not, `writer_group` may say where the writer
 * comes from. With `on_behalf` the author typed what somebody else said.
 *
 * One with a `withheld_reason` was taken off the board: its words and its writer are left out but
 * for those who run the session.
 */
export interface NoteRecord {
  id: string;
  column_id: string;
  text: string;
  author_id: string | null;
  author_name: string;
  attribution: string;
  writer_group: string;
  on_behalf: string;
  for_people: number;
  source_reference: string;
  table_id: string | null;
  withheld_reason: string;
  withheld_remark: string;
  added_at: string;
  version: number;
}

/**
 * What asks something of somebody: its title and dates, and where to go; nothing else of it.
 *
 * `day` is what it is about: when it is due, was due, or is promised; `asked_day` another date that
 * somebody asks for. `place_id` is the action, or the session of an answer or an invitation.
 */
export interface NoticeRecord {
  id: string;
  kind: string;
  partnership_id: string;
  partnership_name: string;
  slug: string;
  place_id: string;
  title: string;
  language: string;
  day: string;
  asked_day: string | null;
  made_at: string;
  is_read: boolean;
}

/** An action that is open, and what the reader can report of it: nothing when she may not. */
export interface OpenAction {
  action: ActionRecord;
  claims: string[];
}

/** An insight that waits for somebody: it was taken to a higher level, or parked. */
export interface OpenInsight {
  id: string;
  session_id: string;
  session_title: string;
  closed_on: string;
  language: string;
  statement: string;
  disposition: string;
  escalated_to: string;
  answer_by: string | null;
  revisit_on: string | null;
}

/** A question that a session looks at first, and whether the reader can say they talked of it. */
export interface OpenQuestion {
  question: QuestionRecord;
  may_note_talk: boolean;
}

/** That a topic, whose id it has, waits for later. */
export interface ParkedRecord {
  id: string;
  about: string;
  group_title: string;
  reason: string;
  by_name: string;
  parked_at: string;
}

/** How many of a figure are of one kind. */
export interface Part {
  code: string;
  n: number;
}

/**
 * Somebody who takes part; `member_id` is empty for guests, `state` is "joined" for most readers.
 *
 * Only whoever runs the session also reads of those who wait or were removed.
 */
export interface ParticipantRecord {
  id: string;
  member_id: string | null;
  name: string;
  organisation: string;
  group: string;
  roles: string[];
  is_observer: boolean;
  state: string;
  takes_minutes: boolean;
}

/** One partnership as one of its members sees it. */
export interface PartnershipRecord {
  id: string;
  slug: string;
  name: string;
  ambition: string;
  my_membership_id: string;
  my_roles: string[];
}

/** The same kind of hindrance in several partnerships of one advisor; `count` is of actions. */
export interface Pattern {
  barrier: string;
  count: number;
  places: HinderedPlace[];
}

/** One part of a session. */
export interface PhaseRecord {
  id: string;
  kind: string;
  title: string;
  prompt: string;
  minutes: number;
  output: string;
  block: string;
  grouping: string;
  reveal: string;
  attribution: string;
  version: number;
}

/** Where a stream is: numbers of different epochs cannot be compared. */
export interface Position {
  epoch: string;
  sequence: number;
}

/** How far the preparation of one session is, in numbers; the id is that of the session. */
export interface PreparationRecord {
  id: string;
  invited: number;
  coming: number;
  perhaps: number;
  not_coming: number;
  data_items: number;
}

/** The topic that every screen shows; `id` is that of the session. */
export interface PresentationRecord {
  id: string;
  about: string;
  topic_id: string;
  since: string;
}

/** Why a request was refused: a stable code and a sentence that says what to do next. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  field?: string;
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

/** How many reacted to a topic, whose id it has, and how. */
export interface ReactionsRecord {
  id: string;
  about: string;
  recognise: number;
  important: number;
  question: number;
}

/** How many are ready with the present phase; `id` is that of the session. */
export interface ReadinessRecord {
  id: string;
  phase_id: string;
  ready: number;
  people: number;
}

/** An insight that a theme sent up, what it asks of the region, and the reply if there is one. */
export interface RegionItemRecord {
  id: string;
  session_id: string;
  session_title: string;
  language: string;
  themes: string[];
  insight_id: string;
  statement: string;
  dissent: string;
  level: string;
  ask: string;
  sent_at: string;
  reply: string;
  replied_at: string | null;
  version: number;
}

/** What was said of an action or a decision when it was read back. */
export interface RemarkRecord {
  id: string;
  action_id: string | null;
  decision_id: string | null;
  verdict: string;
  text: string;
  by_name: string;
  at: string;
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

/** Another text for one's own note; `version` is the one that was read before. */
export interface ReviseNote {
  kind: "revise";
  id: string;
  text: string;
  version: number;
}

/** Another text for the note with that receipt. */
export interface ReviseSealedNote {
  kind: "revise_sealed";
  id: string;
  text: string;
  receipt: string;
}

/** What was entered for a topic, for people in the room. */
export interface RoomVotesRecord {
  topic_id: string;
  dots: number;
}

/** One action of a round; `claims` is what can be reported of it now, `report` what was. */
export interface RoundLine {
  action_id: string;
  title: string;
  partnership_id: string;
  partnership_name: string;
  claims: string[];
  report: CheckInRecord | null;
  is_passed_over: boolean;
}

/** A follow-up round with its actions in order, as far as she still advises their partnerships. */
export interface RoundRecord {
  id: string;
  started_at: string;
  finished_at: string | null;
  lines: RoundLine[];
  gave: RoundYield;
}

/** What a round gave: reports by claim, hindrances by kind, and who must know. */
export interface RoundYield {
  claims: Record<string, number>;
  barriers: Record<string, number>;
  to_tell: string[];
  passed_over: number;
  left: number;
}

/** Conditions on the log under a name; `wanted` holds those that narrow, as the log takes them. */
export interface SavedViewRecord {
  id: string;
  name: string;
  wanted: Record<string, string>;
  layout: string;
  is_shared: boolean;
  by_id: string;
}

/** A note without a name; the receipt, 256 random bits in hexadecimal, is kept by nobody but the writer. */
export interface SealNote {
  kind: "seal";
  id: string;
  column_id: string;
  text: string;
  attribution: "anonymous" | "role";
  receipt: string;
  for_people?: number;
}

/** One series, for those who plan; the key is what its link ends with. */
export interface SeriesRecord {
  id: string;
  title: string;
  rhythm: string;
  key: string;
}

/** A session with all that everybody in it can read, in the words in which it was written. */
export interface SessionExport {
  exported_at: string;
  session: SessionRecord;
  columns: ColumnRecord[];
  groups: GroupRecord[];
  notes: NoteRecord[];
  votes: TallyRecord[];
  insights: InsightRecord[];
  actions: ActionRecord[];
}

/**
 * A session as every member of its partnership may see it.
 *
 * Late notes of the phase `collected_phase_id`, which was left, are taken until `collecting_until`.
 * A note with a role only says where its writer comes from if `min_group` people come from there.
 */
export interface SessionRecord {
  id: string;
  title: string;
  goal: string;
  scope: string;
  mode: string;
  language: string;
  state: string;
  starts_at: string;
  ends_at: string;
  place: string;
  meeting_link: string;
  input_opens_on: string | null;
  theme_ids: string[];
  series_id: string | null;
  cancel_reason: string;
  version: number;
  facilitator_id: string;
  facilitator_name: string;
  co_facilitators: CoFacilitatorRecord[];
  current_phase_id: string | null;
  collected_phase_id: string | null;
  collecting_until: string | null;
  phases: PhaseRecord[];
  attribution: string;
  allowed_attributions: string[];
  min_group: number;
  dots_each: number;
  dots_per_topic: number;
  template: string;
  template_version: number;
  template_title: string;
  reopen_reason: string;
}

/** What a partnership decided for itself; the id is its own. */
export interface SettingsRecord {
  id: string;
  time_zone: string;
  input_days: number;
  needs_days: number;
  advisors_after_days: number;
  managers_after_days: number;
  expected_groups: Record<string, string[]>;
}

/** So many of so many; in percent only from five on. */
export interface Share {
  code: string;
  n: number;
  of: number;
  percent: number | null;
}

/** What one participant said with a press: where she is ready, how she reacted to which topic. */
export interface Signals {
  ready_in: string[];
  reactions: Record<string, string[]>;
}

/** A note that is like another or like what somebody looks for, and how near: 0 to 100. */
export interface SimilarRecord {
  note_id: string;
  percent: number;
}

/** One step of grouping that can be taken back, and how many notes it moved. */
export interface StepRecord {
  id: string;
  kind: string;
  notes: number;
  made_at: string;
}

/** Notes that may belong together, with a name from the words they share. */
export interface SuggestionRecord {
  title: string;
  note_ids: string[];
}

/** One table, and who sits at it while it is open. */
export interface TableRecord {
  id: string;
  title: string;
  is_open: boolean;
  participant_ids: string[];
}

/**
 * What a topic got, once voting is over; `id` is that of the group or of the note in none.
 *
 * `room` was entered for people without a device, and is not in `dots`.
 */
export interface TallyRecord {
  id: string;
  dots: number;
  room: number;
}

/** One place to put notes: a heading and the question that people answer. */
export interface TemplateColumn {
  title: string;
  prompt?: string;
  kind?: string;
}

/** One part of a session, and the columns that are open in it alone. */
export interface TemplatePhase {
  kind: string;
  title: string;
  minutes: number;
  prompt?: string;
  output?: string;
  grouping?: string;
  reveal?: string;
  attribution?: string;
  columns?: TemplateColumn[];
}

/**
 * A template in one language.
 *
 * `name` is the slug of a built-in one or the id of one of the partnership's own; a session
 * remembers it with the `version`.
 */
export interface TemplateRecord {
  title: string;
  summary: string;
  preparation: string;
  output: string;
  source: string;
  opening: string;
  closing: string;
  course: Course;
  name: string;
  version: number;
  state: string;
  language: string;
  made_from: string;
}

/** One theme. */
export interface ThemeRecord {
  id: string;
  title: string;
  plain_title: string;
  plan_goal_ref: string;
}

/** The time that the session gives itself. */
export interface TimerRecord {
  id: string;
  started_at: string;
  ends_at: string;
}

/** From notes to insights to actions to effects: four columns, and what went between them. */
export interface WholeFlow {
  columns: FlowPlace[][];
  streams: FlowStream[];
}

/** One's own note, to take it back. */
export interface WithdrawNote {
  kind: "withdraw";
  id: string;
}

/** The note with that receipt, to take it back. */
export interface WithdrawSealedNote {
  kind: "withdraw_sealed";
  id: string;
  receipt: string;
}

/** How an action reads so far: its six elements, hints, and itself as one sentence. */
export interface WordingRecord {
  elements: Element[];
  hints: Hint[];
  sentence: string;
}

/** One member at one form, about an insight or some notes. */
export interface WritingRecord {
  member_id: string;
  name: string;
  doing: string;
  about_ids: string[];
}
