/** One line for each type of record on each kind of stream: the only way any of them gets out. Made by `manage.py export_types`; do not edit. */

import type { ActionRecord } from "../actions/records/action";
import type { DecisionRecord } from "../actions/records/decision";
import type { RemarkRecord } from "../actions/records/read_back";
import type { SavedViewRecord } from "../actions/records/saved_view";
import type { MemberRecord, SettingsRecord, ThemeRecord } from "../partnerships/records";
import type { CommentRecord, MinutesRecord, ParkedRecord, ReactionsRecord } from "../reflections/records/discussion";
import type { EnvelopeRecord } from "../reflections/records/envelope";
import type { BreakoutRecord, PresentationRecord, ReadinessRecord, TimerRecord } from "../reflections/records/facilitating";
import type { FeedbackRecord } from "../reflections/records/feedback";
import type { StepRecord } from "../reflections/records/grouping";
import type { ImportRecord } from "../reflections/records/imports";
import type { InsightRecord } from "../reflections/records/insight";
import type { GroupRecord, NoteRecord } from "../reflections/records/note";
import type { DoorRecord, ParticipantRecord } from "../reflections/records/participant";
import type { DataItemRecord, PreparationRecord } from "../reflections/records/preparation";
import type { QuestionRecord } from "../reflections/records/question";
import type { RegionItemRecord } from "../reflections/records/region_item";
import type { ColumnRecord, SessionRecord } from "../reflections/records/session";
import type { TemplateRecord } from "../reflections/records/template";
import type { TallyRecord } from "../reflections/records/voting";
import type { NoticeRecord } from "../reminders/records/notice";

export interface Put {
  action?: Record<string, ActionRecord>;
  breakout?: Record<string, BreakoutRecord>;
  column?: Record<string, ColumnRecord>;
  comment?: Record<string, CommentRecord>;
  data_item?: Record<string, DataItemRecord>;
  decision?: Record<string, DecisionRecord>;
  door?: Record<string, DoorRecord>;
  envelope?: Record<string, EnvelopeRecord>;
  feedback?: Record<string, FeedbackRecord>;
  group?: Record<string, GroupRecord>;
  import?: Record<string, ImportRecord>;
  insight?: Record<string, InsightRecord>;
  member?: Record<string, MemberRecord>;
  minutes?: Record<string, MinutesRecord>;
  note?: Record<string, NoteRecord>;
  notice?: Record<string, NoticeRecord>;
  parked?: Record<string, ParkedRecord>;
  participant?: Record<string, ParticipantRecord>;
  preparation?: Record<string, PreparationRecord>;
  presentation?: Record<string, PresentationRecord>;
  question?: Record<string, QuestionRecord>;
  reaction?: Record<string, ReactionsRecord>;
  readiness?: Record<string, ReadinessRecord>;
  region_item?: Record<string, RegionItemRecord>;
  remark?: Record<string, RemarkRecord>;
  saved_view?: Record<string, SavedViewRecord>;
  session?: Record<string, SessionRecord>;
  settings?: Record<string, SettingsRecord>;
  step?: Record<string, StepRecord>;
  tally?: Record<string, TallyRecord>;
  template?: Record<string, TemplateRecord>;
  theme?: Record<string, ThemeRecord>;
  timer?: Record<string, TimerRecord>;
}
