import {
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type {
  DecisionRecord,
  RemarkRecord,
} from "../../../frontend/src/protocol";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import {
  action,
  byId,
  FACILITATOR,
  insight,
  note,
  phase,
  stage,
} from "./stage";

const MEMBERS = [
  { id: "bo", name: "Bo Jansen", organisation: "", roles: [], email: "" },
];
const RUNNER = [
  ...FACILITATOR,
  "decision.record",
  "read_back.lead",
  "read_back.dissent",
];

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  // Forms say that they close: before there is no server to say it to.
  cleanup();
  vi.unstubAllGlobals();
});

function decision(
  id: string,
  more: Partial<DecisionRecord> = {},
): DecisionRecord {
  return {
    id,
    number: 3,
    text: "Do we visit every home?",
    rationale: "",
    options: "",
    dissent: "",
    decided_by: "",
    decider_ids: [],
    decider_names: [],
    decided_on: null,
    review_on: null,
    state: "proposed",
    replaces_id: null,
    replaced_by_id: null,
    session_id: "s",
    session_title: "Falls",
    insight_id: "i",
    note_ids: ["1"],
    recorded_by_name: "Ada Visser",
    recorded_at: "2026-11-22T11:00:00Z",
    version: 1,
    ...more,
  };
}

function remark(id: string, more: Partial<RemarkRecord> = {}): RemarkRecord {
  return {
    id,
    action_id: null,
    decision_id: null,
    verdict: "dissent",
    text: "Forty are too many",
    by_name: "Otto Bakker",
    at: "2026-11-22T11:00:00Z",
    ...more,
  };
}

async function set(put = {}, more = {}) {
  const records = {
    note: byId([note("1")]),
    insight: { i: insight("i", { note_ids: ["1"] }) },
    ...put,
  };
  const made = await stage({
    phase: "translate",
    may: RUNNER,
    put: records,
    ...more,
  });
  made.server.answers.set("GET /api/v1/partnerships/p/members/", () =>
    Response.json(MEMBERS),
  );
  return made;
}

function fill(label: string | RegExp, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

test("an insight becomes a decision, which is taken later", async () => {
  const { server, news } = await set();
  fireEvent.click(
    screen.getByRole("button", {
      name: "Write down a decision: Homes are not ready",
    }),
  );
  fill("What is decided, or to be decided?", "Do we visit every home?");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  const writes = () => server.asked.filter(({ method }) => method !== "GET");
  await waitFor(() => expect(writes()).toHaveLength(1));
  expect(writes()[0]).toMatchObject({
    method: "PUT",
    path: expect.stringMatching(/^decisions\//) as string,
    body: {
      text: "Do we visit every home?",
      insight_id: "i",
      note_ids: ["1"],
      decided_on: null,
    },
  });

  news({ put: { decision: { d: decision("d") } } });
  fireEvent.click(
    await screen.findByRole("button", {
      name: "Write down what was decided: Do we visit every home?",
    }),
  );
  fill(/^On which day/, "2026-11-20");
  fill(/^Who decided/, "Steering group");
  fill(/^Why so/, "It costs less");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()).toHaveLength(2));

  expect(writes()[1]).toMatchObject({
    method: "PATCH",
    path: "/api/v1/partnerships/p/decisions/d/",
    body: {
      text: "Do we visit every home?",
      decided_on: "2026-11-20",
      decided_by: "Steering group",
      rationale: "It costs less",
      version: 1,
    },
  });
});

const READ_BACK = { phase: "read_back", phases: [phase("read_back")] };

test("everything is read back one by one, in the same place on every screen", async () => {
  const put = { action: { a: action("a") }, decision: { d: decision("d") } };
  const { server, news } = await set(put, READ_BACK);
  const panel = await screen.findByRole("region", { name: "Read back" });
  expect(within(panel).getByText("1 of 2: Action 12")).toBeDefined();
  expect(
    within(panel).getByText("Ada Visser will check 40 homes."),
  ).toBeDefined();
  fireEvent.click(
    within(panel).getByRole("button", { name: "This is what we meant: next" }),
  );
  await waitFor(() => expect(server.asked).toHaveLength(1));
  expect(server.asked[0]).toMatchObject({
    method: "PUT",
    body: { verdict: "meant", action_id: "a", decision_id: null },
  });

  news({
    put: { remark: { r: remark("r", { verdict: "meant", action_id: "a" }) } },
  });
  expect(await within(panel).findByText("2 of 2: Decision 3")).toBeDefined();
  news({
    put: { remark: { q: remark("q", { verdict: "meant", decision_id: "d" }) } },
  });
  expect(
    await within(panel).findByText(/^Everything is read back/),
  ).toBeDefined();
});

test("everybody may see it differently, and it stands with the action", async () => {
  const put = { action: { a: action("a") } };
  const { server, news } = await set(put, {
    ...READ_BACK,
    may: ["read_back.dissent"],
  });
  expect(screen.queryByText("This is what we meant: next")).toBeNull();
  fireEvent.click(
    await screen.findByRole("button", { name: "I see it differently…" }),
  );
  fill("What do you see differently?", "Forty are too many");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(server.asked).toHaveLength(1));
  expect(server.asked[0]).toMatchObject({
    body: { verdict: "dissent", action_id: "a", text: "Forty are too many" },
  });

  news({ put: { remark: { r: remark("r", { action_id: "a" }) } } });
  const said = "Otto Bakker sees it differently: Forty are too many";
  expect(await screen.findAllByText(said)).toHaveLength(2);
});
