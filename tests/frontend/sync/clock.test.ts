// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  forgetTime,
  hearTime,
  serverNow,
} from "../../../frontend/src/sync/clock";

const TEN = Date.parse("2026-11-28T10:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.parse("2001-01-01T00:00:00Z"),
    toFake: ["Date", "performance"],
  });
});

afterEach(() => {
  forgetTime();
  vi.useRealTimers();
});

test("the time of the server goes on, whatever the clock of the device says", () => {
  hearTime("2026-11-28T10:00:00Z");
  vi.advanceTimersByTime(90_000);

  expect(serverNow()).toBe(TEN + 90_000);
});

test("a time that was long on its way does not set the clock back", () => {
  hearTime("2026-11-28T10:00:00Z");
  vi.advanceTimersByTime(10_000);
  hearTime("2026-11-28T10:00:07Z");

  expect(serverNow()).toBe(TEN + 10_000);
});

test("a time that came quicker is the nearer one", () => {
  hearTime("2026-11-28T10:00:00Z");
  vi.advanceTimersByTime(10_000);
  hearTime("2026-11-28T10:00:12Z");

  expect(serverNow()).toBe(TEN + 12_000);
});

test("until the server said something, or when it said nonsense, the device's own clock has to do", () => {
  hearTime("soon");

  expect(serverNow()).toBe(Date.now());
});
