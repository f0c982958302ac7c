/** One's own ballot: a secret that stays in this browser, and where its dots lie. */

import { signal, type Signal } from "@preact/signals";
import { gettext, interpolate, ngettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { BallotRecord, SessionRecord } from "../../protocol";
import { request, sentenceOf, Unreachable } from "../../sync/api";
import { newId } from "../../sync/ids";
import { keep, kept } from "../../sync/shelf";

const RETRY_AFTER = 2000;

/** How many dots are left, in words. */
export function leftWords(left: number, all: number): string {
  const text = ngettext("%(left)d of %(all)d dot left", "%(left)d of %(all)d dots left", all);
  return interpolate(text, { left, all });
}

interface Act {
  readonly path: string;
  readonly body: object;
}

/** The dots that one person gives. What she did is kept on the device until it has arrived. */
export class Ballot {
  readonly record: Signal<BallotRecord | null> = signal(null);
  /** Whether something is still on its way. */
  readonly isWaiting = signal(false);
  /** Why the last act did not work. */
  readonly problem = signal("");
  private readonly secret: string;
  private readonly shelf: string;
  private waiting: readonly Act[];
  private delivering: Promise<void> | null = null;

  constructor(
    private readonly sessionApi: string,
    participantId: string,
  ) {
    const key = `ballot:${participantId}`;
    this.secret = kept(key) || newId() + newId();
    keep(key, this.secret);
    this.shelf = `ballot-acts:${participantId}`;
    this.waiting = JSON.parse(kept(this.shelf) || "[]") as Act[];
  }

  /** Sends what still waits, then fetches what lies on it. */
  load(): Promise<void> {
    return this.send({ path: "ballot/", body: {} });
  }

  /** How many dots one gave to a topic. */
  on(topicId: string): number {
    return this.record.value?.dots.filter((dot) => dot.topic_id === topicId).length ?? 0;
  }

  /** Why one cannot give a topic one more dot; empty when one can. */
  refusal(topicId: string, session: SessionRecord): string {
    const record = this.record.value;
    if (!record) return gettext("Your dots are being fetched. Wait a moment.");
    if (record.left <= 0) return gettext("You gave all your dots. Take one back to move it.");
    if (this.on(topicId) < session.dots_per_topic) return "";
    const most = session.dots_per_topic;
    const text = ngettext(
      "One topic gets at most %(most)d dot from you.",
      "One topic gets at most %(most)d dots from you.",
      most,
    );
    return interpolate(text, { most });
  }

  /** Gives a topic a dot. */
  give(topicId: string, session: SessionRecord): Promise<void> {
    const record = this.record.value;
    if (!record || this.refusal(topicId, session)) return Promise.resolve();
    const dot = { id: newId(), topic_id: topicId };
    this.record.value = { ...record, left: record.left - 1, dots: [...record.dots, dot] };
    announce(`${leftWords(record.left - 1, session.dots_each)}.`);
    return this.send({ path: "ballot/cast/", body: { dot_id: dot.id, topic_id: topicId } });
  }

  /** Takes the dot back that one gave to a topic last. */
  takeBack(topicId: string, session: SessionRecord): Promise<void> {
    const record = this.record.value;
    const last = record?.dots.findLast((dot) => dot.topic_id === topicId);
    if (!record || !last) return Promise.resolve();
    const dots = record.dots.filter((dot) => dot.id !== last.id);
    this.record.value = { ...record, left: record.left + 1, dots };
    announce(`${leftWords(record.left + 1, session.dots_each)}.`);
    return this.send({ path: "ballot/take-back/", body: { dot_id: last.id } });
  }

  private send(act: Act): Promise<void> {
    this.problem.value = "";
    this.keepWaiting([...this.waiting, act]);
    this.delivering ??= this.deliverAll().finally(() => {
      this.delivering = null;
    });
    return this.delivering;
  }

  /** One after the other, in the order in which it was done. */
  private async deliverAll(): Promise<void> {
    let latest: BallotRecord | null = null;
    for (let [next] = this.waiting; next; [next] = this.waiting) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the next act builds on this one
        latest = await this.arrive(next);
      } catch (error) {
        this.problem.value = sentenceOf(error);
      }
      this.keepWaiting(this.waiting.slice(1));
    }
    // Shown at once when it was tapped; now that all has arrived, as it is.
    if (latest) this.record.value = latest;
  }

  private keepWaiting(acts: readonly Act[]): void {
    this.waiting = acts;
    this.isWaiting.value = acts.length > 0;
    keep(this.shelf, JSON.stringify(acts));
  }

  /** Repeats the very same request until there is an answer: one dot stays one dot. */
  private async arrive(act: Act): Promise<BallotRecord> {
    try {
      const sent = { secret: this.secret, ...act.body };
      return await request<BallotRecord>("POST", this.sessionApi + act.path, sent);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfter || RETRY_AFTER));
      return this.arrive(act);
    }
  }
}
