import { beforeEach, expect, test, vi } from "vitest";
import { StateLine } from "../../../frontend/src/live/state";

let element: HTMLElement;

beforeEach(() => {
  document.body.innerHTML =
    '<div id="live-state" hidden><span data-live-words></span><button data-live-pause></button></div>';
  element = document.getElementById("live-state") as HTMLElement;
});

function press(): void {
  element.querySelector("button")?.click();
}

test("an own act ends the pause and asks for what waited", () => {
  const onResume = vi.fn();
  const line = new StateLine(element, onResume);
  press();
  line.holdBack();

  line.resume();

  expect(line.isPaused).toBe(false);
  expect(onResume).toHaveBeenCalledOnce();
});

test("without a pause, or with nothing waiting, nothing is asked for", () => {
  const onResume = vi.fn();
  const line = new StateLine(element, onResume);

  line.resume();
  press();
  press();

  expect(line.isPaused).toBe(false);
  expect(onResume).not.toHaveBeenCalled();
});

test("a page without the line counts and pauses all the same", () => {
  const line = new StateLine(null, () => undefined);

  line.connectionIs("live");
  line.holdBack();

  expect(line.isPaused).toBe(false);
});
