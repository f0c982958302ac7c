import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RegionItemRecord } from "../../../frontend/src/protocol";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, insight, phase, stage } from "./stage";

const SENDER = ["insight.send_up"];
const BEYOND = { level: "meso", is_beyond_a_theme: true };
const AGREED = insight("i", { ...BEYOND, statement: "Nobody owns it" });

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function item(id: string, more: Partial<RegionItemRecord> = {}) {
  return {
    id,
    session_id: "other",
    session_title: "Falls",
    language: "en",
    themes: ["Growing old"],
    insight_id: "i",
    statement: "Nobody owns it",
    dissent: "",
    level: "meso",
    ask: "Say who pays",
    sent_at: "2026-11-22T10:00:00Z",
    reply: "",
    replied_at: null,
    version: 1,
    ...more,
  };
}

function writes(server: { asked: readonly { method: string }[] }) {
  return server.asked.filter(({ method }) => method !== "GET");
}

function digest() {
  return within(
    screen.getByRole("region", { name: /What the themes sent up/ }),
  );
}

test("who runs a theme sends an insight up with what the region should do", async () => {
  const { server } = await stage({
    may: SENDER,
    put: { insight: byId([AGREED]) },
  });
  fireEvent.click(
    screen.getByRole("button", {
      name: "Send up to the region: Nobody owns it",
    }),
  );
  fireEvent.click(screen.getByRole("button", { name: "Send up" }));
  expect(
    await screen.findAllByText(
      "Please say in one sentence what the region should do.",
    ),
  ).not.toHaveLength(0);
  fireEvent.input(screen.getByLabelText("What should the region do?"), {
    target: { value: "Say who pays" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Send up" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(writes(server)).toMatchObject([
    { method: "PUT", body: { insight_id: "i", ask: "Say who pays" } },
  ]);
});

test("what was typed of an ask is still there after a reload", async () => {
  const scene = { may: SENDER, put: { insight: byId([AGREED]) } };
  await stage(scene);
  fireEvent.click(screen.getByRole("button", { name: /^Send up to/ }));
  fireEvent.input(screen.getByLabelText("What should the region do?"), {
    target: { value: "Half a sent" },
  });

  document.body.innerHTML = "";
  reloadShelf();
  await stage(scene);
  fireEvent.click(screen.getByRole("button", { name: /^Send up to/ }));

  expect(screen.getByLabelText("What should the region do?")).toHaveProperty(
    "value",
    "Half a sent",
  );
});

test.each([
  ["of the work floor", { level: "micro" }, SENDER],
  ["that is a draft", { ...BEYOND, state: "draft" }, SENDER],
  ["for who does not run it", BEYOND, []],
])("an insight %s cannot be sent up", async (_, more, may) => {
  await stage({ may, put: { insight: byId([insight("i", more)]) } });

  expect(screen.queryByRole("button", { name: /^Send up to/ })).toBeNull();
});

test("a theme sees what it sent up, takes it back, and reads the reply", async () => {
  const sent = item("r", { session_id: "s" });
  const { server, news } = await stage({
    may: SENDER,
    put: { insight: byId([AGREED]), region_item: byId([sent]) },
  });
  expect(screen.getByText("sent up to the region")).toBeTruthy();
  fireEvent.click(
    screen.getByRole("button", { name: "Take back: Nobody owns it" }),
  );
  await waitFor(() =>
    expect(writes(server)).toMatchObject([
      { method: "DELETE", path: "region-items/r/" },
    ]),
  );

  news({ put: { region_item: { r: { ...sent, reply: "The fund pays" } } } });

  expect(await screen.findByText("The fund pays")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Take back/ })).toBeNull();
});

test("a region-wide session begins with the digest, theme by theme", async () => {
  await stage({
    scope: "region_wide",
    put: {
      region_item: byId([
        item("b", { themes: ["Lonely"], statement: "Nobody calls" }),
        item("a", { reply: "The fund pays" }),
      ]),
    },
  });

  const titles = digest()
    .getAllByRole("article")
    .map((one) => one.querySelector(".item__title")?.textContent);
  expect(titles).toEqual(["Nobody owns it", "Nobody calls"]);
  expect(digest().getByText("No reply yet")).toBeTruthy();
  expect(digest().queryByRole("button")).toBeNull();
});

test("who runs the region-wide session replies, and keeps her text when somebody was first", async () => {
  const { server } = await stage({
    scope: "region_wide",
    may: ["region.reply", "session.run"],
    put: { region_item: byId([item("r")]) },
  });
  server.answers.set("PUT region-items/r/reply/", () =>
    Response.json(
      {
        code: "stale_version",
        detail: "Somebody replied first.",
        current: { reply: "We pay", version: 2 },
      },
      { status: 409 },
    ),
  );
  fireEvent.click(
    screen.getByRole("button", { name: "Reply: Nobody owns it" }),
  );
  const field = screen.getByLabelText("Your reply");
  fireEvent.input(field, { target: { value: "The fund pays" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the reply" }));
  expect(await screen.findByText("We pay")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Keep my text instead" }));
  server.answers.clear();
  fireEvent.click(screen.getByRole("button", { name: "Save the reply" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(writes(server)).toMatchObject([
    { body: { reply: "The fund pays", version: 1 } },
    { body: { reply: "The fund pays", version: 2 } },
  ]);
});

test("what the themes bring stands before the notes while people talk it through", async () => {
  const put = { region_item: byId([item("one")]) };
  const phases = [phase("discuss"), phase("collect")];
  await stage({ scope: "region_wide", put, phases, phase: "discuss" });
  const notes = screen.getByRole("region", { name: "Notes" });
  const [brought] = screen.getAllByRole("region", {
    name: /What the themes sent up/,
  });

  expect(notes.compareDocumentPosition(brought as HTMLElement)).toBe(
    Node.DOCUMENT_POSITION_PRECEDING,
  );
});
