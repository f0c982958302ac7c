// @vitest-environment node
import { expect, test, vi } from "vitest";
import { newId } from "../../../frontend/src/sync/ids";

test("ids are random UUIDs of version 4, also where pages are not encrypted", () => {
  vi.spyOn(crypto, "randomUUID").mockImplementation(() => {
    throw new TypeError("only on encrypted pages");
  });
  const ids = Array.from({ length: 200 }, newId);

  expect(new Set(ids).size).toBe(200);
  expect(
    ids.filter(
      (id) =>
        !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(
          id,
        ),
    ),
  ).toEqual([]);
});
