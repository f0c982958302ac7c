import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Incoming, News, Outgoing } from "../../../frontend/src/protocol";
import type { Follower, Position } from "../../../frontend/src/sync/follower";
import { Live } from "../../../frontend/src/sync/socket";

const STREAM = "session:1";

class FakeSocket extends EventTarget {
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
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }

  breakDown(code = 1006): void {
    this.dispatchEvent(new CloseEvent("close", { code }));
  }
}

class Reader implements Follower {
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

let live: Live;
const fetched = vi.fn<(url: string) => Promise<Response>>();

function latest(): FakeSocket {
  const socket = FakeSocket.all.at(-1);
  if (!socket) throw new Error("no socket was opened");
  return socket;
}

function welcome(): FakeSocket {
  const socket = latest();
  socket.hear({ type: "welcome", heartbeat_seconds: 10, version: 1 });
  return socket;
}

function newsTo(sequence: number): News {
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

async function later(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

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

    expect(socket.sent).toEqual([{ type: "follow", stream: STREAM, epoch: "first", since: 3 }]);
    expect(reader.heard).toEqual([4]);
    expect(live.state.value).toBe("live");
  });

  test("all streams share one socket", () => {
    live.attach(STREAM, new Reader());
    live.attach("partnership:2", new Reader());
    const socket = welcome();

    expect(FakeSocket.all).toHaveLength(1);
    expect(socket.sent.map((message) => message.type)).toEqual(["follow", "follow"]);
  });

  test("it says at each heartbeat where it is", async () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    await later(10_000);

    expect(socket.sent.at(-1)).toEqual({ type: "here", positions: { [STREAM]: 3 } });
  });

  test("it confirms early when much came in", () => {
    live.attach(STREAM, new Reader());
    const socket = welcome();
    socket.hear({ ...newsTo(4), all: ["x".repeat(200_000)] });

    expect(socket.sent.at(-1)).toEqual({ type: "here", positions: { [STREAM]: 4 } });
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
    welcome().hear({ type: "refused", stream: STREAM, code: "not_allowed", detail: "No." });

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
    expect(second.sent).toEqual([{ type: "follow", stream: STREAM, epoch: "first", since: 4 }]);
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

  test("it does not come back after signing out", async () => {
    const reader = new Reader();
    live.attach(STREAM, reader);
    welcome().breakDown(4401);
    await later(120_000);

    expect(FakeSocket.all).toHaveLength(1);
    expect(reader.refusals).toHaveBeenCalledExactlyOnceWith("session_ended");
  });
});

async function blocked(reader: Reader): Promise<void> {
  live.attach(STREAM, reader);
  latest().breakDown();
  await later(1000);
  latest().breakDown();
  await later(0);
}

describe("when sockets are blocked", () => {
  test("it polls every five seconds from where the follower is", async () => {
    const reader = new Reader();
    let sequence = 3;
    fetched.mockImplementation(() => {
      sequence += 1;
      return Promise.resolve(Response.json(newsTo(sequence)));
    });
    await blocked(reader);
    await later(5000);

    expect(live.state.value).toBe("polling");
    expect(reader.heard).toEqual([4, 5]);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([
      `/api/v1/streams/${STREAM}/changes?epoch=first&since=3`,
      `/api/v1/streams/${STREAM}/changes?epoch=first&since=4`,
    ]);
  });

  test("a firewall that swallows everything counts as blocked", async () => {
    live.attach(STREAM, new Reader());
    await later(4000 + 1000 + 4000);

    expect(fetched).toHaveBeenCalled();
    expect(live.state.value).toBe("polling");
  });

  test("it looks at once after an own act", async () => {
    await blocked(new Reader());
    live.lookNow();
    await later(0);

    expect(fetched).toHaveBeenCalledTimes(2);
  });

  test("it says so when nothing answers at all", async () => {
    fetched.mockRejectedValue(new TypeError("network"));
    await blocked(new Reader());

    expect(live.state.value).toBe("reconnecting");
  });

  test("it goes back to the socket as soon as one works", async () => {
    const reader = new Reader();
    await blocked(reader);
    await later(3000);
    welcome();
    const asked = fetched.mock.calls.length;
    await later(20_000);

    expect(live.state.value).toBe("live");
    expect(fetched.mock.calls).toHaveLength(asked);
  });

  test("a stream that is not hers any more is told and left", async () => {
    const reader = new Reader();
    fetched.mockResolvedValue(Response.json({ code: "not_found" }, { status: 404 }));
    await blocked(reader);
    await later(20_000);

    expect(reader.refusals).toHaveBeenCalledExactlyOnceWith("not_found");
    expect(fetched).toHaveBeenCalledOnce();
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

    expect(welcome().sent).toEqual([{ type: "follow", stream: STREAM, epoch: "first", since: 4 }]);
    expect(onNews).toHaveBeenCalledOnce();
  });
});
