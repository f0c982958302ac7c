import {
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClosingItem } from "../../../frontend/src/protocol";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, insight, note } from "./records";
import { FACILITATOR, stage } from "./stage";

const UNANSWERED: ClosingItem = {
  kind: "insight_unanswered",
  is_blocking: true,
  sentence: "What becomes of “Homes are not ready”?",
  about: "insight",
  id: "i",
};
const ACTED: ClosingItem = {
  kind: "insight_without_action",
  is_blocking: true,
  sentence: "“Homes are not ready”: no action yet.",
  about: "insight",
  id: "i",
};
const UNTOLD: ClosingItem = {
  kind: "feedback_missing",
  is_blocking: true,
  sentence: "Nobody knows when they hear about it.",
  about: "session",
  id: "s",
};
const WAITING: ClosingItem = {
  kind: "action_unaccepted",
  is_blocking: false,
  sentence: "Bo has not said yes to action 1 yet.",
  about: "action",
  id: "a",
};

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  // Forms say that they close: before there is no server to say it to.
  cleanup();
  vi.unstubAllGlobals();
});

async function finishing(...items: ClosingItem[]) {
  const put = {
    note: byId([note("1")]),
    insight: { i: insight("i", { note_ids: ["1"] }) },
  };
  const set = await stage({ phase: "translate", may: FACILITATOR, put });
  const owe = (now: readonly ClosingItem[]): void => {
    set.server.answers.set("GET closing/", () =>
      Response.json({ items: now, usual_promise: "2026-12-19" }),
    );
  };
  owe(items);
  fireEvent.click(screen.getByRole("button", { name: "Finish session" }));
  const dialog = await screen.findByRole("dialog", { name: "Finish session?" });
  return { ...set, dialog, owe };
}

test("what is missing is what the server says, apart from what only warns", async () => {
  const { dialog } = await finishing(UNANSWERED, UNTOLD, WAITING);

  await within(dialog).findByText(
    "2 things are missing. Choose one to go there:",
  );
  expect(
    within(dialog)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual([UNANSWERED.sentence, UNTOLD.sentence, WAITING.sentence]);
});

test("each thing leads to where one mends it", async () => {
  const { dialog } = await finishing(UNANSWERED);
  fireEvent.click(
    await within(dialog).findByRole("button", { name: UNANSWERED.sentence }),
  );

  expect(
    await screen.findByRole("dialog", {
      name: "What becomes of this insight?",
    }),
  ).toBeDefined();
});

test("what is mended on the board gets the focus there", async () => {
  const { dialog } = await finishing(ACTED);
  fireEvent.click(
    await within(dialog).findByRole("button", { name: ACTED.sentence }),
  );

  await waitFor(() => expect(document.activeElement?.id).toBe("insight-i"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("contributors are promised the usual day with one press", async () => {
  const { dialog, server } = await finishing(UNTOLD);
  fireEvent.click(
    await within(dialog).findByRole("button", { name: UNTOLD.sentence }),
  );
  const form = await screen.findByRole("dialog", {
    name: "Answer those who gave input",
  });
  const day = within(form).getByLabelText<HTMLInputElement>(
    "By when do they hear from you?",
  );
  await waitFor(() => expect(day.value).toBe("2026-12-19"));
  fireEvent.click(within(form).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(server.asked.some(({ method }) => method === "PUT")).toBe(true),
  );

  expect(server.asked.find(({ method }) => method === "PUT")).toMatchObject({
    path: expect.stringMatching(/^feedback\//) as string,
    body: { insight_id: null, text: "", promised_by: "2026-12-19", version: 0 },
  });
});

test("the list follows what happens on the board", async () => {
  const { dialog, owe, news } = await finishing(UNANSWERED);
  await within(dialog).findByText("1 thing is missing. Choose it to go there:");
  owe([]);
  news({ put: { insight: { i: insight("i", { disposition: "act" }) } } });

  expect(await within(dialog).findByText("Nothing is missing.")).toBeDefined();
});

test("the server has the last word", async () => {
  const { dialog, server } = await finishing();
  server.answers.set("POST close/", () =>
    Response.json(
      { code: "conflict", detail: "1 thing is missing." },
      { status: 409 },
    ),
  );
  await within(dialog).findByText("Nothing is missing.");
  fireEvent.click(
    within(dialog).getByRole("button", { name: "Finish session" }),
  );

  expect(await within(dialog).findByText("1 thing is missing.")).toBeDefined();
});
