/** Notes on their way to the server: kept on the device until it says that it has them. */

import { signal, type ReadonlySignal } from "@preact/signals";
import { alone } from "./alone";
import { Refusal, Unreachable } from "./api";
import { newId } from "./ids";
import { sendNoteAct, type NoteAct } from "./noteActs";
import { newSecret } from "./receipts";
import { forget, isKeptOnDevice, keep, kept, keysUnder, watch } from "./shelf";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const SIGNED_OUT = ["not_authenticated", "permission_denied"];

/** What somebody wrote, and what is said with it of who speaks. */
export interface Written {
  readonly columnId: string;
  readonly text: string;
  /** named, role or anonymous */
  readonly attribution: string;
  readonly forPeople: number;
  /** How somebody else said it; empty when one speaks for oneself. */
  readonly onBehalf: string;
  readonly agreed: boolean;
}

export interface OutboxNote extends Written {
  readonly id: string;
  /** By which one later knows a note without a name again; empty for one with a name. */
  readonly secret: string;
  readonly writtenAt: string;
  /** Why the server refused it; empty while it waits. */
  readonly problem: string;
  readonly code: string;
}

interface Place {
  /** The address of the session in the API, with a slash at the end. */
  readonly sessionUrl: string;
  /** Whose notes these are: somebody else on the same device must not send them. */
  readonly owner: string;
  readonly onSent: (note: OutboxNote) => void;
}

/** Sends each note until it is acknowledged; a repeat does no harm, because the id is made here. */
export class Outbox {
  private readonly list = signal<readonly OutboxNote[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private failures = 0;
  private readonly unwatch: () => void;

  constructor(private readonly place: Place) {
    this.list.value = this.found();
    this.unwatch = watch(this.key(""), () => {
      this.list.value = this.found();
    });
    // Whoever sees this page is signed in again.
    for (const code of SIGNED_OUT) this.retryRefused(code);
    window.addEventListener("online", this.sendNow);
    window.addEventListener("beforeunload", this.warn);
    void this.send();
  }

  /** What is not at the server yet, oldest first. */
  get notes(): ReadonlySignal<readonly OutboxNote[]> {
    return this.list;
  }

  /** Takes a note and sends it as soon as possible. */
  add(written: Written): OutboxNote {
    const note: OutboxNote = {
      ...written,
      text: written.text.trim(),
      id: newId(),
      secret: written.attribution === "named" ? "" : newSecret(),
      writtenAt: new Date().toISOString(),
      problem: "",
      code: "",
    };
    this.replace(note);
    void this.send();
    return note;
  }

  /** Sends a refused note again. */
  retry(id: string): void {
    this.release((note) => note.id === id);
  }

  /** Sends again what was refused with this code, because the reason has gone. */
  retryRefused(code: string): void {
    this.release((note) => note.code === code);
  }

  /** Forgets a note, on the writer's own wish. */
  remove(id: string): void {
    forget(this.key(id));
    this.list.value = this.list.value.filter((note) => note.id !== id);
  }

  /** Stops sending; what waits stays on the device. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    window.removeEventListener("online", this.sendNow);
    window.removeEventListener("beforeunload", this.warn);
    this.unwatch();
  }

  /** Where nothing can be kept, what is not sent yet would go with the page. */
  private readonly warn = (event: BeforeUnloadEvent): void => {
    if (!isKeptOnDevice.value && this.list.value.length > 0) event.preventDefault();
  };

  private readonly sendNow = (): void => {
    this.failures = 0;
    void this.send();
  };

  private async send(): Promise<void> {
    if (this.isSending) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isSending = true;
    await alone(this.key(""), () => this.sendAll());
    this.isSending = false;
    // Added at the very end of it.
    if (this.next() && this.timer === undefined) await this.send();
  }

  private async sendAll(): Promise<void> {
    // Another tab may have sent some of them while this one waited for its turn.
    this.list.value = this.found();
    let note = this.next();
    while (note) {
      const isThrough = await this.sendOne(note);
      if (!isThrough) break;
      note = this.next();
    }
  }

  private async sendOne(note: OutboxNote): Promise<boolean> {
    try {
      await sendNoteAct(this.place.sessionUrl, actOf(note));
      this.failures = 0;
      this.place.onSent(note);
      this.remove(note.id);
      return true;
    } catch (error) {
      if (error instanceof Refusal) {
        this.replace({ ...note, problem: error.message, code: error.code });
        return true;
      }
      this.sendLater(error instanceof Unreachable ? error.retryAfter : 0);
      return false;
    }
  }

  private sendLater(atLeast: number): void {
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures);
    this.failures += 1;
    this.timer = setTimeout(() => void this.send(), Math.max(atLeast, Math.random() * longest));
  }

  private next(): OutboxNote | undefined {
    return this.list.value.find((note) => !note.problem);
  }

  private release(isMeant: (note: OutboxNote) => boolean): void {
    const meant = this.list.value.filter((note) => note.problem && isMeant(note));
    for (const note of meant) this.replace({ ...note, problem: "", code: "" });
    if (meant.length > 0) void this.send();
  }

  private replace(note: OutboxNote): void {
    keep(this.key(note.id), JSON.stringify(note));
    const others = this.list.value.filter((other) => other.id !== note.id);
    this.list.value = [...others, note].sort(byTime);
  }

  private found(): OutboxNote[] {
    return keysUnder(this.key(""))
      .map((key) => JSON.parse(kept(key)) as OutboxNote)
      .sort(byTime);
  }

  private key(id: string): string {
    return `outbox:${this.place.owner}:${id}`;
  }
}

function actOf(note: OutboxNote): NoteAct {
  const content = {
    id: note.id,
    column_id: note.columnId,
    text: note.text,
    for_people: note.forPeople,
  };
  const { attribution } = note;
  if (attribution === "role" || attribution === "anonymous") {
    return { kind: "seal", ...content, attribution, receipt: note.secret };
  }
  return { kind: "add", ...content, on_behalf: note.onBehalf, agreed: note.agreed };
}

function byTime(one: OutboxNote, other: OutboxNote): number {
  return one.writtenAt < other.writtenAt ? -1 : 1;
}
