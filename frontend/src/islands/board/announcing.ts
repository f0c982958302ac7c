/** Announcing what others changed on the board, summed up over a while. */

import { tell } from "../../live/announcer";
import type { StreamState } from "../../sync/store";
import { sentenceFor } from "./news";
import { preferences } from "./preferences";

const ANNOUNCE_EVERY = 5000;

/** Tells of the difference between what was announced last and what is there now. */
export class Announcing {
  private announced: StreamState | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: { readonly value: StreamState | null },
    private readonly participantId: () => string,
  ) {}

  /** Something changed: `first` is told of when nothing was before. */
  soon(first: StreamState): void {
    this.announced ??= first;
    this.timer ??= setTimeout(() => this.announce(), ANNOUNCE_EVERY);
  }

  private announce(): void {
    this.timer = undefined;
    const now = this.state.value;
    if (!now || !this.announced) return;
    const { detail } = preferences;
    tell(sentenceFor(this.announced.tables, now.tables, detail.value, this.participantId()));
    this.announced = now;
  }
}
