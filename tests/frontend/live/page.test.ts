import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetAnnouncements } from "../../../frontend/src/live/announcer";
import type {
  ConnectionState,
  LiveConnection,
} from "../../../frontend/src/live/connection";
import { startLive } from "../../../frontend/src/live/page";

const STREAM = "partnership:1";

class FakeConnection implements LiveConnection {
  followed = new Map<string, (news: unknown) => void>();
  say: (state: ConnectionState) => void = () => undefined;

  follow = (stream: string, onNews: (news: unknown) => void) => {
    this.followed.set(stream, onNews);
    return () => this.followed.delete(stream);
  };

  watchState = (listener: (state: ConnectionState) => void) => {
    this.say = listener;
    listener("live");
    return () => undefined;
  };

  news(stream = STREAM): void {
    this.followed.get(stream)?.({});
  }
}

function page(items: string[], title = "Actions"): string {
  const lines = items
    .map((item) => `<li data-item="${item[0]}">${item}</li>`)
    .join("");
  return `<!doctype html><title>${title}</title><body>
    <div id="live-state" hidden><span data-live-words></span><button data-live-pause>Pause</button></div>
    <ul id="actions" data-live="${STREAM} session:2" data-live-name="Actions">${lines}</ul>
    <p id="announcements" role="status"></p></body>`;
}

function serve(
  html: string,
  init: { status?: number; redirected?: boolean } = {},
): void {
  const { status = 200, redirected = false } = init;
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => ({
      ok: status < 400,
      redirected,
      text: async () => html,
    })),
  );
}

function list(): string[] {
  return [...document.querySelectorAll("#actions li")].map(
    (item) => item.textContent ?? "",
  );
}

function said(): string {
  return document.getElementById("announcements")?.textContent ?? "";
}

function stateLine(): string {
  return document.querySelector("[data-live-words]")?.textContent ?? "";
}

let connection: FakeConnection;
let stop: () => void = () => undefined;

function open(items: string[]): void {
  const parsed = new DOMParser().parseFromString(page(items), "text/html");
  document.body.innerHTML = parsed.body.innerHTML;
  connection = new FakeConnection();
  stop = startLive(connection);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  stop();
  forgetAnnouncements();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("news of any of its streams refreshes the region and says what changed", async () => {
  open(["1 Call", "2 Write"]);
  serve(page(["1 Call", "2 Write, done", "3 Ask"], "Actions (3)"));

  connection.news("session:2");
  await vi.advanceTimersByTimeAsync(400);

  expect(list()).toEqual(["1 Call", "2 Write, done", "3 Ask"]);
  expect(said()).toBe("Actions: 1 new, 1 changed.");
  expect(document.title).toBe("Actions (3)");
});

test("a page without live regions follows nothing and shows no state", () => {
  document.body.innerHTML = '<div id="live-state" hidden></div>';
  connection = new FakeConnection();
  stop = startLive(connection);

  expect(connection.followed.size).toBe(0);
  expect(document.getElementById("live-state")?.hidden).toBe(true);
});

test("many changes make few announcements, none is lost", async () => {
  open(["1 Call"]);
  const spoken: string[] = [];
  const region = document.getElementById("announcements") as HTMLElement;
  new MutationObserver(() => spoken.push(said())).observe(region, {
    childList: true,
  });

  const items = ["1 Call"];
  for (let second = 0; second < 12; second += 1) {
    items.push(`${String.fromCharCode(97 + second)} More`);
    serve(page(items));
    connection.news();
    await vi.advanceTimersByTimeAsync(1400);
  }
  await vi.advanceTimersByTimeAsync(6000);

  expect(list()).toHaveLength(13);
  expect(spoken.length).toBeGreaterThan(1);
  expect(spoken.length).toBeLessThanOrEqual(5);
});

test("an unchanged page is not announced", async () => {
  open(["1 Call"]);
  serve(page(["1 Call"]));

  connection.news();
  await vi.advanceTimersByTimeAsync(400);

  expect(fetch).toHaveBeenCalledOnce();
  expect(said()).toBe("");
});

test("paused, news is counted and shown when the reader asks", async () => {
  open(["1 Call"]);
  serve(page(["1 Call", "2 Write"]));
  const button = document.querySelector<HTMLButtonElement>("[data-live-pause]");

  button?.click();
  connection.news();
  connection.news();
  await vi.advanceTimersByTimeAsync(5000);

  expect(list()).toEqual(["1 Call"]);
  expect(stateLine()).toBe("Paused, 2 updates waiting");
  expect(button?.textContent).toBe("Show updates");

  button?.click();
  await vi.advanceTimersByTimeAsync(1000);

  expect(list()).toEqual(["1 Call", "2 Write"]);
  expect(stateLine()).toBe("Live");
});

test("the state of the connection is told in words", () => {
  open(["1 Call"]);
  expect(stateLine()).toBe("Live");

  connection.say("reconnecting");
  expect(stateLine()).toBe("Reconnecting…");
  connection.say("polling");
  expect(stateLine()).toBe("Checking every few seconds");
});

test.each([{ status: 500 }, { redirected: true }])(
  "an answer that is not this page (%o) changes nothing and is asked for again",
  async (init) => {
    open(["1 Call"]);
    serve("<ul id=actions></ul>", init);

    connection.news();
    await vi.advanceTimersByTimeAsync(400);
    expect(list()).toEqual(["1 Call"]);

    serve(page(["2 Write"]));
    await vi.advanceTimersByTimeAsync(3000);
    expect(list()).toEqual(["2 Write"]);
  },
);

test("a hidden page waits until it is looked at", async () => {
  open(["1 Call"]);
  serve(page(["2 Write"]));
  const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);

  connection.news();
  await vi.advanceTimersByTimeAsync(5000);
  expect(fetch).not.toHaveBeenCalled();

  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(1500);
  expect(list()).toEqual(["2 Write"]);
});
