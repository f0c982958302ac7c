import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, FACILITATOR, note } from "./records";
import { column, phase, stage } from "./stage";

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function box(): HTMLTextAreaElement {
  return screen.getByLabelText("Question about what");
}

function write(text: string): void {
  fireEvent.input(box(), { target: { value: text } });
}

test("Enter sends a note to its column and empties the box", async () => {
  const { server, board } = await stage({ phase: "collect" });
  write("Loose rugs");
  fireEvent.keyDown(box(), { key: "Enter" });
  await waitFor(() => expect(board.mine.value.size).toBe(1));

  expect(server.asked[0]).toMatchObject({
    method: "POST",
    path: "notes/",
    body: { kind: "add", column_id: "what", text: "Loose rugs" },
  });
  expect(box().value).toBe("");
});

test("Shift+Enter, and Enter that picks a character, send nothing", async () => {
  const { server } = await stage({ phase: "collect" });
  write("Loose rugs");
  fireEvent.keyDown(box(), { key: "Enter", shiftKey: true });
  fireEvent.keyDown(box(), { key: "Enter", isComposing: true });

  expect(server.asked).toEqual([]);
  expect(box().value).toBe("Loose rugs");
});

test("an empty note is refused beside its box, and nothing is sent", async () => {
  const { server } = await stage({ phase: "collect" });
  fireEvent.click(
    screen.getAllByRole("button", { name: "Add note" })[0] as HTMLElement,
  );

  expect(
    screen.getByText("Please write something first.").getAttribute("role"),
  ).toBe("alert");
  expect(box().getAttribute("aria-invalid")).toBe("true");
  expect(server.asked).toEqual([]);
});

test("a double click and a held Enter send one note, and complain of nothing", async () => {
  const { server } = await stage({ phase: "collect" });
  write("Loose rugs");
  const add = screen.getAllByRole("button", {
    name: "Add note",
  })[0] as HTMLElement;
  fireEvent.click(add, { detail: 1 });
  fireEvent.click(add, { detail: 2 });
  fireEvent.keyDown(box(), { key: "Enter", repeat: true });

  await waitFor(() => expect(server.asked).toHaveLength(1));
  expect(screen.queryByText("Please write something first.")).toBeNull();
});

test("half-typed text survives a reload", async () => {
  await stage({ phase: "collect" });
  write("I was going to say");
  reloadShelf();
  await stage({ phase: "collect" });

  expect(
    screen.getAllByLabelText<HTMLTextAreaElement>("Question about what").at(-1)
      ?.value,
  ).toBe("I was going to say");
});

test("a refused note shows the reason and keeps its text", async () => {
  const { server } = await stage({ phase: "collect" });
  server.answers.set("POST notes/", () =>
    Response.json(
      { code: "wrong_phase", detail: "Too late." },
      { status: 409 },
    ),
  );
  write("Loose rugs");
  fireEvent.keyDown(box(), { key: "Enter" });
  await screen.findByText("not sent: Too late.");

  expect(screen.getByText("Loose rugs")).toBeDefined();
  expect(
    screen.getByRole("button", { name: "Try again: Loose rugs" }),
  ).toBeDefined();
  expect(
    screen.getByRole("button", { name: "Copy text: Loose rugs" }),
  ).toBeDefined();
});

test("notes of others are only counted while they are hidden", async () => {
  const { news } = await stage({ phase: "collect", mine: [note("1")] });
  news({ put: { column: { what: column("what", 1, { hidden_notes: 4 }) } } });

  expect(
    await screen.findByText("3 notes by others, not shown yet"),
  ).toBeDefined();
});

