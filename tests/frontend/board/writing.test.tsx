import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { note, stage } from "./stage";

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
    method: "PUT",
    body: { column_id: "what", text: "Loose rugs" },
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
  fireEvent.click(screen.getAllByRole("button", { name: "Add note" })[0] as HTMLElement);

  expect(screen.getByText("Please write something first.").getAttribute("role")).toBe("alert");
  expect(box().getAttribute("aria-invalid")).toBe("true");
  expect(server.asked).toEqual([]);
});

test("a double click and a held Enter send one note, and complain of nothing", async () => {
  const { server } = await stage({ phase: "collect" });
  write("Loose rugs");
  const add = screen.getAllByRole("button", { name: "Add note" })[0] as HTMLElement;
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

  expect(screen.getAllByLabelText<HTMLTextAreaElement>("Question about what").at(-1)?.value).toBe(
    "I was going to say",
  );
});

test("a refused note shows the reason and keeps its text", async () => {
  const { server } = await stage({ phase: "collect" });
  server.answers.set("PUT notes/", () =>
    Response.json({ code: "wrong_phase", detail: "Too late." }, { status: 409 }),
  );
  write("Loose rugs");
  fireEvent.keyDown(box(), { key: "Enter" });
  await screen.findByText("not sent: Too late.");

  expect(screen.getByText("Loose rugs")).toBeDefined();
  expect(screen.getByRole("button", { name: "Try again: Loose rugs" })).toBeDefined();
  expect(screen.getByRole("button", { name: "Copy text: Loose rugs" })).toBeDefined();
});

test("notes of others are only counted while they are hidden", async () => {
  const { news } = await stage({ phase: "collect", mine: [note("1")] });
  const column = { id: "what", title: "what", prompt: "", position: 1, hidden_notes: 4 };
  news({ put: { column: { what: column } } });

  expect(await screen.findByText("3 notes by others, not shown yet")).toBeDefined();
});

test("one's own hidden note can be changed, and both texts are shown when it was elsewhere", async () => {
  const { server } = await stage({ phase: "collect", mine: [note("1", { text: "Loose rugs" })] });
  server.answers.set("PATCH notes/1/", () =>
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

  expect(server.asked[1]?.body).toEqual({ text: "Loose rugs and cables", version: 2 });
});

test("a shown note is no longer listed as one's own", async () => {
  const { news, board } = await stage({ phase: "collect", mine: [note("1")] });
  news({ put: { note: { 1: note("1") } }, all: ["note"] });
  await waitFor(() => expect(board.mine.value.size).toBe(0));

  expect(screen.getAllByText("Text of 1")).toHaveLength(1);
});
