import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type {
  DecisionRecord,
  OpenInsight,
  OpenQuestion,
  QuestionRecord,
} from "../../../frontend/src/protocol";
import type { FakeServer } from "./fakeServer";
import { phase, stage } from "./stage";

afterEach(() => {
  vi.unstubAllGlobals();
});

function left(id: string, more: Partial<OpenInsight> = {}): OpenInsight {
  return {
    id,
    session_id: "spring",
    session_title: "Falls in spring",
    closed_on: "2026-05-03",
    language: "en",
    statement: "Nobody pays",
    disposition: "escalate",
    escalated_to: "The fund",
    answer_by: "2026-12-24",
    revisit_on: null,
    ...more,
  };
}

function asked(more: Partial<QuestionRecord> = {}): QuestionRecord {
  return {
    id: "one",
    number: 1,
    text: "When do people fall?",
    language: "en",
    order: "",
    barrier: "",
    ambition_link: "",
    risk_for: "",
    theme_ids: [],
    state: "open",
    is_persistent: false,
    opened_at: "2026-05-03T10:00:00Z",
    opened_in_id: "spring",
    opened_in_title: "Falls in spring",
    insight_id: "counted",
    answers: [],
    talked_about_in: [],
    last_talked_about: null,
    merged_into_id: null,
    deep_dive_id: null,
    deep_dive_title: "",
    version: 1,
    ...more,
  };
}

interface Left {
  readonly insights?: readonly OpenInsight[];
  readonly questions?: readonly OpenQuestion[];
  readonly decisions?: readonly Partial<DecisionRecord>[];
}

async function opening({
  insights,
  questions,
  decisions,
}: Left): Promise<FakeServer> {
  const answers = (server: FakeServer) => {
    server.answers.set("GET open-actions/", () => Response.json([]));
    server.answers.set("GET open-questions/", () =>
      Response.json(questions ?? []),
    );
    server.answers.set("GET due-decisions/", () =>
      Response.json(decisions ?? []),
    );
    server.answers.set("GET open-insights/", () =>
      Response.json(insights ?? []),
    );
  };
  const { server } = await stage(
    { phase: "follow_up", phases: [phase("follow_up")] },
    answers,
  );
  return server;
}

test("a session opens with what others were asked, and leads to where it was asked", async () => {
  await opening({ insights: [left("two")] });

  const two = within(
    await screen.findByRole("article", { name: "Nobody pays" }),
  );
  expect(two.getByText(/^The fund answers by .*24/)).toBeTruthy();
  expect(two.getByRole("link").getAttribute("href")).toBe(
    "../spring/#insight-two",
  );
  expect(screen.getByText("No action is open.")).toBeTruthy();
});

test("a question shows what one thinks for now, and where it was asked", async () => {
  const answers = [
    { id: "a", text: "At night", by_name: "Bo", at: "2026-06-03T10:00:00Z" },
  ];
  const question = asked({
    answers,
    is_persistent: true,
    talked_about_in: ["spring"],
  });
  await opening({ questions: [{ question, may_note_talk: false }] });

  const one = within(
    await screen.findByRole("article", { name: "When do people fall?" }),
  );
  expect(one.getByText("Stays for long")).toBeTruthy();
  expect(one.getByText("For now: At night")).toBeTruthy();
  expect(one.getByText("Talked about in 1 session")).toBeTruthy();
  expect(
    one.getAllByRole("link").map((link) => link.getAttribute("href")),
  ).toEqual(["../../questions/one/", "../spring/#insight-counted"]);
  expect(one.queryByRole("button")).toBeNull();
});

test("who keeps the agenda writes down that the session talked about a question", async () => {
  const server = await opening({
    questions: [{ question: asked(), may_note_talk: true }],
  });

  fireEvent.click(
    await screen.findByRole("button", { name: /^We talked about it/ }),
  );

  expect(
    await screen.findByText("Written down that you talked about it."),
  ).toBeTruthy();
  const posted = server.asked.filter((one) => one.method === "POST");
  expect(posted.map((one) => one.body)).toEqual([{ session_id: "s" }]);
});

test("a decision comes back on the day to look again", async () => {
  const decision = {
    id: "d",
    number: 3,
    text: "Visit every home",
    review_on: "2026-11-01",
  };
  await opening({ decisions: [decision] });

  const one = within(
    await screen.findByRole("article", { name: "3. Visit every home" }),
  );
  expect(one.getByRole("link").getAttribute("href")).toBe("../../decisions/d/");
});

test("where nothing was left open, nothing is said of it", async () => {
  await opening({});

  expect(await screen.findByText("Nothing is open. Well done.")).toBeTruthy();
  expect(screen.queryByText(/not settled yet/)).toBeNull();
});
