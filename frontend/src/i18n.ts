/** Texts in the reader's language, from Django's catalog; without it they stay as they are in the code. */

interface Catalog {
  gettext: (text: string) => string;
  ngettext: (one: string, many: string, count: number) => string;
  pgettext: (context: string, text: string) => string;
}

type Values = Readonly<Record<string, string | number>>;

function catalog(): Partial<Catalog> {
  return (globalThis as { django?: Partial<Catalog> }).django ?? {};
}

/** Translates one text. */
export function gettext(text: string): string {
  return catalog().gettext?.(text) ?? text;
}

/** Translates a text that depends on a number; fill the number in with `interpolate`. */
export function ngettext(one: string, many: string, count: number): string {
  return catalog().ngettext?.(one, many, count) ?? (count === 1 ? one : many);
}

/** Translates a text that means different things in different places. */
export function pgettext(context: string, text: string): string {
  return catalog().pgettext?.(context, text) ?? text;
}

/** Fills `%(name)s` and `%(name)d` in a translated text; a name without a value stays visible. */
export function interpolate(text: string, values: Values): string {
  return text.replace(/%\((\w+)\)[sd]|%%/g, (found, name?: string) => {
    if (name === undefined) return "%";
    return Object.hasOwn(values, name) ? String(values[name]) : found;
  });
}

/** The language of the page. */
export function language(): string {
  return document.documentElement.lang || "en";
}
