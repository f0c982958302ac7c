import { screen, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import type { OpenInsight } from "../../../frontend/src/protocol";
import type { FakeServer } from "./fakeServer";
import { phase, stage } from "./stage";

afterEach(() => {
  vi.unstubAllGlobals();
});

function left(id: string, more: Partial<OpenInsight> = {}): OpenInsight {
  return {
    id,
    session_id: "spring",
    session_title: "Falls in spring",
    closed_on: "2026-05-03",
    language: "en",
    statement: "Nobody counts",
    disposition: "ask",
    question: "When do people fall?",
    escalated_to: "",
    answer_by: null,
    revisit_on: null,
    ...more,
  };
}

async function opening(insights: readonly OpenInsight[]): Promise<void> {
  const answers = (server: FakeServer) => {
    server.answers.set("GET open-actions/", () => Response.json([]));
    server.answers.set("GET open-insights/", () => Response.json(insights));
  };
  await stage({ phase: "follow_up", phases: [phase("follow_up")] }, answers);
}

test("a session opens with what earlier ones asked, and leads to where it was asked", async () => {
  const asked = left("one");
  const elsewhere = left("two", {
    disposition: "escalate",
    question: "",
    statement: "Nobody pays",
    escalated_to: "The fund",
    answer_by: "2026-12-24",
  });
  await opening([asked, elsewhere]);

  const one = within(
    await screen.findByRole("article", { name: "When do people fall?" }),
  );
  expect(one.getByText("Nobody counts")).toBeTruthy();
  expect(one.getByRole("link").getAttribute("href")).toBe(
    "../spring/#insight-one",
  );
  const two = within(screen.getByRole("article", { name: "Nobody pays" }));
  expect(two.getByText(/^The fund answers by .*24/)).toBeTruthy();
  expect(screen.getByText("No action is open.")).toBeTruthy();
});

test("where nothing was left open, nothing is said of it", async () => {
  await opening([]);

  expect(await screen.findByText("Nothing is open. Well done.")).toBeTruthy();
  expect(screen.queryByText(/not settled yet/)).toBeNull();
});
