import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Outbox, type Written } from "../../../frontend/src/sync/outbox";
import { isKeptOnDevice, reloadShelf } from "../../../frontend/src/sync/shelf";
import { stubLocks } from "./locks";

const PLACE = "/api/v1/partnerships/p/sessions/s/";

/** A server that keeps notes by id, as ours does, and fails when told to. */
class Server {
  readonly notes = new Map<string, string>();
  readonly requests: string[] = [];
  readonly acts: object[] = [];
  readonly lengths = new Set<number>();
  fails: (() => Response | Promise<Response>) | null = null;
  losesAnswers = false;

  answer = async (input: string, init: RequestInit): Promise<Response> => {
    this.requests.push(input);
    if (this.fails) return this.fails();
    const act = JSON.parse(String(init.body)) as { id: string; text: string };
    this.acts.push(act);
    this.lengths.add(new TextEncoder().encode(String(init.body)).length);
    this.notes.set(act.id, act.text);
    if (this.losesAnswers) throw new TypeError("network");
    return new Response(null, { status: 204 });
  };
}

function written(text: string, more: Partial<Written> = {}): Written {
  return {
    columnId: "column",
    text,
    attribution: "named",
    forPeople: 1,
    onBehalf: "",
    agreed: false,
    ...more,
  };
}

function refusal(status: number, code: string, detail: string): Response {
  return Response.json({ code, detail, status }, { status });
}

let server: Server;
const open: Outbox[] = [];

function outbox(onSent = vi.fn(), owner = "session:member"): Outbox {
  const made = new Outbox({ sessionUrl: PLACE, owner, onSent });
  open.push(made);
  return made;
}

async function later(milliseconds = 40_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

beforeEach(() => {
  vi.useFakeTimers();
  window.localStorage.clear();
  reloadShelf();
  stubLocks();
  server = new Server();
  vi.stubGlobal("fetch", vi.fn(server.answer));
});

afterEach(() => {
  for (const one of open.splice(0)) one.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the way of a note", () => {
  test("a note is sent once and then forgotten here", async () => {
    const onSent = vi.fn();
    const box = outbox(onSent);

    const note = box.add(written("Loose rugs"));
    await later();

    expect([...server.notes]).toEqual([[note.id, "Loose rugs"]]);
    expect(server.requests).toHaveLength(1);
    expect(onSent).toHaveBeenCalledOnce();
    expect(box.notes.value).toEqual([]);
    expect(window.localStorage).toHaveLength(0);
  });

  test("the id is a random UUID that the browser made", () => {
    const { id } = outbox().add(written("Loose rugs"));

    expect(id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test("a note waits while there is no connection, and is sent in order afterwards", async () => {
    server.fails = () => Promise.reject(new TypeError("network"));
    const box = outbox();
    box.add(written("first"));
    box.add(written("second"));
    await later(5000);
    expect(box.notes.value.map((note) => [note.text, note.problem])).toEqual([
      ["first", ""],
      ["second", ""],
    ]);

    server.fails = null;
    await later();

    expect([...server.notes.values()].toSorted()).toEqual(["first", "second"]);
    expect(box.notes.value).toEqual([]);
  });

  test("a lost answer makes a repeat of the same id, so that there is one note", async () => {
    server.losesAnswers = true;
    const box = outbox();
    box.add(written("Loose rugs"));
    await later(2000);
    server.losesAnswers = false;
    await later();

    expect(server.requests.length).toBeGreaterThan(1);
    expect(new Set(server.requests).size).toBe(1);
    expect(server.notes.size).toBe(1);
    expect(box.notes.value).toEqual([]);
  });

  test("a server that is too busy names the time after which to come back", async () => {
    server.fails = () =>
      new Response("", { status: 429, headers: { "Retry-After": "20" } });
    outbox().add(written("Loose rugs"));
    await later(19_000);
    expect(server.requests).toHaveLength(1);

    server.fails = null;
    await later(2000);

    expect(server.notes.size).toBe(1);
  });
});

describe("nothing typed is thrown away", () => {
  test("what waits survives a reload", async () => {
    server.fails = () => Promise.reject(new TypeError("network"));
    const before = outbox();
    const note = before.add(written("Loose rugs"));
    await later(100);
    before.stop();
    reloadShelf();

    server.fails = null;
    const after = outbox();
    expect(after.notes.value.map((one) => one.id)).toEqual([note.id]);
    await later();

    expect([...server.notes]).toEqual([[note.id, "Loose rugs"]]);
  });

  test("a refused note keeps its text and the reason, and holds no other note up", async () => {
    server.fails = () =>
      refusal(409, "wrong_phase", "Notes can be added only while ...");
    const box = outbox();
    box.add(written("too late"));
    await later(100);
    server.fails = null;
    box.add(written("in time"));
    await later();

    expect([...server.notes.values()]).toEqual(["in time"]);
    expect(box.notes.value.map((note) => [note.text, note.problem])).toEqual([
      ["too late", "Notes can be added only while ..."],
    ]);
  });

  test("a refused note is sent again when its writer asks", async () => {
    server.fails = () => refusal(400, "invalid_input", "No.");
    const box = outbox();
    const note = box.add(written("Loose rugs"));
    await later(100);

    server.fails = null;
    box.retry(note.id);
    await later(100);

    expect([...server.notes]).toEqual([[note.id, "Loose rugs"]]);
    expect(box.notes.value).toEqual([]);
  });

  test("notes that came too late go out when the session collects again", async () => {
    server.fails = () => refusal(409, "wrong_phase", "No.");
    const box = outbox();
    box.add(written("Loose rugs"));
    await later(100);

    server.fails = null;
    box.retryRefused("wrong_phase");
    await later(100);

    expect(server.notes.size).toBe(1);
  });

  test("somebody else on the same device does not send them", async () => {
    server.fails = () => Promise.reject(new TypeError("network"));
    outbox().add(written("Loose rugs"));
    server.fails = null;

    const other = outbox(vi.fn(), "session:somebody else");
    await later(100);

    expect(other.notes.value).toEqual([]);
  });

  test("without storage it stays in memory, and the person can be told", async () => {
    vi.stubGlobal("localStorage", {
      length: 0,
      key: () => null,
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    });
    server.fails = () => Promise.reject(new TypeError("network"));
    const box = outbox();
    box.add(written("Loose rugs"));
    await later(100);

    expect(isKeptOnDevice.value).toBe(false);
    expect(box.notes.value.map((note) => note.text)).toEqual(["Loose rugs"]);
  });
});
