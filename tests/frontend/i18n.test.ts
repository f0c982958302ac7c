// @vitest-environment node
import { afterEach, expect, test } from "vitest";
import {
  gettext,
  interpolate,
  ngettext,
  pgettext,
} from "../../frontend/src/i18n";

afterEach(() => {
  delete (globalThis as { django?: unknown }).django;
});

test("without a catalog texts stay as they are in the code", () => {
  expect(gettext("Notes")).toBe("Notes");
  expect(pgettext("month", "May")).toBe("May");
  expect(ngettext("%(count)d note", "%(count)d notes", 1)).toBe(
    "%(count)d note",
  );
  expect(ngettext("%(count)d note", "%(count)d notes", 0)).toBe(
    "%(count)d notes",
  );
});

test("with a catalog texts are translated", () => {
  (globalThis as { django?: unknown }).django = {
    gettext: (text: string) => ({ Notes: "Notities" })[text] ?? text,
    ngettext: (_one: string, _many: string, count: number) =>
      count === 1 ? "%(count)d notitie" : "%(count)d notities",
    pgettext: (context: string, text: string) => `${context}:${text}`,
  };

  expect(gettext("Notes")).toBe("Notities");
  expect(ngettext("%(count)d note", "%(count)d notes", 3)).toBe(
    "%(count)d notities",
  );
  expect(pgettext("month", "May")).toBe("month:May");
});

test("values are filled in once, and a missing one stays visible", () => {
  expect(
    interpolate("%(count)d by %(name)s", { count: 2, name: "%(count)d" }),
  ).toBe("2 by %(count)d");
  expect(interpolate("%(name)s, 5%%", {})).toBe("%(name)s, 5%");
  expect(interpolate("%(constructor)s", {})).toBe("%(constructor)s");
});
