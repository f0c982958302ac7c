/** What the API of a running session reads. Made by `manage.py export_types`; do not edit. */

/** A member of the partnership. */
export interface MemberInput {
  member_id: string;
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

/** The table to sit at; without one in the plenary. */
export interface SeatInput {
  table_id: string | null;
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

/** How long. */
export interface TimerInput {
  minutes: number;
}

/** A topic of the board. */
export interface TopicInput {
  about: string;
  topic_id: string;
}

/** Why something is taken off the board: a reason for everybody, a remark for the few. */
export interface WithholdingInput {
  reason: string;
  remark?: string;
}
