/** Compares a region before and after, to say in a few words what is new. */

import { gettext, interpolate, ngettext } from "../i18n";

export type Items = ReadonlyMap<string, string>;

/** The items of a region: each element marked `data-item`, with the text it shows. */
export function itemsOf(region: Element): Items {
  const items = [...region.querySelectorAll<HTMLElement>("[data-item]")];
  return new Map(items.map((item) => [item.dataset["item"] ?? "", wordsOf(item)]));
}

function wordsOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function counts(before: Items, after: Items): string[] {
  const added = [...after.keys()].filter((id) => !before.has(id)).length;
  const gone = [...before.keys()].filter((id) => !after.has(id)).length;
  const changed = [...after].filter(([id, words]) => before.has(id) && before.get(id) !== words);
  const parts: [number, string][] = [
    [added, ngettext("%(count)d new", "%(count)d new", added)],
    [changed.length, ngettext("%(count)d changed", "%(count)d changed", changed.length)],
    [gone, ngettext("%(count)d gone", "%(count)d gone", gone)],
  ];
  return parts.filter(([count]) => count > 0).map(([count, text]) => interpolate(text, { count }));
}

/** A sentence for the status region; empty when no item was added, changed or taken away. */
export function sentence(name: string, before: Items, after: Items): string {
  const parts = counts(before, after);
  if (parts.length === 0) return "";
  const what = parts.join(", ");
  return name
    ? interpolate(gettext("%(name)s: %(what)s."), { name, what })
    : interpolate(gettext("This page: %(what)s."), { what });
}
