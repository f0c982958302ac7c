/** Sockets and followers of our own, so that a test can break what it likes. */

import { vi } from "vitest";
import type { Incoming, News, Outgoing } from "../../../frontend/src/protocol";
import type { Follower, Position } from "../../../frontend/src/sync/follower";

export const STREAM = "session:1";

export class FakeSocket extends EventTarget {
  static all: FakeSocket[] = [];
  readyState = 1;
  readonly sent: Incoming[] = [];
  isClosed = false;

  constructor() {
    super();
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Incoming);
  }

  close(): void {
    this.isClosed = true;
  }

  hear(message: Outgoing): void {
    this.dispatchEvent(
      new MessageEvent("message", { data: JSON.stringify(message) }),
    );
  }

  breakDown(code = 1006): void {
    this.dispatchEvent(new CloseEvent("close", { code }));
  }
}

export class Reader implements Follower {
  at: Position | null = { epoch: "first", sequence: 3 };
  readonly heard: number[] = [];
  readonly resets = vi.fn();
  readonly refusals = vi.fn();

  position(): Position | null {
    return this.at;
  }

  onNews(news: News): void {
    this.heard.push(news.sequence);
    this.at = { epoch: news.epoch, sequence: news.sequence };
  }

  onReset(): void {
    this.resets();
  }

  onRefused(code: string): void {
    this.refusals(code);
  }
}

/** The socket that was opened last. */
export function latest(): FakeSocket {
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error("no socket was opened");
  return socket;
}

/** Lets the last socket begin. */
export function welcome(): FakeSocket {
  const socket = latest();
  socket.hear({
    type: "welcome",
    now: "2026-11-28T10:00:00Z",
    heartbeat_seconds: 10,
    version: 1,
  });
  return socket;
}

/** News that brings whoever is one before it to this sequence. */
export function newsTo(sequence: number): News {
  return {
    type: "news",
    stream: STREAM,
    epoch: "first",
    since: sequence - 1,
    sequence,
    put: {},
    drop: {},
    all: [],
  };
}

/** Lets time pass. */
export async function later(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
