/**
 * Receipts of notes without a name. The server stores nobody as their writer; only this browser knows
 * which are hers, and the secret in each receipt lets her change the note, take it back, or follow it.
 */

import { signal, type ReadonlySignal } from "@preact/signals";
import { forget, keep, keysUnder, kept, watch } from "./shelf";

export interface Receipt {
  readonly id: string;
  readonly columnId: string;
  readonly text: string;
  readonly attribution: string;
  readonly forPeople: number;
  /** 256 random bits in hexadecimal. */
  readonly secret: string;
  readonly writtenAt: string;
  /** Whether the note was seen on the board, from where it may go again. */
  readonly wasShown: boolean;
}

const SHELF = "receipt:";

/** A secret that nobody guesses. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The sessions in which somebody wrote without a name in this browser. */
export function sessionsWithReceipts(): readonly string[] {
  const sessions = keysUnder(SHELF).map((key) => key.slice(SHELF.length).split(":", 1)[0] ?? "");
  return [...new Set(sessions)];
}

/** The receipts of one person in one session as they are now; `owner` is `<session>:<participant>`. */
export function receiptsOf(owner: string): readonly Receipt[] {
  return found(`${SHELF}${owner}:`);
}

/** The receipts of one person in one session; `owner` is `<session>:<participant>`. */
export class Receipts {
  private readonly list = signal<readonly Receipt[]>([]);
  private readonly start: string;
  readonly stop: () => void;

  constructor(owner: string) {
    this.start = `${SHELF}${owner}:`;
    this.list.value = found(this.start);
    this.stop = watch(this.start, () => {
      this.list.value = found(this.start);
    });
  }

  /** Oldest first. */
  get all(): ReadonlySignal<readonly Receipt[]> {
    return this.list;
  }

  of(id: string): Receipt | undefined {
    return this.list.value.find((receipt) => receipt.id === id);
  }

  keep(receipt: Receipt): void {
    keep(this.start + receipt.id, JSON.stringify(receipt));
    this.list.value = found(this.start);
  }

  forget(id: string): void {
    forget(this.start + id);
    this.list.value = found(this.start);
  }

  /** Remembers which notes are on the board by now. */
  seen(isShown: (id: string) => boolean): void {
    for (const receipt of this.list.peek()) {
      if (!receipt.wasShown && isShown(receipt.id)) this.keep({ ...receipt, wasShown: true });
    }
  }
}

function found(start: string): readonly Receipt[] {
  return keysUnder(start)
    .map((key) => JSON.parse(kept(key)) as Receipt)
    .sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1));
}
