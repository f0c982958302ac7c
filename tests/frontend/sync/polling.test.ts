import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

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
    fetched.mockResolvedValue(
      Response.json({ code: "not_found" }, { status: 404 }),
    );
    await blocked(reader);
    await later(20_000);

    expect(reader.refusals).toHaveBeenCalledExactlyOnceWith("not_found");
    expect(fetched).toHaveBeenCalledOnce();
  });
});
