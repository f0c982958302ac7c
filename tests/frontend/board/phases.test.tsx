import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { column, FACILITATOR, phase, stage } from "./stage";

afterEach(() => {
  vi.unstubAllGlobals();
});

const PHASES = [
  phase("follow_up", { id: "open", title: "Open actions", block: "opening" }),
  phase("collect", { id: "what", title: "What?" }),
  phase("collect", { id: "now", title: "Now what?" }),
  phase("translate", { id: "sort", title: "Sort", block: "closing" }),
  phase("read_back", { id: "read", title: "Read back", block: "closing" }),
];

function parts(): HTMLElement {
  return screen.getByRole("navigation", { name: "Parts of the session" });
}

function folded(): (string | null | undefined)[] {
  const blocks = [...parts().querySelectorAll("details")];
  return blocks.map((block) => block.querySelector("summary")?.textContent);
}

test("opening and closing are folded away while the session itself is on", async () => {
  await stage({ phase: "what", phases: PHASES });

  expect(folded()).toEqual(["Opening (1 part)", "Closing (2 parts)"]);
  expect(within(parts()).getByText("What?").closest("li")?.getAttribute("aria-current")).toBe(
    "step",
  );
});

test.each([
  ["open", ["Closing (2 parts)"]],
  ["sort", ["Opening (1 part)"]],
])("in the part %s its block is unfolded, and the session itself always is", async (now, rest) => {
  await stage({ phase: now, phases: PHASES });

  expect(folded()).toEqual(rest);
  expect(within(parts()).getByText("What?")).toBeDefined();
});

test("a facilitator goes to a part that is folded away", async () => {
  const { server } = await stage({ phase: "what", phases: PHASES, may: FACILITATOR });
  fireEvent.click(screen.getByText("Closing (2 parts)"));
  fireEvent.click(screen.getByRole("button", { name: "Sort: go to this part" }));

  await waitFor(() => expect(server.asked).toHaveLength(1));
  expect(server.asked[0]).toMatchObject({ method: "POST", body: { phase_id: "sort" } });
});

test("a session without opening and closing folds nothing away", async () => {
  await stage({ phase: "collect" });

  expect(folded()).toEqual([]);
});

test("the board says where one writes, and when the other columns open", async () => {
  const put = {
    column: {
      what: column("what", 1, { title: "What?", phase_id: "what" }),
      now: column("now", 2, { title: "Now what?", phase_id: "now" }),
    },
  };
  await stage({ phase: "what", phases: PHASES, put });

  const links = within(screen.getByRole("navigation", { name: "On this board" }));
  expect(links.getByRole("link", { name: "Write here: What?" })).toBeDefined();
  expect(links.getByRole("link", { name: "Now what?" })).toBeDefined();
  expect(screen.getByText("You can write here in the part “Now what?”.")).toBeDefined();
});

test("where all columns are open, the board does not say where one writes", async () => {
  await stage({ phase: "collect" });

  expect(screen.queryByRole("link", { name: /Write here/ })).toBeNull();
});