test("one's own hidden note can be changed, and both texts are shown when it was elsewhere", async () => {
  const { server } = await stage({
    phase: "collect",
    mine: [note("1", { text: "Loose rugs" })],
  });
  server.answers.set("POST notes/", () =>
    Response.json(
      {
        code: "stale_version",
        detail: "This note was changed somewhere else.",
        current: { text: "Loose carpets", version: 2 },
      },
      { status: 409 },
    ),
  );
  fireEvent.click(screen.getByRole("button", { name: "Edit: Loose rugs" }));
  const field = screen.getByLabelText<HTMLTextAreaElement>("Change this note");
  fireEvent.input(field, { target: { value: "Loose rugs and cables" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Loose carpets");
  server.answers.clear();
  fireEvent.click(screen.getByRole("button", { name: "Keep my text instead" }));
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(server.asked).toHaveLength(2));

  expect(server.asked[1]?.body).toEqual({
    kind: "revise",
    id: "1",
    text: "Loose rugs and cables",
    version: 2,
  });
});

test("a shown note is no longer listed as one's own", async () => {
  const { news, board } = await stage({ phase: "collect", mine: [note("1")] });
  news({ put: { note: { 1: note("1") } }, all: ["note"] });
  await waitFor(() => expect(board.mine.value.size).toBe(0));

  expect(screen.getAllByText("Text of 1")).toHaveLength(1);
});

const WRITING = [
  phase("collect", { id: "first", grouping: "pair" }),
  phase("collect", { id: "second", reveal: "live" }),
];

function columnsOf(first: string | null, second: string | null) {
  const what = column("what", 1, { phase_id: first });
  const now = column("now", 2, { phase_id: second });
  return { column: { what, now } };
}

test("one writes in the columns of the phase and in those that are always open", async () => {
  const { news } = await stage({
    phase: "first",
    phases: WRITING,
    put: columnsOf("first", "second"),
  });

  expect(screen.getAllByLabelText(/^Question about/)).toEqual([box()]);
  news({ put: columnsOf("first", null) });
  await waitFor(() =>
    expect(screen.getAllByLabelText(/^Question about/)).toHaveLength(2),
  );
});

test("the head says how long a part takes and who works with whom", async () => {
  await stage({ phase: "first", phases: WRITING });

  expect(screen.getByText("(10 minutes, in pairs)")).toBeDefined();
});

test("where notes are shown at once, the head says so and a sent note is nobody's secret", async () => {
  const { board, news } = await stage({ phase: "second", phases: WRITING });
  write("Loose rugs");
  fireEvent.keyDown(box(), { key: "Enter" });
  await waitFor(() => expect(board.mine.value.size).toBe(1));
  const sent = [...board.mine.value.values()][0]!;
  news({ put: { note: { [sent.id]: note(sent.id, { text: "Loose rugs" }) } } });
  board.keepMine(sent);

  expect(board.mine.value.size).toBe(0);
  expect(screen.getByText(/sees at once what you add/)).toBeDefined();
});

test.each([
  [0, 4, "Show the notes without a name, at least 4"],
  [2, 4, "Show 2 hidden notes and at least 4 without a name"],
  [2, -1, "Show all 2 hidden notes"],
])(
  "those who run a session show what is hidden, with and without a name",
  async (hidden, sealed, words) => {
    await stage({
      may: FACILITATOR,
      put: {
        column: byId([column("what", 1, { hidden_notes: hidden })]),
        envelope: sealed < 0 ? {} : { s: { id: "s", at_least: sealed } },
      },
    });

    fireEvent.click(screen.getByRole("button", { name: words }));

    expect(screen.getByRole("dialog")).toBeDefined();
  },
);

test("a late note says of its writer what was usual in the part that was left", async () => {
  const phases = [
    phase("collect", { attribution: "anonymous" }),
    phase("discuss"),
  ];
  await stage({ phase: "discuss", left: "collect", phases });

  const [how] = screen.getAllByLabelText("How your note is shown");
  expect((how as HTMLSelectElement).value).toBe("anonymous");
  expect(
    screen.getAllByText(/We do not store who wrote this/).length,
  ).toBeGreaterThan(0);
});
