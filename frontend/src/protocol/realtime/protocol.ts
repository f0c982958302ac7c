/** Every message that is exchanged at /live/; docs/live-updates.md says what they promise. Made by `manage.py export_types`; do not edit. */

import type { Position } from "../eventlog/queries";
import type { Put } from "./readers";
import type { Me } from "./standing";
import type { Signals } from "../reflections/queries/facilitating";
import type { NoteRecord } from "../reflections/records/note";
import type { WritingRecord } from "../reflections/records/writing";

/** The server goes away; come back after that time. */
export interface Bye {
  type: "bye";
  reason: "restarting";
  retry_after_ms: number;
}

/**
 * Send me what happens on *stream* after *since*; without a position: from now on.
 *
 * *standing* is that of the snapshot: who may see something else by now needs another snapshot.
 */
export interface Follow {
  type: "follow";
  stream: string;
  epoch?: string | null;
  since?: number | null;
  standing?: string | null;
}

/**
 * A sign of life: where the streams are that you follow, and what time it is.
 *
 * Behind for long? Follow again.
 */
export interface Heads {
  type: "heads";
  positions: Record<string, Position>;
  now: string;
}

/** I am still here, and have everything up to these sequences. */
export interface Here {
  type: "here";
  positions: Record<string, number>;
}

/**
 * What changed on *stream* after *since* and up to *sequence*: records as they are now.
 *
 * `put` replaces, `drop` removes; of the types in `all` every record that is not in `put` is gone.
 */
export interface News {
  type: "news";
  stream: string;
  epoch: string;
  since: number;
  sequence: number;
  put: Put;
  drop: Record<string, string[]>;
  all: string[];
}

/** You cannot follow *stream*, or not any more; *detail* is a sentence for the person. */
export interface Refused {
  type: "refused";
  stream: string;
  code: string;
  detail: string;
}

/** Changes cannot bring you up to date: fetch a snapshot, then follow again. */
export interface Reset {
  type: "reset";
  stream: string;
  reason: "epoch_changed" | "rights_changed" | "too_far";
}

/**
 * Everything that one person may see of *stream*, as it is at *sequence* or later.
 *
 * What is hers alone travels only here: `mine` are her notes that nobody else sees yet, `signals`
 * what she said with a press. `now` is the server's time, the only one that counts.
 */
export interface Snapshot {
  stream: string;
  epoch: string;
  sequence: number;
  put: Put;
  mine: Record<string, NoteRecord>;
  signals: Signals;
  me: Me;
  standing: string;
  now: string;
}

/** Send me nothing more of *stream*. */
export interface Unfollow {
  type: "unfollow";
  stream: string;
}

/** The first message: which protocol this is, how often a sign of life comes, what time it is. */
export interface Welcome {
  type: "welcome";
  heartbeat_seconds: number;
  now: string;
  version?: number;
}

/**
 * Who is at which form right now, to those who run the session; it replaces what was told before.
 *
 * It has no position: it is a sign of life that passes, and no part of what happened.
 */
export interface Writing {
  type: "writing";
  stream: string;
  writers: WritingRecord[];
}
