import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holding } from "../../../frontend/src/islands/board/search";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, note } from "./records";
import { FACILITATOR, stage } from "./stage";

const NOTES = [
  note("1", { text: "No bus after six" }),
  note("2", { text: "The last bus leaves at six" }),
  note("3", { text: "Een café in het dorp" }),
];
const group = {
  id: "g",
  title: "Buses",
  note_ids: ["1", "2"],
  made_at: "2026-11-22T10:00:00",
};

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function suggested() {
  const put = { note: byId(NOTES) };
  const suggestion = { title: "Bus, six", note_ids: ["1", "2"] };
  const all = await stage({ may: FACILITATOR, put }, (server) => {
    server.answers.set("GET group-suggestions/", () =>
      Response.json([suggestion]),
    );
    server.answers.set(
      "POST group-suggestions/",
      () => new Response(null, { status: 204 }),
    );
  });
  fireEvent.click(screen.getByRole("button", { name: "Suggest groups" }));
  await screen.findByRole("article", { name: "Bus, six" });
  return all;
}

test("a suggested group is made when somebody says so, and the focus stays with the list", async () => {
  const { server } = await suggested();
  fireEvent.click(
    screen.getByRole("button", { name: "Make this group: Bus, six" }),
  );
  await screen.findByText("No more suggestions.");

  expect(server.asked.at(-1)).toMatchObject({
    method: "PUT",
    body: { title: "Bus, six", note_ids: ["1", "2"] },
  });
  expect(document.activeElement?.id).toBe("suggestions-title");
});

test("a refused suggestion goes away and groups nothing", async () => {
  const { server } = await suggested();
  fireEvent.click(
    screen.getByRole("button", { name: "Not this one: Bus, six" }),
  );
  await screen.findByText("No more suggestions.");

  expect(server.asked.map(({ path }) => path)).toEqual([
    "group-suggestions/",
    "group-suggestions/refuse/",
  ]);
});

test("what somebody else grouped meanwhile is not suggested any more", async () => {
  const { news } = await suggested();
  news({ put: { group: { g: group } } });

  expect(await screen.findByText("No more suggestions.")).toBeDefined();
});

test("the suggestions close when the session goes on to another part", async () => {
  const { board, news } = await suggested();
  const session = board.session.value;
  if (!session) throw new Error("there is a session");

  news({ put: { session: { s: { ...session, current_phase_id: "agree" } } } });

  await waitFor(() =>
    expect(document.getElementById("suggestions-title")).toBeNull(),
  );
});

test("notes are found by their words, whatever their accents", () => {
  const found = (text: string) => holding(NOTES, text).map(({ id }) => id);

  expect(found("BUS six")).toEqual(["1", "2"]);
  expect(found("cafe")).toEqual(["3"]);
  expect(found("  ")).toEqual([]);
  expect(found("tram")).toEqual([]);
});

test("similar wording is found by the server, and a hit leads to its note", async () => {
  const { server } = await stage({ put: { note: byId(NOTES) } }, (made) =>
    made.answers.set("POST notes/search/", () =>
      Response.json([{ note_id: "2", percent: 40 }]),
    ),
  );
  const box = screen.getByRole("searchbox", { name: "Find notes" });
  fireEvent.input(box, { target: { value: "after six" } });
  expect(screen.getByText("1 note with these words")).toBeDefined();
  await screen.findByText("Similar wording");
  fireEvent.click(
    screen.getByRole("link", { name: "The last bus leaves at six" }),
  );

  expect(server.asked[0]?.body).toEqual({ text: "after six" });
  expect(document.activeElement?.id).toBe("note-2");
});

test("a group is merged into another", async () => {
  const other = { ...group, id: "h", title: "Cafés", note_ids: ["3"] };
  const { server } = await stage({
    may: FACILITATOR,
    put: { note: byId(NOTES), group: byId([group, other]) },
  });
  fireEvent.click(screen.getByRole("button", { name: "Merge: Buses" }));
  fireEvent.click(await screen.findByRole("button", { name: /^Cafés/ }));
  await waitFor(() => expect(server.asked).toHaveLength(1));

  expect(server.asked[0]).toEqual({
    method: "POST",
    path: "groups/g/merge/",
    body: { into_id: "h" },
  });
});

test("some notes of a group become a group with a name", async () => {
  const { server } = await stage({
    may: FACILITATOR,
    put: { note: byId(NOTES), group: { g: group } },
  });
  fireEvent.click(screen.getByRole("button", { name: "Split: Buses" }));
  fireEvent.click(
    await screen.findByRole("checkbox", { name: "No bus after six" }),
  );
  fireEvent.input(
    screen.getByRole("textbox", { name: "Name of the new group" }),
    { target: { value: "Evenings" } },
  );
  fireEvent.click(screen.getByRole("button", { name: "Split" }));
  await waitFor(() => expect(server.asked).toHaveLength(1));

  expect(server.asked[0]?.body).toEqual({ note_ids: ["1"], title: "Evenings" });
});

test("the menu of a note offers notes of similar wording", async () => {
  const { server } = await stage(
    { may: FACILITATOR, put: { note: byId(NOTES) } },
    (made) =>
      made.answers.set("GET notes/1/similar/", () =>
        Response.json([{ note_id: "2", percent: 40 }]),
      ),
  );
  fireEvent.click(
    screen.getByRole("button", { name: "Move to… No bus after six" }),
  );
  await screen.findByText("Together with a similar note");
  fireEvent.click(
    screen.getByRole("button", { name: "The last bus leaves at six" }),
  );
  await waitFor(() => expect(server.asked).toHaveLength(2));

  expect(server.asked[1]).toMatchObject({
    method: "PUT",
    body: { note_ids: ["2", "1"] },
  });
});

test("the outline is a list in a list: columns, groups and notes, with the same menus", async () => {
  await stage({
    may: FACILITATOR,
    put: { note: byId(NOTES), group: { g: group } },
  });
  fireEvent.click(screen.getByRole("radio", { name: "Outline" }));
  const depth = (id: string): number => {
    let lists = 0;
    let at: Element | null | undefined = document.getElementById(`note-${id}`);
    while ((at = at?.parentElement?.closest("ul"))) lists += 1;
    return lists;
  };
  await waitFor(() => expect(depth("3")).toBe(2));

  expect(depth("1")).toBe(3);
  expect(
    screen.getByRole("button", { name: "Move to… No bus after six" }),
  ).toBeDefined();
  expect(screen.getByRole("heading", { name: /^Buses/ })).toBeDefined();
});

test("on a note with the focus Space selects and Enter opens its menu", async () => {
  await stage({ may: FACILITATOR, put: { note: byId(NOTES) } });
  const element = document.getElementById("note-1");
  element?.focus();
  if (element) fireEvent.keyDown(element, { key: " " });
  expect(await screen.findByText("Selected: 1 note")).toBeDefined();
  if (element) fireEvent.keyDown(element, { key: "Enter" });

  expect(await screen.findByRole("dialog", { name: "Move to…" })).toBeDefined();
});
