import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Outgoing } from "../../../frontend/src/protocol";
import { Live } from "../../../frontend/src/sync/socket";
import {
  FakeSocket,
  later,
  latest,
  newsTo,
  Reader,
  STREAM,
  welcome,
} from "./fakeSocket";

let live: Live;
const fetched = vi.fn<(url: string) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(1);
  FakeSocket.all = [];
  fetched.mockReset();
  fetched.mockImplementation(() => Promise.resolve(Response.json(newsTo(3))));
  vi.stubGlobal("fetch", fetched);
  live = new Live(() => new FakeSocket() as unknown as WebSocket);
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("while sockets work", () => {
  test("it follows from where the follower is, and hands on the news", () => {
    const reader = new Reader();
    live.attach(STREAM, reader);
    const socket = welcome();
    socket.hear(newsTo(4));

    expect(socket.sent).toEqual([
      { type: "follow", stream: STREAM, epoch: "first", since: 3 },
    ]);
    expect(reader.heard).toEqual([4]);
    expect(live.state.value).toBe("live");
  });

  test("all streams share one socket", () => {
    live.attach(STREAM, new Reader());
    live.attach("partnership:2", new Reader());
    const socket = welcome();

    expect(FakeSocket.all).toHaveLength(1);
    expect(socket.sent.map((message) => message.type)).toEqual([
      "follow",
      "follow",
    ]);
  });

  test("it says at each heartbeat where it is", async () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    await later(10_000);

    expect(socket.sent.at(-1)).toEqual({
      type: "here",
      positions: { [STREAM]: 3 },
    });
  });

  test("it confirms early when much came in", () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    socket.hear({ ...newsTo(4), all: ["x".repeat(200_000)] });

    expect(socket.sent.at(-1)).toEqual({
      type: "here",
      positions: { [STREAM]: 4 },
    });
  });

  test("a reset asks the follower, who then follows again from the snapshot", () => {
    const reader = new Reader();
    live.attach(STREAM, reader);
    const socket = welcome();
    socket.hear({ type: "reset", stream: STREAM, reason: "epoch_changed" });
    reader.at = { epoch: "second", sequence: 9 };
    live.refollow(STREAM);

    expect(reader.resets).toHaveBeenCalledOnce();
    expect(socket.sent.at(-1)).toEqual({
      type: "follow",
      stream: STREAM,
      epoch: "second",
      since: 9,
    });
  });

  test("it asks again when it stays behind", () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    const heads: Outgoing = {
      type: "heads",
      now: "2026-11-28T10:00:00Z",
      positions: { [STREAM]: { epoch: "first", sequence: 5 } },
    };
    socket.hear(heads);
    expect(socket.sent).toHaveLength(1);
    socket.hear(heads);

    expect(socket.sent).toHaveLength(2);
  });

  test("a refused follower is told why", () => {
    const reader = new Reader();
    live.attach(STREAM, reader);
    welcome().hear({
      type: "refused",
      stream: STREAM,
      code: "not_allowed",
      detail: "No.",
    });

    expect(reader.refusals).toHaveBeenCalledExactlyOnceWith("not_allowed");
  });
});

describe("when the link breaks", () => {
  test("it comes back by itself and continues from where it was", async () => {
    const reader = new Reader();
    live.attach(STREAM, reader);
    const first = welcome();
    first.hear(newsTo(4));
    first.breakDown();
    expect(live.state.value).toBe("reconnecting");
    await later(2000);
    const second = welcome();

    expect(second).not.toBe(first);
    expect(second.sent).toEqual([
      { type: "follow", stream: STREAM, epoch: "first", since: 4 },
    ]);
    expect(live.state.value).toBe("live");
  });

  test("it notices a dead link by missing signs of life", async () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    await later(31_000);

    expect(socket.isClosed).toBe(true);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
  });

  test("the pauses grow up to half a minute", async () => {
    live.attach(STREAM, new Reader());
    const opened: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      const count = FakeSocket.all.length;
      latest().breakDown();
      const start = Date.now();
      while (FakeSocket.all.length === count) await later(500);
      opened.push((Date.now() - start) / 1000);
    }

    expect(opened).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30]);
  });

  test("a server that restarts says when to come back", async () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    socket.hear({ type: "bye", reason: "restarting", retry_after_ms: 7000 });
    await later(6900);
    expect(FakeSocket.all).toHaveLength(1);
    await later(200);

    expect(FakeSocket.all).toHaveLength(2);
  });

  test("it tries at once when the network is back", async () => {
    live.attach(STREAM, new Reader());
    for (let n = 0; n < 6; n += 1) {
      latest().breakDown();
      await later(n < 5 ? 31_000 : 0);
    }
    const count = FakeSocket.all.length;
    window.dispatchEvent(new Event("online"));
    await later(1000);

    expect(FakeSocket.all).toHaveLength(count + 1);
  });

  test("it waits for no heartbeat to be missed where the browser knows that the network went", async () => {
    live.attach(STREAM, new Reader());
    const first = welcome();
    window.dispatchEvent(new Event("offline"));
    expect(live.state.value).toBe("reconnecting");
    expect(first.isClosed).toBe(true);
    await later(1000);
    welcome();

    expect(live.state.value).toBe("live");
    expect(FakeSocket.all).toHaveLength(2);
  });

  test("it does not come back after signing out", async () => {
    const reader = new Reader();
    live.attach(STREAM, reader);
    welcome().breakDown(4401);
    await later(120_000);

    expect(FakeSocket.all).toHaveLength(1);
    expect(reader.refusals).toHaveBeenCalledExactlyOnceWith("session_ended");
  });
});

describe("whoever only wants to hear that something happened", () => {
  test("follows from now on, and assumes the worst after a break", async () => {
    const onNews = vi.fn();
    live.follow(STREAM, onNews);
    const first = welcome();
    expect(first.sent).toEqual([{ type: "follow", stream: STREAM }]);
    expect(onNews).not.toHaveBeenCalled();
    first.breakDown();
    await later(2000);
    welcome();

    expect(onNews).toHaveBeenCalledOnce();
  });

  test("continues from the last news after a break", async () => {
    const onNews = vi.fn();
    live.follow(STREAM, onNews);
    const first = welcome();
    first.hear(newsTo(4));
    first.breakDown();
    await later(2000);

    expect(welcome().sent).toEqual([
      { type: "follow", stream: STREAM, epoch: "first", since: 4 },
    ]);
    expect(onNews).toHaveBeenCalledOnce();
  });
});
