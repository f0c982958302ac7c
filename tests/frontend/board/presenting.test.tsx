import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followAgain } from "../../../frontend/src/islands/board/presenting";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { note } from "./records";
import { stage } from "./stage";

const PUT = { note: { n: note("n", { text: "Loose rugs" }) } };
const PRESENTED = {
  put: {
    presentation: {
      s: {
        id: "s",
        about: "note",
        topic_id: "n",
        since: "2026-11-22T10:05:00Z",
      },
    },
  },
};

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
  followAgain();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function shown(): HTMLElement {
  return screen.getByRole("region", { name: "Shown on every screen" });
}

test("every screen goes along; one looks around oneself and comes back", async () => {
  const { news } = await stage({ phase: "group", put: PUT });
  news(PRESENTED);
  await waitFor(() =>
    expect(within(shown()).getByText("Loose rugs")).toBeDefined(),
  );

  fireEvent.click(screen.getByRole("button", { name: "Look around myself" }));
  await waitFor(() =>
    expect(shown().textContent).toContain("Everybody is shown: Loose rugs"),
  );
  expect(shown().querySelector(".stage__topic")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Come back" }));

  await waitFor(() =>
    expect(shown().querySelector(".stage__topic")).not.toBeNull(),
  );
});

test("from whoever is writing nothing is taken: she is told, and comes herself", async () => {
  const { news } = await stage({ phase: "collect", put: PUT });
  const box = screen.getByLabelText("Question about what");
  fireEvent.input(box, { target: { value: "Half a sent" } });
  box.focus();

  news(PRESENTED);

  await waitFor(() => expect(shown().textContent).toContain("Come back"));
  expect(document.activeElement).toBe(box);
});

test("in an empty box nobody is writing: that screen goes along", async () => {
  const { news } = await stage({ phase: "collect", put: PUT });
  screen.getByLabelText("Question about what").focus();

  news(PRESENTED);

  await waitFor(() =>
    expect(within(shown()).getByText("Loose rugs")).toBeDefined(),
  );
});
