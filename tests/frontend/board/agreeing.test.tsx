import {
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { action, byId, insight, note } from "./records";
import { FACILITATOR, stage } from "./stage";

const NOTES = byId([note("1"), note("2")]);
const MEMBERS = [
  {
    id: "me",
    name: "Ada Visser",
    organisation: "Municipality",
    roles: [],
    email: "",
  },
  { id: "bo", name: "Bo Jansen", organisation: "", roles: [], email: "" },
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

async function translating(put = {}) {
  const set = await stage({
    phase: "translate",
    may: FACILITATOR,
    put: { note: NOTES, ...put },
  });
  set.server.answers.set("GET /api/v1/partnerships/p/members/", () =>
    Response.json(MEMBERS),
  );
  return set;
}

function fill(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function writes(server: { asked: readonly { method: string }[] }) {
  return server.asked.filter(({ method }) => method !== "GET");
}

test("selected notes become an agreed insight", async () => {
  const { server } = await translating();
  fireEvent.click(screen.getByRole("checkbox", { name: "Select: Text of 1" }));
  fireEvent.click(
    await screen.findByRole("button", { name: "Put into words" }),
  );
  fill("What do we learn from this?", "Homes are not ready");
  fireEvent.click(screen.getByRole("button", { name: "Agree on this" }));
  await waitFor(() => expect(writes(server)).toHaveLength(2));

  expect(writes(server)).toMatchObject([
    {
      method: "PUT",
      body: { statement: "Homes are not ready", note_ids: ["1"], version: 0 },
    },
    {
      method: "POST",
      path: expect.stringMatching(/^insights\/.*\/agree\/$/) as string,
    },
  ]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement?.id).toBe("note-1"));
});

test("putting notes into words begins where one writes", async () => {
  await translating();
  fireEvent.click(screen.getByRole("checkbox", { name: "Select: Text of 1" }));
  fireEvent.click(
    await screen.findByRole("button", { name: "Put into words" }),
  );
  const field = await screen.findByLabelText("What do we learn from this?");

  await waitFor(() => expect(document.activeElement).toBe(field));
});

test("an insight becomes an action with who, what, when and how one can see it", async () => {
  const { server } = await translating({
    insight: { i: insight("i", { note_ids: ["1"] }) },
  });
  fireEvent.click(
    screen.getByRole("button", {
      name: "Turn into action: Homes are not ready",
    }),
  );
  const dialog = await screen.findByRole("dialog", {
    name: "Turn into action",
  });
  await within(dialog).findByRole("option", { name: "Bo Jansen" });
  fireEvent.change(screen.getByLabelText("Who?"), { target: { value: "bo" } });
  fill("does what?", "Check 40 homes");
  fill("by when?", "2027-01-20");
  fill("How can one see that it is done?", "A list of 40 homes");
  fireEvent.click(screen.getByRole("button", { name: "Make action" }));
  await waitFor(() => expect(writes(server)).toHaveLength(1));

  expect(writes(server)[0]).toMatchObject({
    method: "PUT",
    body: {
      owner_id: "bo",
      title: "Check 40 homes",
      due: "2027-01-20",
      done_test: "A list of 40 homes",
      insight_id: "i",
      note_ids: ["1"],
    },
  });
});

test("what is missing is said beside the field, and what was typed survives closing the form", async () => {
  const { server } = await translating({
    insight: { i: insight("i", { note_ids: ["1"] }) },
  });
  const open = screen.getByRole("button", {
    name: "Turn into action: Homes are not ready",
  });
  fireEvent.click(open);
  fill("does what?", "Check 40 homes");
  fireEvent.click(screen.getByRole("button", { name: "Make action" }));
  const error = await screen.findByText("Please choose who does it.");
  expect(
    screen.getByLabelText("Who?").getAttribute("aria-describedby"),
  ).toContain(error.id);
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  fireEvent.click(open);

  expect(screen.getByLabelText<HTMLInputElement>("does what?").value).toBe(
    "Check 40 homes",
  );
  expect(writes(server)).toEqual([]);
});

test("a rule's answer stands beside the field that it names", async () => {
  const { server } = await translating({
    insight: { i: insight("i", { note_ids: ["1"] }) },
  });
  server.answers.set("PUT actions/", () =>
    Response.json(
      {
        code: "invalid_input",
        field: "due",
        detail: "Please choose a day that is still to come.",
      },
      { status: 400 },
    ),
  );
  fireEvent.click(
    screen.getByRole("button", {
      name: "Turn into action: Homes are not ready",
    }),
  );
  const dialog = await screen.findByRole("dialog", {
    name: "Turn into action",
  });
  await within(dialog).findByRole("option", { name: "Bo Jansen" });
  fireEvent.change(screen.getByLabelText("Who?"), { target: { value: "bo" } });
  fill("does what?", "Check 40 homes");
  fill("by when?", "2020-01-20");
  fill("How can one see that it is done?", "A list");
  fireEvent.click(screen.getByRole("button", { name: "Make action" }));
  const error = await screen.findByText(
    "Please choose a day that is still to come.",
  );

  expect(
    screen.getByLabelText("by when?").getAttribute("aria-describedby"),
  ).toBe(error.id);
});

test("the owner is asked on her own screen, and says yes", async () => {
  const { server, news } = await stage({
    phase: "translate",
    put: { note: NOTES },
  });
  news({ put: { action: { a: action("a", { note_ids: ["1"] }) } } });
  const asked = await screen.findByRole("region", {
    name: "You are asked: Check 40 homes",
  });
  fireEvent.click(within(asked).getByRole("button", { name: "Yes, I do it" }));
  await waitFor(() => expect(server.asked).toHaveLength(1));
  news({
    put: { action: { a: action("a", { state: "accepted", note_ids: ["1"] }) } },
  });
  await waitFor(() => expect(screen.queryByText("Yes, I do it")).toBeNull());

  expect(server.asked[0]?.path).toBe(
    "/api/v1/partnerships/p/actions/a/accept/",
  );
  expect(screen.getByText("became action 12: accepted")).toBeDefined();
});

test("others are not asked for her yes", async () => {
  await stage({
    phase: "translate",
    put: { note: NOTES, action: { a: action("a", { owner_id: "bo" }) } },
  });

  expect(screen.queryByText("Yes, I do it")).toBeNull();
  expect(screen.getByText("waiting for a yes")).toBeDefined();
});
