/** Who sits at which table while the session is split up. */

import type { ParticipantRecord, TableRecord } from "../../protocol";
import type { Tables } from "../../sync/store";

/** All tables that there were so far. */
export function tablesIn(tables: Tables): readonly TableRecord[] {
  return [...tables.breakout.values()].flatMap((breakout) => breakout.tables);
}

/** The tables that are open now. */
export function openTables(tables: Tables): readonly TableRecord[] {
  return tablesIn(tables).filter((table) => table.is_open);
}

/** The table at which somebody sits now. */
export function tableOf(tables: Tables, participantId: string): TableRecord | undefined {
  return openTables(tables).find((table) => table.participant_ids.includes(participantId));
}

/** Those who take part, by name: not who waits, was removed, or only looks on. */
export function peopleToSeat(tables: Tables): readonly ParticipantRecord[] {
  const [session] = tables.session.values();
  const runs = new Set([
    session?.facilitator_id,
    ...(session?.co_facilitators.map((one) => one.member_id) ?? []),
  ]);
  return [...tables.participant.values()]
    .filter((one) => one.state === "joined" && !one.is_observer)
    .filter((one) => !one.member_id || !runs.has(one.member_id))
    .sort((one, other) => one.name.localeCompare(other.name));
}
