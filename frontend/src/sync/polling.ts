/** Asks for changes over HTTP every few seconds, while sockets do not work. */

import type { News, Reset, Snapshot } from "../protocol";
import type { ConnectionState } from "../live/connection";
import { Refusal, request } from "./api";
import { FromNowOn, type Follower } from "./follower";

const INTERVAL = 5000;

/** The address of a stream in the API, with a slash at the end. */
export function streamUrl(stream: string): string {
  return `/api/v1/streams/${stream}/`;
}

/** Polls for all followers, one round after the other. */
export class Poller {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOn = false;
  private isRunning = false;

  constructor(
    private readonly followers: Map<string, Follower>,
    private readonly tell: (state: ConnectionState) => void,
  ) {}

  /** Begins, unless it began before. */
  start(): void {
    if (this.isOn) return;
    this.isOn = true;
    void this.round();
  }

  /** Ends. */
  stop(): void {
    this.isOn = false;
    clearTimeout(this.timer);
  }

  /** Does not wait for the next round. */
  pollNow(): void {
    if (this.isOn) void this.round();
  }

  private async round(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    clearTimeout(this.timer);
    const asked = [...this.followers].map(([stream, follower]) => this.ask(stream, follower));
    const answers = await Promise.all(asked);
    this.isRunning = false;
    if (!this.isOn) return;
    this.tell(answers.every(Boolean) ? "polling" : "reconnecting");
    this.timer = setTimeout(() => void this.round(), INTERVAL);
  }

  /** Says whether there was an answer; what it throws must not end the polling. */
  private async ask(stream: string, follower: Follower): Promise<boolean> {
    try {
      await this.askFor(stream, follower);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) return false;
      this.followers.delete(stream);
      follower.onRefused?.(error.code, error.message);
      return true;
    }
  }

  private async askFor(stream: string, follower: Follower): Promise<void> {
    const at = follower.position();
    if (!at) {
      await this.findStart(stream, follower);
      return;
    }
    const query = new URLSearchParams({ epoch: at.epoch, since: String(at.sequence) });
    if (at.standing) query.set("standing", at.standing);
    const answer = await request<News | Reset>("GET", `${streamUrl(stream)}changes?${query}`);
    if (!this.isOn) return;
    if (answer.type === "reset") follower.onReset();
    else if (answer.sequence > at.sequence) follower.onNews(answer);
  }

  private async findStart(stream: string, follower: Follower): Promise<void> {
    if (!(follower instanceof FromNowOn)) return;
    const { epoch, sequence } = await request<Snapshot>("GET", `${streamUrl(stream)}snapshot`);
    follower.startAt({ epoch, sequence });
  }
}
