import { screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DataItemRecord } from "../../../frontend/src/protocol";
import { reloadShelf } from "../../../frontend/src/sync/shelf";
import { byId, stage } from "./stage";

const FALLS: DataItemRecord = {
  id: "falls",
  session_id: "s",
  title: "Falls in 2025",
  explanation: "Nine of a hundred people over 75 fell.",
  source: "Health survey",
  as_of: "2025-12-31",
  link: "https://example.org/falls",
  limits: "Care homes were not asked.",
  added_by_name: "Dana Smit",
  version: 1,
};

beforeEach(() => {
  window.localStorage.clear();
  reloadShelf();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function panel(): HTMLDetailsElement | null {
  return (
    screen
      .queryByText(/^What the data say/)
      ?.closest<HTMLDetailsElement>("details") ?? null
  );
}

test("the data stay quiet until somebody wants to look", async () => {
  await stage({ put: { data_item: byId([FALLS]) } });

  expect(panel()?.open).toBe(false);
  const words = panel()?.textContent ?? "";
  for (const part of [
    "What the data say (1)",
    "Falls in 2025",
    "Nine of a hundred people over 75 fell.",
    "What it does not say: Care homes were not asked.",
    "Health survey",
  ]) {
    expect(words).toContain(part);
  }
  expect(screen.getByText("Open the source").getAttribute("href")).toBe(
    "https://example.org/falls",
  );
});

test("a data item that comes in is there, and one that goes is gone", async () => {
  const { news } = await stage();
  expect(panel()).toBeNull();

  news({ put: { data_item: byId([FALLS]) } });
  await waitFor(() => expect(panel()).not.toBeNull());

  news({ drop: { data_item: ["falls"] } });
  await waitFor(() => expect(panel()).toBeNull());
});

test("members go to the page with everything", async () => {
  await stage();

  const link = screen.getByText("When, where and how");
  expect(link.getAttribute("href")).toBe("/about/");
});

test("guests, who have no such page, read where they are expected", async () => {
  await stage({ aboutUrl: "" });

  const here = screen.getByText("When, where and how").closest("details");
  expect(here?.textContent).toContain("Library");
});
