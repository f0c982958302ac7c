import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { options } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { StepRecord } from "../../../frontend/src/protocol";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import type { FakeServer } from "./fakeServer";
import { byId, note } from "./records";
import { FACILITATOR, stage } from "./stage";

const NOTES = [note("1"), note("2"), note("3")];
const group = {
  id: "g",
  title: "Floors",
  note_ids: ["1"],
  made_at: "2026-11-22T10:00:00",
};

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function step(id: string, kind: string): StepRecord {
  return { id, kind, notes: 1, made_at: "2026-11-22T10:00:00" };
}

/** What was asked for but to read. */
function written(server: FakeServer) {
  return server.asked.filter(({ method }) => method !== "GET");
}

function noteElement(id: string): HTMLElement {
  const found = document.getElementById(`note-${id}`);
  if (!found) throw new Error(`no note ${id}`);
  return found;
}

async function facilitated(put = {}) {
  return stage({ may: FACILITATOR, put: { note: byId(NOTES), ...put } });
}

test("the menu of a note moves it into a group, and the focus stays on the note", async () => {
  const { server, news } = await facilitated({ group: { g: group } });
  const button = screen.getByRole("button", { name: "Move to… Text of 2" });
  button.focus();
  fireEvent.click(button);
  fireEvent.click(await screen.findByRole("button", { name: /^Floors/ }));
  await waitFor(() => expect(written(server)).toHaveLength(1));
  news({ put: { group: { g: { ...group, note_ids: ["1", "2"] } } } });
  await waitFor(() =>
    expect(noteElement("2").closest(".group")).not.toBeNull(),
  );

  expect(written(server)[0]).toEqual({
    method: "PUT",
    path: "groups/g/",
    body: { note_ids: ["2"] },
  });
  expect(document.activeElement).toBe(noteElement("2"));
});

test("a note can be taken out of its group, and that can be undone", async () => {
  const { server, news } = await facilitated({ group: { g: group } });
  fireEvent.click(screen.getByRole("button", { name: "Move to… Text of 1" }));
  fireEvent.click(
    await screen.findByRole("button", { name: "Out of its group" }),
  );
  await waitFor(() => expect(written(server)).toHaveLength(1));
  news({
    drop: { group: ["g"] },
    put: { step: { u: step("u", "taken_out") } },
  });
  fireEvent.click(
    await screen.findByRole("button", { name: "Undo: 1 note taken out" }),
  );
  await waitFor(() => expect(written(server)).toHaveLength(2));

  expect(
    written(server).map(({ method, path }) => `${method} ${path}`),
  ).toEqual(["POST notes/ungrouped/", "POST grouping/u/undo/"]);
});

test("selected notes are grouped together in one step", async () => {
  const { server } = await facilitated();
  fireEvent.click(screen.getByRole("checkbox", { name: "Select: Text of 1" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Select: Text of 3" }));
  const bar = await screen.findByRole("region", { name: "Selected notes" });
  expect(bar.textContent).toContain("Selected: 2 notes");
  fireEvent.click(screen.getByRole("button", { name: "Move to…" }));
  fireEvent.click(await screen.findByRole("button", { name: "A new group" }));
  await waitFor(() => expect(server.asked).toHaveLength(1));

  expect(server.asked[0]?.body).toEqual({ note_ids: ["1", "3"] });
});

test("arrow keys go from note to note, and a column is one tab stop", async () => {
  await facilitated({ group: { g: group } });
  const stops = () =>
    NOTES.filter(({ id }) => noteElement(id).tabIndex === 0).map(
      ({ id }) => id,
    );
  expect(stops()).toEqual(["1"]);
  noteElement("1").focus();
  fireEvent.keyDown(noteElement("1"), { key: "ArrowDown" });
  expect(document.activeElement).toBe(noteElement("2"));
  fireEvent.keyDown(noteElement("2"), { key: "End" });
  await waitFor(() => expect(stops()).toEqual(["3"]));

  expect(document.activeElement).toBe(noteElement("3"));
});

test("two hundred frames of others move neither the focus nor the notes that did not change", async () => {
  const { news } = await facilitated();
  noteElement("2").focus();
  const before = noteElement("2");
  for (let n = 10; n < 210; n += 1)
    news({ put: { note: { [n]: note(String(n)) } } });
  await waitFor(() =>
    expect(document.getElementById("note-209")).not.toBeNull(),
  );

  expect(document.activeElement).toBe(before);
  expect(noteElement("2")).toBe(before);
});

test("when one of a thousand notes changes, the others are not drawn again", async () => {
  const many = Array.from({ length: 1000 }, (_, n) => note(String(n)));
  const { news } = await stage({ may: FACILITATOR, put: { note: byId(many) } });
  let drawn = 0;
  const { vnode: before } = options;
  options.vnode = (made) => {
    if (made.type === "article") drawn += 1;
    before?.(made);
  };
  news({ put: { note: { 500: note("500", { text: "Another text" }) } } });
  await waitFor(() =>
    expect(noteElement("500").textContent).toContain("Another text"),
  );
  if (before) options.vnode = before;
  else delete options.vnode;

  expect(drawn).toBe(1);
});

test("members who do not lead the session see notes without tools", async () => {
  await stage({ put: { note: byId(NOTES), group: { g: group } } });

  expect(screen.queryByRole("checkbox", { name: /^Select/ })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Move to/ })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Next/ })).toBeNull();
});

test("an imported note names its source, with the attribution of the session", async () => {
  const imported = note("1", {
    author_id: null,
    author_name: "",
    source_reference: "row 17",
  });
  await stage({
    put: { note: { 1: imported } },
    attribution: "Data: somebody, CC BY 4.0",
  });

  expect(noteElement("1").textContent).toContain("row 17");
  expect(screen.getByText("Data: somebody, CC BY 4.0")).toBeDefined();
});

test("paused updates wait until they are asked for", async () => {
  const { news } = await facilitated();
  const pause = document.querySelector<HTMLButtonElement>("[data-live-pause]");
  pause?.click();
  news({ put: { note: { 4: note("4") } } });
  news({ put: { note: { 5: note("5") } } });
  expect(document.getElementById("note-4")).toBeNull();
  expect(document.querySelector("[data-live-words]")?.textContent).toContain(
    "2 updates waiting",
  );
  pause?.click();
  await waitFor(() => expect(document.getElementById("note-5")).not.toBeNull());

  expect(document.getElementById("note-4")).not.toBeNull();
});
