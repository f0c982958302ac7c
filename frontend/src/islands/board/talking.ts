/** What one says about a topic, and what those who run the session do with one. */

import { gettext } from "../../i18n";
import type { CommentRecord, MinutesRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import type { Acts } from "./acts";
import type { Board } from "./board";
import type { TopicRef } from "./topics";

/** The acts of one person around topics. */
export class Talking {
  constructor(
    private readonly board: Board,
    private readonly acts: Acts,
  ) {}

  /** Comments on a topic; throws what the server says. */
  async comment(topic: TopicRef, text: string): Promise<void> {
    const body = { about: topic.about, topic_id: topic.id, text };
    await this.acts.send("PUT", `comments/${newId()}/`, body);
    this.board.catchUp();
  }

  /** Changes one's own comment; throws what the server says. */
  async revise(comment: CommentRecord, text: string): Promise<void> {
    const body = { text, version: comment.version };
    await this.acts.send("PATCH", `comments/${comment.id}/`, body);
    this.board.catchUp();
  }

  withdraw(comment: CommentRecord): Promise<boolean> {
    return this.acts.attempt(
      () => this.acts.send("DELETE", `comments/${comment.id}/`),
      gettext("The comment is taken back."),
    );
  }

  /** Reacts to a topic, or takes the reaction back. */
  react(topic: TopicRef, kind: string, isOn: boolean): Promise<boolean> {
    return this.acts.attempt(async () => {
      await this.acts.send(isOn ? "POST" : "DELETE", `${this.place(topic)}reactions/${kind}/`);
      this.board.signals.noteReaction(topic.id, kind, isOn);
    });
  }

  /** Writes the minutes of a topic; throws what the server says. */
  async writeMinutes(topic: TopicRef, text: string, version: number): Promise<MinutesRecord> {
    const body = { text, version };
    const saved = await this.acts.send<MinutesRecord>("PUT", `${this.place(topic)}minutes/`, body);
    this.board.catchUp();
    return saved;
  }

  /** Lets a topic wait for later; throws what the server says. */
  async park(topic: TopicRef, reason: string): Promise<void> {
    await this.acts.send("PUT", `${this.place(topic)}parked/`, { reason });
    this.board.catchUp();
  }

  takeUp(topic: TopicRef): Promise<boolean> {
    return this.acts.attempt(
      () => this.acts.send("DELETE", `${this.place(topic)}parked/`),
      gettext("It does not wait any more."),
    );
  }

  /** Brings every screen to a topic. */
  present(topic: TopicRef): Promise<boolean> {
    const body = { about: topic.about, topic_id: topic.id };
    return this.acts.attempt(
      () => this.acts.send("PUT", "presentation/", body),
      gettext("Every screen shows it now."),
    );
  }

  stopPresenting(): Promise<boolean> {
    return this.acts.attempt(
      () => this.acts.send("DELETE", "presentation/"),
      gettext("Everybody looks around again."),
    );
  }

  /** Takes a note or a comment off the board; throws what the server says. */
  async withhold(what: Withheld, reason: string, remark: string): Promise<void> {
    await this.acts.send("PUT", `${what.kind}s/${what.id}/withheld/`, { reason, remark });
    this.board.catchUp();
  }

  restore(what: Withheld): Promise<boolean> {
    return this.acts.attempt(
      () => this.acts.send("DELETE", `${what.kind}s/${what.id}/withheld/`),
      gettext("It is back on the board."),
    );
  }

  private place(topic: TopicRef): string {
    return `topics/${topic.about}/${topic.id}/`;
  }
}

/** A text that was, or will be, taken off the board. */
export interface Withheld {
  readonly kind: "note" | "comment";
  readonly id: string;
}
