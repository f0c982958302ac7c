/** The board's own knowledge: records as they arrive, what only this person sees, what she selected. */

import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { StateLine } from "../../live/state";
import type {
  Me,
  News,
  NoteRecord,
  PhaseRecord,
  SessionRecord,
  Snapshot,
  WritingRecord,
} from "../../protocol";
import { request, sentenceOf } from "../../sync/api";
import { hearTime } from "../../sync/clock";
import type { Follower, Position } from "../../sync/follower";
import { Outbox, type OutboxNote } from "../../sync/outbox";
import { streamUrl } from "../../sync/polling";
import { Receipts } from "../../sync/receipts";
import type { Live } from "../../sync/socket";
import {
  applied,
  fromSnapshot,
  type Kind,
  type RecordOf,
  type StreamState,
} from "../../sync/store";
import { Announcing } from "./announcing";
import { Ballot } from "./ballot";
import { Focus } from "./focus";
import { recordOf } from "./keeping";
import { groupOfNotes, outcomesOfNotes, placed, type Outcomes } from "./layout";
import { OwnSignals } from "./signals";
import { writersIn } from "./signing";
import type { Place } from "./place";
import { talkWords } from "./topics";

const RETRY_LOADING = 4000;

/** One board in one browser. */
export class Board implements Follower {
  readonly state: Signal<StreamState | null> = signal(null);
  readonly me: Signal<Me | null> = signal(null);
  readonly mine: Signal<ReadonlyMap<string, NoteRecord>> = signal(new Map());
  /** Who is at which form right now; told to those who run the session. */
  readonly writing: Signal<readonly WritingRecord[]> = signal([]);
  /** What she said with a press, which nobody else is told. */
  readonly signals = new OwnSignals();
  /** How much was said about each topic, in words. */
  readonly talk = computed(() =>
    this.tables ? talkWords(this.tables) : new Map<string, string>(),
  );
  readonly selected: Signal<ReadonlySet<string>> = signal(new Set());
  /** Why the board cannot be shown or kept up to date any more. */
  readonly trouble = signal("");
  readonly focus = new Focus();
  readonly session: ReadonlySignal<SessionRecord | null>;
  readonly columns = computed(() => (this.tables ? placed(this.tables) : []));
  readonly groupOf = computed(() => groupOfNotes(this.tables?.group ?? new Map()));
  readonly outcomes: ReadonlySignal<ReadonlyMap<string, Outcomes>>;
  outbox: Outbox | null = null;
  /** One's own ballot, if one votes in this session. */
  ballot: Ballot | null = null;
  receipts: Receipts | null = null;
  private readonly line: StateLine;
  private readonly held: News[] = [];
  private readonly news = new Announcing(this.state, () => this.participantId);

  constructor(
    readonly place: Place,
    private readonly live: Live,
  ) {
    this.session = computed(() => this.tables?.session.get(place.sessionId) ?? null);
    let outcomes: ReadonlyMap<string, Outcomes> = new Map();
    this.outcomes = computed(() => {
      outcomes = this.tables ? outcomesOfNotes(this.tables, outcomes) : new Map();
      return outcomes;
    });
    this.line = new StateLine(document.getElementById("live-state"), () => this.showHeld());
  }

  get tables(): StreamState["tables"] | undefined {
    return this.state.value?.tables;
  }

  /** All records of a kind. */
  all<K extends Kind>(kind: K): RecordOf<K>[] {
    return [...(this.tables?.[kind].values() ?? [])];
  }

  /** Fetches everything, then follows from there. */
  async start(): Promise<void> {
    await this.load();
    this.live.attach(this.place.stream, this);
    this.live.watchState((state) => this.line.connectionIs(state));
  }

  /** Whether this person may do something on this board. */
  may(permission: string): boolean {
    return this.me.value?.may.includes(permission) ?? false;
  }

  /** Whether this person may do something that changes the session, which a finished one does not. */
  mayNow(permission: string): boolean {
    return this.may(permission) && this.isOpen;
  }

  /** One's own part in the session, if one takes part. */
  get participantId(): string {
    return this.me.value?.participant_id ?? "";
  }

  private get ownName(): string {
    return this.tables?.participant.get(this.participantId)?.name ?? "";
  }

  /** Whether the session still takes changes. */
  get isOpen(): boolean {
    return this.session.value !== null && this.session.value.state !== "closed";
  }

  /** The language that the session is held in; peeked at, because it does not change. */
  get language(): string {
    return this.session.peek()?.language ?? "";
  }

  /** The phase the session is in. */
  get phase(): PhaseRecord | undefined {
    const session = this.session.value;
    return session?.phases.find((phase) => phase.id === session.current_phase_id);
  }

  /** Whether notes without a name can be written in this session. */
  get takesNameless(): boolean {
    return this.session.value?.allowed_attributions.some((one) => one !== "named") ?? false;
  }

