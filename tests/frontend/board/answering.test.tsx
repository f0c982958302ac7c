import { cleanup, fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, insight, note } from "./records";
import { FACILITATOR, stage } from "./stage";

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  // Forms say that they close: before there is no server to say it to.
  cleanup();
  vi.unstubAllGlobals();
});

async function answering() {
  const put = {
    note: byId([note("1")]),
    insight: { i: insight("i", { note_ids: ["1"] }) },
  };
  const set = await stage({ phase: "translate", may: FACILITATOR, put });
  fireEvent.click(
    screen.getByRole("button", { name: "Other answer: Homes are not ready" }),
  );
  return set;
}

function choose(words: RegExp): void {
  fireEvent.click(screen.getByRole("radio", { name: words }));
}

function fill(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

async function saved({
  server,
}: {
  server: { asked: readonly { method: string }[] };
}) {
  const writes = () => server.asked.filter(({ method }) => method === "PUT");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()).toHaveLength(1));
  return writes()[0];
}

test("parking needs a day and a reason, which the server's rules ask for", async () => {
  const set = await answering();
  choose(/^we park it/);
  fill("When do you look at it again?", "2027-06-01");
  fill("Why?", "No money this year");

  expect(await saved(set)).toMatchObject({
    path: "insights/i/disposition/",
    body: {
      disposition: "park",
      reason: "No money this year",
      revisit_on: "2027-06-01",
      question: "",
      answer_by: null,
      version: 1,
    },
  });
});

test("each answer asks for what belongs to it and for nothing else", async () => {
  await answering();
  choose(/^we ask further/);
  expect(screen.queryByLabelText("Which question?")).not.toBeNull();
  choose(/^we take it to a higher level/);
  expect(screen.queryByLabelText("Which question?")).toBeNull();
  expect(screen.queryByLabelText("Who is asked?")).not.toBeNull();
  expect(
    screen.queryByLabelText("By when do you want an answer?"),
  ).not.toBeNull();
  choose(/^we act on it/);
  expect(screen.queryByLabelText("Who is asked?")).toBeNull();
});

test("no answer is refused beside the answers", async () => {
  const { server } = await answering();
  fireEvent.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("Please choose an answer.")).toBeDefined();
  expect(server.asked).toEqual([]);
});

test("who answers second sees the first answer and may keep her own", async () => {
  const set = await answering();
  const current = {
    disposition: "ask",
    reason: "Not ours to do",
    question: "Who cleans the paths?",
    escalated_to: "",
    answer_by: null,
    revisit_on: null,
    version: 2,
  };
  set.server.answers.set("PUT insights/i/disposition/", () =>
    Response.json(
      { code: "stale_version", detail: "Somebody was first.", current },
      { status: 409 },
    ),
  );
  choose(/^we act on it/);
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Not ours to do")).toBeDefined();
  expect(screen.getByText("Question: Who cleans the paths?")).toBeDefined();

  set.server.answers.clear();
  set.server.asked.length = 0;
  fireEvent.click(
    screen.getByRole("button", { name: "Keep my answer instead" }),
  );

  expect(await saved(set)).toMatchObject({
    body: { disposition: "act", version: 2 },
  });
});
