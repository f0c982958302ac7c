/** In which part of a session the notes of a column are written. */

import type { ColumnRecord, PhaseRecord } from "../../protocol";
import type { Board } from "./board";

/** Whether one can write in a column now: in its own phase, or in any that collects. */
export function collectsIn(board: Board, column: ColumnRecord): boolean {
  return board.isOpen && isCollectedIn(column, board.phase);
}

/** Until when late notes of a column are still taken, because its phase was just left; 0: never. */
export function lateUntil(board: Board, column: ColumnRecord): number {
  const until = board.session.value?.collecting_until;
  if (!until || !board.isOpen || collectsIn(board, column)) return 0;
  return isCollectedIn(column, leftPhase(board)) ? Date.parse(until) : 0;
}

/** The phase to which a note belongs that is written in a column now: perhaps the one just left. */
export function phaseOf(board: Board, column: ColumnRecord): PhaseRecord | undefined {
  const left = leftPhase(board);
  return !collectsIn(board, column) && isCollectedIn(column, left) ? left : board.phase;
}

/** A column is open in its own phase, or without one in any that collects. */
function isCollectedIn(column: ColumnRecord, phase: PhaseRecord | undefined): boolean {
  const isItsTurn = column.phase_id === null || column.phase_id === phase?.id;
  return phase?.kind === "collect" && isItsTurn;
}

/** The collecting phase that was left last, whose late notes are perhaps still taken. */
function leftPhase(board: Board): PhaseRecord | undefined {
  const session = board.session.value;
  return session?.phases.find((phase) => phase.id === session.collected_phase_id);
}