  /** How many people are there who may have written a note. */
  get peopleWriting(): number {
    return writersIn(this.tables).length;
  }

  /** What the phase the session is in is for. */
  get phaseKind(): string {
    return this.phase?.kind ?? "";
  }

  position(): Position | null {
    return this.state.value;
  }

  onNews(news: News): void {
    if (this.line.isPaused) {
      this.held.push(news);
      this.line.holdBack();
    } else {
      this.take(news);
    }
  }

  onWriting(writers: readonly WritingRecord[]): void {
    this.writing.value = writers;
  }

  /** A new connection says anew who is at a form, unless nobody is. */
  onFollowing(): void {
    this.writing.value = [];
  }

  onReset(): void {
    void this.load().then(() => this.live.refollow(this.place.stream));
  }

  onRefused(_code: string, detail: string): void {
    this.trouble.value = detail || " ";
  }

  /** Shows what others did although updates are paused, and looks for more: somebody acts here. */
  catchUp(): void {
    this.line.resume();
    this.live.lookNow();
  }

  /** Calls `onNews` whenever something happened in the partnership's log; returns how to stop. */
  followLog(onNews: () => void): () => void {
    return this.live.follow(this.place.logStream, onNews);
  }

  /** Keeps an own note that nobody else sees yet, as the server confirmed it. */
  keepMine(note: NoteRecord): void {
    if (this.tables?.note.has(note.id)) return;
    this.mine.value = new Map(this.mine.value).set(note.id, note);
  }

  /** Forgets an own note that was taken back. */
  dropMine(id: string): void {
    const rest = new Map(this.mine.value);
    rest.delete(id);
    this.mine.value = rest;
  }

  /** Selects or unselects notes. */
  select(ids: readonly string[], isSelected: boolean): void {
    const next = new Set(this.selected.value);
    for (const id of ids) {
      if (isSelected) next.add(id);
      else next.delete(id);
    }
    this.selected.value = next;
  }

  private async load(): Promise<void> {
    try {
      const url = `${streamUrl(this.place.stream)}snapshot`;
      const snapshot = await request<Snapshot>("GET", url);
      this.held.length = 0;
      this.me.value = snapshot.me;
      hearTime(snapshot.now);
      this.mine.value = new Map(Object.entries(snapshot.mine));
      this.signals.take(snapshot.signals);
      const { participant_id: part, may } = snapshot.me;
      const votes = part && may.includes("vote.cast");
      this.ballot ??= votes ? new Ballot(this.place.sessionApi, part) : null;
      this.show(fromSnapshot(snapshot));
      this.receipts ??= new Receipts(this.owner);
      this.receipts.seen((id) => this.tables?.note.has(id) ?? false);
      this.outbox ??= this.openOutbox();
      this.trouble.value = "";
    } catch (error) {
      await this.loadLater(error);
    }
  }

  private async loadLater(error: unknown): Promise<void> {
    this.trouble.value = sentenceOf(error);
    if ((error as Error).name === "Refusal") return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_LOADING));
    await this.load();
  }

  /** Whose drafts and notes on this device these are. */
  get owner(): string {
    return `${this.place.sessionId}:${this.me.value?.participant_id}`;
  }

  private openOutbox(): Outbox {
    return new Outbox({
      sessionUrl: this.place.sessionApi,
      owner: this.owner,
      onSent: (note) => this.keepSent(note),
    });
  }

  /** The server said only that it has the note; what it says, this browser knows. */
  private keepSent(note: OutboxNote): void {
    if (note.secret) this.receipts?.keep({ ...note, wasShown: false });
    else this.keepMine(recordOf(note, this.participantId, this.ownName));
  }

  private showHeld(): void {
    for (const news of this.held.splice(0)) this.take(news);
  }

  private take(news: News): void {
    if (!this.state.value) return;
    const next = applied(this.state.value, news);
    if (next) this.show(next);
    else this.onReset();
  }

  private show(next: StreamState): void {
    const before = this.phase;
    const people = this.peopleWriting;
    this.focus.remember();
    this.state.value = next;
    this.forgetShown(next);
    this.receipts?.seen((id) => next.tables.note.has(id));
    if (before?.id !== this.phase?.id && this.phaseKind === "collect")
      this.outbox?.retryRefused("wrong_phase");
    if (this.peopleWriting > people) this.outbox?.retryRefused("too_few");
    this.news.soon(next);
  }

  /** A note that was shown to everybody is no longer mine alone, and a gone one is not selected. */
  private forgetShown(next: StreamState): void {
    const notes = next.tables.note;
    if ([...this.mine.value.keys()].some((id) => notes.has(id))) {
      this.mine.value = new Map([...this.mine.value].filter(([id]) => !notes.has(id)));
    }
    if ([...this.selected.value].some((id) => !notes.has(id))) {
      this.selected.value = new Set([...this.selected.value].filter((id) => notes.has(id)));
    }
  }
}
