import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetAnnouncements } from "../../../frontend/src/live/announcer";
import type { BallotRecord } from "../../../frontend/src/protocol";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, note } from "./records";
import { FACILITATOR, phase, stage } from "./stage";

const NOTES = [note("1"), note("2"), note("3")];
const group = {
  id: "g",
  title: "Floors",
  note_ids: ["1"],
  made_at: "2026-11-22T10:00:00",
};
const PHASES = ["collect", "group", "vote", "discuss"].map((kind) =>
  phase(kind),
);

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
  forgetAnnouncements();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function voting(
  ballot: BallotRecord = { left: 5, dots: [], is_elsewhere: false },
  more: { phase?: string; may?: string[]; put?: object } = {},
) {
  const put = { note: byId(NOTES), group: { g: group }, ...more.put };
  const scene = {
    phases: PHASES,
    phase: more.phase ?? "vote",
    may: more.may ?? ["vote.cast"],
    put,
  };
  return stage(scene, (server) =>
    server.answers.set("POST ballot/", () => Response.json(ballot)),
  );
}

function give(name: string): HTMLElement {
  return screen.getByRole("button", { name: `Give a dot: ${name}` });
}

test("a dot is given with one tap, and the counter says what is left", async () => {
  const { server } = await voting();
  await screen.findByText("5 of 5 dots left");
  const dots = [{ id: "d", topic_id: "2" }];
  server.answers.set("POST ballot/", () =>
    Response.json({ left: 4, dots, is_elsewhere: false }),
  );
  fireEvent.click(give("Text of 2"));
  await screen.findByText("4 of 5 dots left");
  await waitFor(() => expect(server.asked).toHaveLength(2));

  const { secret, dot_id, topic_id } = server.asked[1]?.body as Record<
    string,
    string
  >;
  expect(server.asked[1]?.path).toBe("ballot/cast/");
  expect(secret?.length).toBeGreaterThan(64);
  expect(dot_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(topic_id).toBe("2");
  expect(document.getElementById("announcements")?.textContent).toContain(
    "4 of 5 dots left.",
  );
  expect(
    screen.getByRole("group", { name: "My dots: Text of 2" }).textContent,
  ).toContain("1 dot");
});

test("groups are topics, and the notes inside them are not", async () => {
  await voting();
  await screen.findByText("5 of 5 dots left");

  expect(give("Floors")).toBeDefined();
  expect(
    screen.queryByRole("button", { name: "Give a dot: Text of 1" }),
  ).toBeNull();
});

test("a topic at its cap says why it takes no more", async () => {
  const dots = [1, 2].map((n) => ({ id: `d${n}`, topic_id: "2" }));
  const { server } = await voting({ left: 3, dots, is_elsewhere: false });
  await screen.findByText("3 of 5 dots left");
  fireEvent.click(give("Text of 2"));

  expect(give("Text of 2").getAttribute("aria-disabled")).toBe("true");
  expect(server.asked).toHaveLength(1);
  expect(document.getElementById("announcements")?.textContent).toContain(
    "One topic gets at most 2 dots from you.",
  );
});

test("a dot is taken back", async () => {
  const dots = [{ id: "d", topic_id: "2" }];
  const { server } = await voting({ left: 4, dots, is_elsewhere: false });
  await screen.findByText("4 of 5 dots left");
  fireEvent.click(
    screen.getByRole("button", { name: "Take a dot back: Text of 2" }),
  );
  await screen.findByText("5 of 5 dots left");
  await waitFor(() => expect(server.asked).toHaveLength(2));

  expect(server.asked[1]).toMatchObject({
    path: "ballot/take-back/",
    body: { dot_id: "d" },
  });
});

test("a dot that does not arrive is sent again as the same dot", async () => {
  const { server } = await voting();
  await screen.findByText("5 of 5 dots left");
  let tries = 0;
  server.answers.set("POST ballot/", () => {
    tries += 1;
    if (tries === 1) throw new TypeError("no network");
    const dots = [{ id: "d", topic_id: "2" }];
    return Response.json({ left: 4, dots, is_elsewhere: false });
  });
  vi.useFakeTimers();
  fireEvent.click(give("Text of 2"));
  await vi.advanceTimersByTimeAsync(3000);
  vi.useRealTimers();
  await waitFor(() => expect(server.asked).toHaveLength(3));

  expect(server.asked[2]?.body).toEqual(server.asked[1]?.body);
  expect(screen.getByText("4 of 5 dots left")).toBeDefined();
});

test("what did not arrive before a reload is sent after it", async () => {
  const { server } = await voting();
  await screen.findByText("5 of 5 dots left");
  server.answers.set("POST ballot/cast/", () => new Promise(() => undefined));
  server.answers.delete("POST ballot/");
  fireEvent.click(give("Text of 2"));
  await waitFor(() => expect(server.asked).toHaveLength(2));
  reloadShelf();
  const { server: after } = await voting();
  await waitFor(() => expect(after.asked).toHaveLength(2));

  expect(after.asked[0]).toEqual(server.asked[1]);
  expect(after.asked[1]?.path).toBe("ballot/");
});

test("the secret is the same after a reload", async () => {
  const first = await voting();
  await screen.findByText("5 of 5 dots left");
  const second = await voting();
  await waitFor(() => expect(second.server.asked).toHaveLength(1));

  expect(second.server.asked[0]?.body).toEqual(first.server.asked[0]?.body);
});

test("in a second browser one is sent to the first", async () => {
  await voting({ left: 0, dots: [], is_elsewhere: true });

  expect(
    await screen.findByText(/You began to vote in another browser/),
  ).toBeDefined();
  expect(screen.queryByRole("button", { name: /^Give a dot/ })).toBeNull();
});

test("whoever leads gets no dots but enters the votes of the room", async () => {
  const { server } = await voting(undefined, {
    may: [...FACILITATOR, "vote.enter_for_room"],
  });
  server.answers.set("GET room-votes/", () =>
    Response.json([{ topic_id: "g", dots: 3 }]),
  );
  expect(screen.queryByRole("button", { name: /^Give a dot/ })).toBeNull();
  fireEvent.click(
    await screen.findByRole("button", { name: "Votes from the room" }),
  );
  const floors = await screen.findByRole("spinbutton", { name: "Floors" });
  expect((floors as HTMLInputElement).value).toBe("3");
  fireEvent.input(floors, { target: { value: "8" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(server.asked).toHaveLength(2));

  expect(server.asked[1]).toEqual({
    method: "PUT",
    path: "room-votes/g/",
    body: { dots: 8 },
  });
});

test("after voting topics stand in the order of their votes, the room told apart", async () => {
  const tally = byId([
    { id: "3", dots: 4, room: 2 },
    { id: "g", dots: 1, room: 0 },
  ]);
  await voting(undefined, { phase: "discuss", put: { tally } });
  const list = screen.getByText("Topics in the order of their votes");
  const items = [
    ...(list.closest("details")?.querySelectorAll("li") ?? []),
  ].map((item) => item.textContent);
  const loose = [...document.querySelectorAll(".notes--loose article")].map(
    (one) => one.id,
  );

  expect(items).toEqual([
    "Text of 3 4 dots · 2 from the room Talk about it",
    "Floors 1 dot Talk about it",
  ]);
  expect(loose).toEqual(["note-3", "note-2"]);
});

test("the rules are decided before voting", async () => {
  const { server } = await voting(undefined, {
    phase: "group",
    may: FACILITATOR,
  });
  fireEvent.click(screen.getByRole("button", { name: "Dots for voting" }));
  const each = await screen.findByRole("spinbutton", {
    name: "Dots for each person",
  });
  fireEvent.input(each, { target: { value: "3" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(server.asked).toHaveLength(1));

  expect(server.asked[0]).toEqual({
    method: "PUT",
    path: "voting/",
    body: { dots_each: 3, dots_per_topic: 2 },
  });
});
