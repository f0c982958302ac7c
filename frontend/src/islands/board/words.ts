/** Codes of the domain, numbers and dates as words on the board. */

import { gettext, interpolate, language, ngettext } from "../../i18n";
import type { StepRecord } from "../../protocol";

const SHORT = 48;

/** The beginning of a text, to name a button by. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SHORT) return line;
  const cut = line.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20))}…`;
}

/** The state of an action. */
export function actionState(code: string): string {
  const words: Record<string, string> = {
    proposed: gettext("waiting for a yes"),
    accepted: gettext("accepted"),
    declined: gettext("declined"),
    in_progress: gettext("in progress"),
    blocked: gettext("stuck"),
    done: gettext("done"),
    verified: gettext("confirmed"),
    closed: gettext("finished"),
    dropped: gettext("dropped"),
  };
  return words[code] ?? code;
}

/** How an action goes, as somebody reports it. */
export function claimWords(code: string): string {
  const words: Record<string, string> = {
    not_started: gettext("not started"),
    moving: gettext("moving"),
    stuck: gettext("stuck"),
  };
  return words[code] ?? code;
}

/** What asks for attention. */
export function flagWords(code: string): string {
  const words: Record<string, string> = {
    overdue: gettext("too late"),
    due_soon: gettext("due soon"),
    stale: gettext("no news for long"),
    orphaned: gettext("nobody owns it"),
  };
  return words[code] ?? code;
}

/** The colour that goes with an action's state, which never stands alone. */
export function actionTone(code: string): string {
  const tones: Record<string, string> = {
    proposed: "info",
    accepted: "good",
    in_progress: "good",
    done: "good",
    verified: "good",
    declined: "warn",
    blocked: "warn",
  };
  return tones[code] ?? "";
}

/** The levels on which a change must happen. */
export function levels(): readonly (readonly [string, string])[] {
  return [
    ["micro", gettext("work floor")],
    ["meso", gettext("organisation or region")],
    ["macro", gettext("system")],
  ];
}

/** A level in words. */
export function levelWords(code: string): string {
  return new Map(levels()).get(code) ?? code;
}

/** What a part of a session can be for. */
export function phaseKinds(): readonly (readonly [string, string])[] {
  return [
    ["follow_up", gettext("look at open actions first")],
    ["collect", gettext("collect notes")],
    ["group", gettext("group notes")],
    ["vote", gettext("vote")],
    ["discuss", gettext("talk it through")],
    ["agree", gettext("agree insights")],
    ["translate", gettext("turn into actions")],
    ["read_back", gettext("read back")],
  ];
}

/** Why something was taken off the board. */
export function withheldReasons(): readonly (readonly [string, string])[] {
  return [
    ["person", gettext("it tells who somebody is")],
    ["hurtful", gettext("it hurts people")],
    ["repeated", gettext("it is there twice")],
    ["elsewhere", gettext("it belongs somewhere else")],
    ["other", gettext("another reason")],
  ];
}

/** Who works with whom in a phase. */
export function groupingWords(code: string): string {
  const words: Record<string, string> = {
    alone: gettext("everybody alone"),
    pair: gettext("in pairs"),
    four: gettext("in fours"),
    small: gettext("in small groups"),
    fishbowl: gettext("some talk, the others listen"),
    plenary: gettext("all together"),
    spread: gettext("each at their own time"),
  };
  return words[code] ?? code;
}

/** The side of the table that somebody sits on. */
export function groupWords(group: string): string {
  const words: Record<string, string> = {
    citizens: gettext("citizens"),
    municipality: gettext("municipality"),
    hospital: gettext("hospital"),
    primary_care: gettext("primary care"),
    insurer: gettext("insurer"),
    public_health: gettext("public health"),
    social_welfare: gettext("social work and welfare"),
    business: gettext("business"),
    knowledge: gettext("knowledge institute"),
    programme_office: gettext("programme office"),
  };
  return words[group] ?? group;
}

/** The roles of a participant, as one line. */
export function roleWords(roles: readonly string[]): string {
  const words: Record<string, string> = {
    programme_manager: gettext("programme manager"),
    facilitator: gettext("facilitator"),
    trusted_advisor: gettext("trusted advisor"),
    citizen_representative: gettext("citizen representative"),
    data_scientist: gettext("data scientist"),
    member: gettext("member"),
  };
  return roles.map((role) => words[role] ?? role).join(", ");
}

/** A day such as 2026-12-01, written out. */
export function day(iso: string): string {
  const [year = 0, month = 1, date = 1] = iso.split("-").map(Number);
  // As the pages write it: the day comes first.
  const locale = language() === "en" ? "en-GB" : language();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  return format.format(new Date(year, month - 1, date));
}

/** Today, as 2026-12-01. */
export function today(): string {
  const minutesFromUtc = new Date().getTimezoneOffset();
  return new Date(Date.now() - minutesFromUtc * 60_000).toISOString().slice(0, 10);
}

/** "1 note", "3 notes". */
export function noteCount(count: number): string {
  return interpolate(ngettext("%(count)d note", "%(count)d notes", count), { count });
}

/** A group's title, or a name for one that has none yet. */
export function groupTitle(title: string): string {
  return title || gettext("Group without a name");
}

/** What a step of grouping did. */
export function stepWords(step: StepRecord): string {
  const values = { notes: noteCount(step.notes) };
  const words: Record<string, string> = {
    moved: interpolate(gettext("%(notes)s moved"), values),
    taken_out: interpolate(gettext("%(notes)s taken out"), values),
    merged: gettext("groups merged"),
    renamed: gettext("group renamed"),
  };
  return words[step.kind] ?? step.kind;
}
