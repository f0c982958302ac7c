import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { action, byId, FACILITATOR, insight, note, stage } from "./stage";

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  // Forms say that they close: before there is no server to say it to.
  cleanup();
  vi.unstubAllGlobals();
});

function set() {
  const put = {
    note: byId([note("1")]),
    insight: { i: insight("i", { note_ids: ["1"] }) },
  };
  return stage({ phase: "translate", may: FACILITATOR, put });
}

function fill(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

test("the wording of an action is looked at while one types, by the server alone", async () => {
  const { server } = await set();
  server.answers.set("POST wording/", () =>
    Response.json({
      sentence: "Bo Jansen will discuss the rugs.",
      elements: [
        { code: "verb", label: "a verb that one can see", is_there: false },
        { code: "owner", label: "one person", is_there: true },
      ],
      hints: [
        {
          code: "soft_verb",
          sentence: "After “Discuss”, what is different?",
          field: "title",
        },
      ],
    }),
  );
  fireEvent.click(
    screen.getByRole("button", {
      name: "Turn into action: Homes are not ready",
    }),
  );
  fill("does what?", "Discuss the rugs");
  const found = await screen.findByRole("region", {
    name: "How it reads so far",
  });

  expect(
    within(found).getByText("Bo Jansen will discuss the rugs."),
  ).toBeDefined();
  expect(within(found).getByText("It says 1 of 2 things:")).toBeDefined();
  expect(
    within(found).getByText("After “Discuss”, what is different?"),
  ).toBeDefined();
});

test("without a line there are no hints, and the form works all the same", async () => {
  const { server } = await set();
  server.answers.set("POST wording/", () => new Response("", { status: 503 }));
  fireEvent.click(
    screen.getByRole("button", {
      name: "Turn into action: Homes are not ready",
    }),
  );
  fill("does what?", "Discuss the rugs");
  await new Promise((resolve) => setTimeout(resolve, 500));

  expect(
    screen.queryByRole("region", { name: "How it reads so far" }),
  ).toBeNull();
  expect(screen.queryByRole("alert", { name: /./ })).toBeNull();
});

test("those who run the session see who is at which form, and whoever is second what came of it", async () => {
  const { board, news } = await set();
  board.onWriting([
    { member_id: "cem", name: "Cem Aydin", doing: "action", about_ids: ["i"] },
  ]);
  expect(
    await screen.findByText("Cem Aydin is turning this into an action."),
  ).toBeDefined();
  fireEvent.click(
    screen.getByRole("button", {
      name: "Turn into action: Homes are not ready",
    }),
  );
  const dialog = await screen.findByRole("dialog");
  expect(
    within(dialog).getByText("Cem Aydin is turning this into an action."),
  ).toBeDefined();
  const made = action("a", {
    insight_ids: ["i"],
    number: 7,
    owner_name: "Bo Jansen",
  });
  news({ put: { action: { a: made } } });
  board.onWriting([]);

  expect(
    await within(dialog).findByText(
      "Meanwhile this became action 7 for Bo Jansen: Check 40 homes",
    ),
  ).toBeDefined();
  expect(
    screen.queryByText("Cem Aydin is turning this into an action."),
  ).toBeNull();
});

test("one does not see oneself, nor who is at something else", async () => {
  const { board } = await set();
  board.onWriting([
    { member_id: "me", name: "Ada Visser", doing: "action", about_ids: ["i"] },
    {
      member_id: "cem",
      name: "Cem Aydin",
      doing: "answer",
      about_ids: ["other"],
    },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(screen.queryByText(/is turning this|is answering this/)).toBeNull();
});
