// @vitest-environment node
import { describe, expect, test } from "vitest";
import type { News, Snapshot } from "../../../frontend/src/protocol";
import {
  applied,
  fromSnapshot,
  type StreamState,
} from "../../../frontend/src/sync/store";

const STREAM = "session:1";

/** A number generator that gives the same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

type Notes = Record<string, { id: string; text: string }>;

/** The server as it should be: one event changes one note, and it remembers every state. */
class Server {
  readonly past: Notes[] = [{}];
  readonly touched: (string | null)[] = [];

  happen(roll: (sides: number) => number): void {
    const now: Notes = { ...this.past.at(-1) };
    const id = `note-${roll(8)}`;
    const kind = roll(10);
    if (kind === 0) {
      for (const key of Object.keys(now)) if (roll(2)) delete now[key];
    } else if (kind < 3) delete now[id];
    else now[id] = { id, text: `text ${roll(1000)}` };
    this.past.push(now);
    this.touched.push(kind === 0 ? null : id);
  }

  get head(): number {
    return this.past.length - 1;
  }

  snapshot(): Snapshot {
    return snapshotOf(this.past.at(-1) ?? {}, this.head);
  }

  /** As the protocol says: which records happened to be touched, as they are now. */
  newsSince(since: number): News {
    const now = this.past.at(-1) ?? {};
    const touched = this.touched.slice(since);
    const isComplete = touched.includes(null);
    const ids = isComplete ? Object.keys(now) : touched.map(String);
    const put = Object.fromEntries(
      ids.filter((id) => now[id]).map((id) => [id, now[id]]),
    ) as unknown as News["put"]["note"];
    const drop = isComplete ? [] : ids.filter((id) => !now[id]);
    return news({
      since,
      sequence: this.head,
      put: { note: put ?? {} },
      drop: { note: drop },
      all: isComplete ? ["note"] : [],
    });
  }
}

function snapshotOf(notes: Notes, sequence: number): Snapshot {
  return {
    stream: STREAM,
    epoch: "first",
    sequence,
    put: { note: notes as unknown as NonNullable<Snapshot["put"]["note"]> },
    mine: {},
    signals: { ready_in: [], reactions: {} },
    standing: "as-bo",
    now: "2026-11-28T10:00:00Z",
    me: { member_id: "me", participant_id: null, roles: [], may: [] },
  };
}

function news(more: Partial<News>): News {
  return {
    type: "news",
    stream: STREAM,
    epoch: "first",
    since: 0,
    sequence: 1,
    put: {},
    drop: {},
    all: [],
    ...more,
  };
}

function notesIn(state: StreamState): unknown {
  return Object.fromEntries(state.tables.note);
}

describe("a browser that hears news in any order, twice or not at all", () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    "converges (seed %i)",
    (seed) => {
      const roll = dice(seed);
      const server = new Server();
      for (let n = roll(5); n > 0; n -= 1) server.happen(roll);
      let state = fromSnapshot(server.snapshot());
      const flying: News[] = [];
      const seen: [unknown, unknown][] = [];

      for (let step = 0; step < 80; step += 1) {
        server.happen(roll);
        flying.push(
          server.newsSince(
            roll(2) ? state.sequence : Math.max(0, server.head - 1),
          ),
        );
        const arriving = flying[roll(flying.length)];
        if (!arriving || roll(3) === 0) continue;
        const next = applied(state, arriving);
        state = next ?? fromSnapshot(server.snapshot());
        const isCurrent = next !== null && arriving.sequence === server.head;
        if (isCurrent) seen.push([notesIn(state), server.past.at(-1)]);
      }
      state = applied(state, server.newsSince(state.sequence)) ?? state;

      expect(seen.map(([mine]) => mine)).toEqual(
        seen.map(([, theirs]) => theirs),
      );
      expect(notesIn(state)).toEqual(server.past.at(-1));
      expect(state.sequence).toBe(server.head);
    },
  );
});

describe("the client rule", () => {
  const start = fromSnapshot(snapshotOf({ a: { id: "a", text: "A" } }, 5));

  test("old news changes nothing at all", () => {
    const old = news({ since: 3, sequence: 5, drop: { note: ["a"] } });

    expect(applied(start, old)).toBe(start);
  });

  test("news of another epoch asks for a snapshot", () => {
    expect(
      applied(start, news({ epoch: "second", since: 5, sequence: 6 })),
    ).toBeNull();
  });

  test("news that leaves a gap asks for a snapshot", () => {
    expect(applied(start, news({ since: 7, sequence: 8 }))).toBeNull();
  });

  test("what did not change keeps its identity", () => {
    const same = { id: "a", text: "A" } as unknown as NonNullable<
      News["put"]["note"]
    >[string];
    const next = applied(
      start,
      news({ since: 5, sequence: 6, put: { note: { a: same } } }),
    );

    expect(next?.tables.note.get("a")).toBe(start.tables.note.get("a"));
    expect(next?.tables.group).toBe(start.tables.group);
    expect(next?.sequence).toBe(6);
  });
});
