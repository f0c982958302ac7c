import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NamelessInput } from "../../frontend/src/islands/nameless/app";
import { reloadShelf } from "../../frontend/src/sync/shelf";
import { Receipts } from "../../frontend/src/sync/receipts";
import { action, feedback, insight, note } from "./board/records";

const SESSION = { s: { id: "s", title: "Falls at home", language: "en" } };
const asked: string[] = [];

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
  asked.length = 0;
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function wrote(id: string, text: string, owner = "s:part"): void {
  new Receipts(owner).keep({
    id,
    columnId: "what",
    text,
    attribution: "anonymous",
    forPeople: 1,
    secret: "a".repeat(64),
    writtenAt: "2026-11-22T10:00:00Z",
    wasShown: false,
  });
}

function serve(put: Record<string, unknown>, status = 200): void {
  const snapshot = {
    put: { session: SESSION, ...put },
    me: { participant_id: "part" },
  };
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify(snapshot), { status }));
  });
}

test("a note without a name is followed to what was learned, done and told", async () => {
  wrote("n", "I am afraid of the stairs");
  serve({
    note: { n: note("n"), other: note("other") },
    insight: {
      i: insight("i", { note_ids: ["n"], disposition: "act" }),
      else: insight("else", {
        statement: "Something else",
        note_ids: ["other"],
      }),
    },
    action: {
      a: action("a", {
        title: "Put up rails",
        note_ids: ["n"],
        state: "accepted",
      }),
    },
    feedback: {
      f: feedback("f", {
        text: "Rails come in May",
        published_at: "2026-11-23",
      }),
    },
  });
  render(<NamelessInput />);

  const card = await screen.findByRole("article", {
    name: "I am afraid of the stairs",
  });

  expect(card.textContent).toContain("Answered");
  expect(card.textContent).toContain("Homes are not ready");
  expect(card.textContent).toContain("Answer: we act on it");
  expect(card.textContent).toContain("Put up rails accepted");
  expect(card.textContent).toContain("Rails come in May");
  expect(card.textContent).not.toContain("Something else");
  expect(asked).toEqual(["/api/v1/streams/session:s/snapshot"]);
});

test.each([
  [{}, "Not shown to others yet", "Others read it when the notes are shown."],
  [{ note: { n: note("n") } }, "Not answered yet", ""],
])(
  "a note without an answer says how far it came",
  async (put, state, more) => {
    wrote("n", "I am afraid of the stairs");
    serve(put);
    render(<NamelessInput />);

    const card = await screen.findByRole("article");

    expect(card.textContent).toContain(state);
    expect(card.textContent).toContain(more);
  },
);

test("what somebody else wrote in this browser is not shown", async () => {
  wrote("mine", "My own words");
  wrote("hers", "Her words", "s:another");
  serve({});
  render(<NamelessInput />);

  await screen.findByText("My own words");

  expect(screen.queryByText("Her words")).toBeNull();
});

test("a session that one is not in any more is passed over", async () => {
  wrote("n", "I am afraid of the stairs");
  serve({}, 404);
  render(<NamelessInput />);
  await vi.waitFor(() => expect(asked).toHaveLength(1));

  expect(screen.queryByRole("article")).toBeNull();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("without a connection it says so, and without receipts it asks for nothing", async () => {
  serve({}, 503);
  const { unmount } = render(<NamelessInput />);
  expect(asked).toEqual([]);
  unmount();

  wrote("n", "I am afraid of the stairs");
  render(<NamelessInput />);

  expect((await screen.findByRole("alert")).textContent).toContain(
    "No connection",
  );
});
