/** In which part of a session the notes of a column are written. */

import type { ColumnRecord, PhaseRecord, SessionRecord } from "../../protocol";

/** Whether a column is open in a phase: in its own, or without one in any that collects. */
export function isCollectedIn(column: ColumnRecord, phase: PhaseRecord | undefined): boolean {
  const isItsTurn = column.phase_id === null || column.phase_id === phase?.id;
  return phase?.kind === "collect" && isItsTurn;
}

/** The collecting phase that was left last, whose late notes are perhaps still taken. */
export function leftPhase(session: SessionRecord | null): PhaseRecord | undefined {
  return session?.phases.find((phase) => phase.id === session.collected_phase_id);
}
