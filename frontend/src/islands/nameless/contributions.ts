/**
 * One's own notes without a name with what became of them. The server is asked for what everybody in
 * the session reads, and never which of it is hers: that is looked up here, by the receipts.
 */

import type { ActionRecord, FeedbackRecord, InsightRecord, Snapshot } from "../../protocol";
import { Refusal, request } from "../../sync/api";
import { streamUrl } from "../../sync/polling";
import { receiptsOf, sessionsWithReceipts, type Receipt } from "../../sync/receipts";
import { fromSnapshot, type Tables } from "../../sync/store";

/** One note, and what there is to say of it. */
export interface Contribution {
  readonly receipt: Receipt;
  readonly sessionId: string;
  readonly sessionTitle: string;
  readonly language: string;
  readonly became: Became;
}

/** What became of one note. */
export interface Became {
  readonly isShown: boolean;
  readonly insights: readonly InsightRecord[];
  readonly actions: readonly ActionRecord[];
  readonly told: readonly FeedbackRecord[];
}

/** Looks at every session in which somebody wrote without a name here; throws Unreachable. */
export async function contributions(): Promise<readonly Contribution[]> {
  const found = await Promise.all(sessionsWithReceipts().map(contributionsTo));
  return found
    .flat()
    .sort((one, other) => (one.receipt.writtenAt < other.receipt.writtenAt ? 1 : -1));
}

async function contributionsTo(sessionId: string): Promise<readonly Contribution[]> {
  const snapshot = await snapshotOf(sessionId);
  const session = snapshot?.put.session?.[sessionId];
  if (!snapshot || !session) return [];
  const { tables } = fromSnapshot(snapshot);
  // Others may use this browser: what they wrote is theirs alone.
  const receipts = receiptsOf(`${sessionId}:${snapshot.me.participant_id}`);
  return receipts.map((receipt) => ({
    receipt,
    sessionId,
    sessionTitle: session.title,
    language: session.language,
    became: whatBecameOf(receipt.id, tables),
  }));
}

/** Nothing for whoever is not in the session any more. */
async function snapshotOf(sessionId: string): Promise<Snapshot | null> {
  try {
    return await request<Snapshot>("GET", `${streamUrl(`session:${sessionId}`)}snapshot`);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function whatBecameOf(noteId: string, tables: Tables): Became {
  const insights = [...tables.insight.values()].filter(
    (one) => one.state === "agreed" && one.note_ids.includes(noteId),
  );
  const about = new Set<string | null>([null, ...insights.map((one) => one.id)]);
  return {
    isShown: tables.note.has(noteId),
    insights,
    actions: [...tables.action.values()].filter((one) => one.note_ids.includes(noteId)),
    told: [...tables.feedback.values()].filter((one) => about.has(one.insight_id)),
  };
}
