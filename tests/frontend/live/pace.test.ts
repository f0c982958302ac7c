// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Pace } from "../../../frontend/src/live/pace";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

afterEach(() => {
  vi.useRealTimers();
});

test("the first request runs after the jitter, not before", async () => {
  const job = vi.fn(async () => true);
  new Pace(job).ask();

  await vi.advanceTimersByTimeAsync(149);
  expect(job).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(job).toHaveBeenCalledOnce();
});

test("a hundred requests in a second make at most two runs", async () => {
  const job = vi.fn(async () => true);
  const pace = new Pace(job);

  for (let request = 0; request < 100; request += 1) {
    pace.ask();
    await vi.advanceTimersByTimeAsync(10);
  }

  expect(job).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(job).toHaveBeenCalledTimes(2);
});

test("news during a run makes one more run afterwards, never two at a time", async () => {
  let running = 0;
  let most = 0;
  const job = vi.fn(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((done) => setTimeout(done, 3000));
    running -= 1;
    return true;
  });
  const pace = new Pace(job);

  pace.ask();
  await vi.advanceTimersByTimeAsync(1000);
  pace.ask();
  pace.ask();
  await vi.advanceTimersByTimeAsync(20_000);

  expect(job).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});

test("a run that fails is tried again with growing pauses until it works", async () => {
  const times: number[] = [];
  const job = vi.fn(async () => {
    times.push(Date.now());
    if (times.length === 1) throw new Error("network");
    return times.length > 3;
  });

  new Pace(job).ask();
  await vi.advanceTimersByTimeAsync(60_000);

  const pauses = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? 0));
  expect(pauses).toEqual([2000, 4000, 8000]);
});

test("stopping forgets what was asked for", async () => {
  const job = vi.fn(async () => true);
  const pace = new Pace(job);

  pace.ask();
  pace.stop();
  await vi.advanceTimersByTimeAsync(5000);

  expect(job).not.toHaveBeenCalled();
});
