/** What a person can do about what follows from a session: answers, decisions, the read-back, the end. */

import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import type {
  ClosingCheck,
  DecisionChangeInput,
  DecisionInput,
  DecisionRecord,
  DispositionInput,
  FeedbackInput,
  RemarkInput,
  WordingInput,
  WordingRecord,
  WritingInput,
  WritingRecord,
} from "../../protocol";
import { request } from "../../sync/api";
import type { Acts } from "./acts";
import type { Board } from "./board";

/** The acts of one person on what follows; each throws what the server says. */
export class OutcomeActs {
  constructor(
    private readonly board: Board,
    private readonly acts: Acts,
  ) {}

  /** Says what becomes of an insight. */
  async dispose(insightId: string, said: DispositionInput): Promise<void> {
    await this.acts.send("PUT", `insights/${insightId}/disposition/`, said);
    this.board.catchUp();
  }

  /** Takes an agreed insight back. */
  async takeBack(insightId: string, reason: string): Promise<void> {
    await this.acts.send("POST", `insights/${insightId}/withdraw/`, { reason });
    this.board.catchUp();
  }

  /** Tells contributors something, or promises them a day. */
  async draftFeedback(id: string, words: FeedbackInput): Promise<void> {
    await this.acts.send("PUT", `feedback/${id}/`, words);
    announce(gettext("The answer is saved."));
    this.board.catchUp();
  }

  /** Looks at the wording of an action as far as it is typed. */
  wording(typed: WordingInput): Promise<WordingRecord> {
    return this.acts.send("POST", "wording/", typed);
  }

  /** Writes down what is to be decided, or what was. */
  async decide(id: string, decision: DecisionInput): Promise<void> {
    const made = await this.acts.send<DecisionRecord>("PUT", `decisions/${id}/`, decision);
    this.told(made);
  }

  /** Rewords what is to be decided, or says what was decided. */
  async revise(id: string, change: DecisionChangeInput): Promise<void> {
    const url = `${this.board.place.partnershipApi}decisions/${id}/`;
    this.told(await request<DecisionRecord>("PATCH", url, change));
  }

  /** The decisions of the partnership. */
  decisions(): Promise<DecisionRecord[]> {
    return request("GET", `${this.board.place.partnershipApi}decisions/`);
  }

  /** Says of something that is read back that it was meant so, or what one sees differently. */
  async remark(id: string, said: RemarkInput): Promise<void> {
    await this.acts.send("PUT", `remarks/${id}/`, said);
    this.board.catchUp();
  }

  /** What the session still owes before it can be finished. */
  closingCheck(): Promise<ClosingCheck> {
    return this.acts.send("GET", "closing/");
  }

  /** Finishes the session. */
  async finish(): Promise<void> {
    await this.acts.send("POST", "close/");
    this.board.catchUp();
  }

  /** Says that one is at a form; the answer says who else is. */
  sayWriting(writing: WritingInput): Promise<WritingRecord[]> {
    return this.acts.send("PUT", "writing/", writing);
  }

  /** Says that the form is closed. */
  stopWriting(): Promise<void> {
    return this.acts.send("DELETE", "writing/");
  }

  private told(decision: DecisionRecord): void {
    const text = gettext("Decision %(number)s is saved.");
    announce(interpolate(text, { number: decision.number }));
    this.board.catchUp();
  }
}
