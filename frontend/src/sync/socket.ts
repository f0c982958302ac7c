/** The one connection of a page: follows streams over a socket, comes back by itself, polls when sockets are blocked. */

import { signal, type ReadonlySignal } from "@preact/signals";
import type { ConnectionState, LiveConnection } from "../live/connection";
import type { Incoming, News, Outgoing, Refused } from "../protocol";
import { hearTime } from "./clock";
import { FromNowOn, type Follower, type Position } from "./follower";
import { Poller } from "./polling";

const WELCOME_PATIENCE = 4000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const STABLE_AFTER = 60_000;
const RETURN_JITTER = 1000;
const FAILURES_BEFORE_POLLING = 2;
// Signs of life that may be missed before a link counts as dead.
const MISSED_HEARTBEATS = 2.5;
// The server stops sending when too much is unconfirmed: confirm long before that.
const CONFIRM_AFTER = 128 * 1024;
const SESSION_ENDED = 4401;

type Timer = ReturnType<typeof setTimeout>;
type OpenSocket = (url: string) => WebSocket;

/** Where a follower is, as the server wants to hear it. */
function sinceOf({ epoch, sequence, standing }: Position) {
  return { epoch, since: sequence, ...(standing && { standing }) };
}

function liveUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/live/`;
}

/** Follows any number of streams; each follower says itself where it is. */
export class Live implements LiveConnection {
  private readonly followers = new Map<string, Follower>();
  private readonly stateNow = signal<ConnectionState>("reconnecting");
  private readonly poller = new Poller(this.followers, (state) => this.pollingIs(state));
  private readonly behind = new Set<string>();
  private socket: WebSocket | null = null;
  private isWelcome = false;
  private isOver = false;
  private failures = 0;
  private unconfirmed = 0;
  private lastHeard = 0;
  private heartbeat = 10_000;
  private retryTimer: Timer | undefined;
  private patienceTimer: Timer | undefined;
  private stableTimer: Timer | undefined;
  private beatTimer: Timer | undefined;

  constructor(private readonly open: OpenSocket = (url) => new WebSocket(url)) {}

  /** How fresh what we show is. */
  get state(): ReadonlySignal<ConnectionState> {
    return this.stateNow;
  }

  /** Calls `listener` now and whenever the state changes; returns how to stop. */
  watchState(listener: (state: ConnectionState) => void): () => void {
    return this.stateNow.subscribe(listener);
  }

  /** Calls `onNews` for whatever happens from now on; returns how to stop. */
  follow(stream: string, onNews: (news: News | null) => void): () => void {
    return this.attach(stream, new FromNowOn(onNews));
  }

  /** Lets a follower that knows its position have everything after it; returns how to stop. */
  attach(stream: string, follower: Follower): () => void {
    this.followers.set(stream, follower);
    this.begin();
    this.askFor(stream);
    return () => this.detach(stream);
  }

  /** Asks again for everything after the follower's position, after a snapshot for example. */
  refollow(stream: string): void {
    this.behind.delete(stream);
    this.askFor(stream);
    if (this.stateNow.value === "polling") this.poller.pollNow();
  }

  /** Looks for news at once where nothing comes by itself. */
  lookNow(): void {
    if (this.stateNow.value === "polling") this.poller.pollNow();
  }

  /** Ends everything. */
  stop(): void {
    this.isOver = true;
    window.removeEventListener("online", this.comeBack);
    window.removeEventListener("offline", this.startAnew);
    document.removeEventListener("visibilitychange", this.comeBack);
    this.poller.stop();
    clearTimeout(this.retryTimer);
    this.drop();
  }

  private begin(): void {
    if (this.socket || this.retryTimer !== undefined || this.isOver) return;
    window.addEventListener("online", this.comeBack);
    window.addEventListener("offline", this.startAnew);
    document.addEventListener("visibilitychange", this.comeBack);
    this.connect();
  }

  private detach(stream: string): void {
    this.followers.delete(stream);
    if (this.isWelcome) this.send({ type: "unfollow", stream });
  }

  private readonly comeBack = (): void => {
    if (document.hidden || this.isOver) return;
    if (this.isWelcome && !this.isSilent()) return;
    if (this.isWelcome) this.drop();
    if (!this.socket) this.retryIn(Math.random() * RETURN_JITTER);
  };

  /** What an old network carried is dead, and says nothing of it for half a minute. */
  private readonly startAnew = (): void => {
    if (this.isWelcome) this.lost(0);
  };

  private connect(): void {
    this.retryTimer = undefined;
    const socket = this.open(liveUrl());
    this.socket = socket;
    this.lastHeard = Date.now();
    socket.addEventListener("message", (event: MessageEvent<string>) => {
      if (socket === this.socket) this.hear(event.data);
    });
    socket.addEventListener("close", (event: CloseEvent) => {
      if (socket === this.socket) this.lost(event.code);
    });
    this.patienceTimer = setTimeout(() => this.lost(0), WELCOME_PATIENCE);
  }

  private hear(text: string): void {
    this.lastHeard = Date.now();
    this.unconfirmed += text.length;
    const message = JSON.parse(text) as Outgoing;
    switch (message.type) {
      case "welcome":
        hearTime(message.now);
        this.welcomed(message.heartbeat_seconds);
        break;
      case "news":
        this.followers.get(message.stream)?.onNews(message);
        break;
      case "reset":
        this.followers.get(message.stream)?.onReset();
        break;
      case "refused":
        this.refused(message);
        break;
      case "heads":
        hearTime(message.now);
        this.compare(message.positions);
        break;
      case "writing":
        this.followers.get(message.stream)?.onWriting?.(message.writers);
        break;
      case "bye":
        this.lost(0, message.retry_after_ms);
        break;
    }
    if (this.unconfirmed > CONFIRM_AFTER) this.confirm();
  }

  private welcomed(heartbeatSeconds: number): void {
    clearTimeout(this.patienceTimer);
    this.isWelcome = true;
    this.heartbeat = heartbeatSeconds * 1000;
    this.stableTimer = setTimeout(() => {
      this.failures = 0;
    }, STABLE_AFTER);
    this.poller.stop();
    this.stateNow.value = "live";
    for (const stream of this.followers.keys()) this.askFor(stream);
    this.beatTimer = setTimeout(this.beat, this.heartbeat);
  }

  private readonly beat = (): void => {
    if (this.isSilent()) {
      this.lost(0);
      return;
    }
    this.confirm();
    this.beatTimer = setTimeout(this.beat, this.heartbeat);
  };

  private isSilent(): boolean {
    return Date.now() - this.lastHeard > this.heartbeat * MISSED_HEARTBEATS;
  }

  private confirm(): void {
    this.unconfirmed = 0;
    const positions: Record<string, number> = {};
    for (const [stream, follower] of this.followers) {
      const position = follower.position();
      if (position) positions[stream] = position.sequence;
    }
    this.send({ type: "here", positions });
  }

  /** Asks again when a stream was ahead of us at two heartbeats in a row. */
  private compare(heads: Record<string, { epoch: string; sequence: number }>): void {
    for (const [stream, head] of Object.entries(heads)) {
      const at = this.followers.get(stream)?.position();
      const isBehind = at && (at.epoch !== head.epoch || at.sequence < head.sequence);
      if (!isBehind) this.behind.delete(stream);
      else if (this.behind.has(stream)) this.refollow(stream);
      else this.behind.add(stream);
    }
  }

  private askFor(stream: string): void {
    const follower = this.followers.get(stream);
    if (!follower || !this.isWelcome) return;
    const position = follower.position();
    this.send({ type: "follow", stream, ...(position && sinceOf(position)) });
    follower.onFollowing?.();
  }

  private send(message: Incoming): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private refused(message: Refused): void {
    const follower = this.followers.get(message.stream);
    this.followers.delete(message.stream);
    follower?.onRefused?.(message.code, message.detail);
  }

  private lost(code: number, retryAfter?: number): void {
    const wasWelcome = this.isWelcome;
    this.drop();
    if (this.isOver) return;
    if (code === SESSION_ENDED) {
      this.signedOut();
      return;
    }
    this.failures += 1;
    if (this.stateNow.value === "live") this.stateNow.value = "reconnecting";
    if (!wasWelcome && this.failures >= FAILURES_BEFORE_POLLING) this.poller.start();
    this.retryIn(retryAfter ?? this.jitter());
  }

  private signedOut(): void {
    this.stateNow.value = "reconnecting";
    this.poller.stop();
    for (const follower of this.followers.values()) follower.onRefused?.("session_ended", "");
  }

  private jitter(): number {
    return Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
  }

  private retryIn(delay: number): void {
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.connect(), delay);
  }

  private drop(): void {
    const { socket } = this;
    this.socket = null;
    this.isWelcome = false;
    this.unconfirmed = 0;
    this.behind.clear();
    clearTimeout(this.patienceTimer);
    clearTimeout(this.stableTimer);
    clearTimeout(this.beatTimer);
    socket?.close();
  }

  private pollingIs(state: ConnectionState): void {
    if (!this.isWelcome) this.stateNow.value = state;
  }
}

/** The connection that all parts of a page share. */
export const live = new Live();
