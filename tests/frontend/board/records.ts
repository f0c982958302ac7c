/** Records of our own, as a server would send them. */

import type {
  ActionRecord,
  ColumnRecord,
  FeedbackRecord,
  InsightRecord,
  NoteRecord,
  PhaseRecord,
} from "../../../frontend/src/protocol";

export const FACILITATOR = [
  "note.add",
  "session.run",
  "note.reveal",
  "group.change",
  "insight.draft",
  "insight.dispose",
  "action.propose",
];

export const PHASES = ["collect", "group", "agree", "translate"].map((kind) =>
  phase(kind),
);

export function phase(
  kind: string,
  more: Partial<PhaseRecord> = {},
): PhaseRecord {
  return {
    id: kind,
    kind,
    title: `The ${kind} part`,
    prompt: "",
    minutes: 10,
    output: "",
    block: "body",
    grouping: "plenary",
    reveal: "at_end",
    attribution: "named",
    version: 1,
    ...more,
  };
}

export function note(id: string, more: Partial<NoteRecord> = {}): NoteRecord {
  return {
    id,
    column_id: "what",
    text: `Text of ${id}`,
    author_id: "bo",
    author_name: "Bo Jansen",
    attribution: "named",
    writer_group: "",
    on_behalf: "",
    for_people: 1,
    source_reference: "",
    table_id: null,
    withheld_reason: "",
    withheld_remark: "",
    added_at: `2026-11-22T10:00:00.${id.padStart(6, "0")}`,
    version: 1,
    ...more,
  };
}

export function insight(
  id: string,
  more: Partial<InsightRecord> = {},
): InsightRecord {
  return {
    id,
    statement: "Homes are not ready",
    plain_statement: "",
    dissent: "",
    level: "",
    is_beyond_a_theme: false,
    loop: "",
    components: [],
    state: "agreed",
    note_ids: [],
    disposition: "",
    disposition_reason: "",
    question: "",
    escalated_to: "",
    answer_by: null,
    revisit_on: null,
    disposed_by_name: "",
    disposed_at: null,
    drafted_at: "2026-11-22T10:00:00",
    agreed_at: null,
    agreed_how: "",
    withdrawn_reason: "",
    version: 1,
    ...more,
  };
}

export function action(
  id: string,
  more: Partial<ActionRecord> = {},
): ActionRecord {
  return {
    id,
    number: 12,
    title: "Check 40 homes",
    sentence: "Ada Visser will check 40 homes.",
    if_cue: "",
    first_step: "",
    done_test: "A list of 40 homes",
    owner_id: "me",
    owner_name: "Ada Visser",
    owner_organisation: "",
    due: "2026-12-20",
    original_due: "2026-12-20",
    level: "",
    strength: "",
    horizon: "",
    risk: "",
    state: "proposed",
    flags: [],
    session_id: "s",
    session_title: "Falls",
    imported: null,
    insight_ids: [],
    note_ids: [],
    question_ids: [],
    version: 1,
    decline_reason: "",
    outcome: "",
    check_in_count: 0,
    life: {
      yes_heard_by: "",
      due_change_count: 0,
      asked_due: null,
      review_on: null,
      last_review: null,
      end_reason: "",
      is_shared: false,
      asked_at: null,
    },
    company: {
      helper_ids: [],
      helper_names: [],
      sponsor_id: null,
      sponsor_name: "",
      lacks_mandate: false,
      visibility: "partnership",
      plain_words: "",
      plan_goals: [],
      handover: null,
      escalation: null,
      evidence: [],
      merged_into: null,
      took_in: [],
      split_from: null,
      parts: [],
    },
    last_check_in: null,
    ...more,
  };
}

export function feedback(
  id: string,
  more: Partial<FeedbackRecord> = {},
): FeedbackRecord {
  return {
    id,
    session_id: "s",
    insight_id: null,
    answer: "",
    text: "",
    reason: "",
    promised_by: null,
    published_at: null,
    version: 1,
    helpful: 0,
    not_answered: 0,
    remarks: [],
    ...more,
  };
}

export function byId<Shape extends { id: string }>(
  records: readonly Shape[],
): Record<string, Shape> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}

export function column(
  id: string,
  position: number,
  more: Partial<ColumnRecord> = {},
): ColumnRecord {
  return {
    id,
    title: id,
    prompt: `Question about ${id}`,
    position,
    phase_id: null,
    kind: "",
    hidden_notes: 0,
    ...more,
  };
}
