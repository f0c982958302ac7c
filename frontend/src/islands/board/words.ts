/** Codes of the domain, numbers and dates as words on the board. */

import { gettext, interpolate, language, ngettext } from "../../i18n";
import type { NoteRecord, StepRecord } from "../../protocol";

const SHORT = 48;

/** The beginning of a text, to name a button by. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SHORT) return line;
  const cut = line.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20))}…`;
}

/** Who wrote a note, or which row of which file it came from. */
export function writerOf(note: NoteRecord): string {
  if (note.author_name || !note.source_reference) return note.author_name;
  return interpolate(gettext("From a file, row “%(reference)s”"), {
    reference: note.source_reference,
  });
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

/** The answers that an insight can get, in the order in which they are offered. */
export function dispositions(): readonly (readonly [string, string])[] {
  return [
    ["act", gettext("we act on it")],
    ["ask", gettext("we ask further")],
    ["decide", gettext("it needs a decision")],
    ["escalate", gettext("we take it to a higher level")],
    ["park", gettext("we park it")],
    ["no", gettext("we do not act on it")],
  ];
}

/** What each answer is for. */
export function dispositionHelp(): Readonly<Record<string, string>> {
  return {
    act: gettext("Somebody does something about it."),
    ask: gettext("You do not know enough yet. The question stays open."),
    decide: gettext("It is clear, and somebody has to choose."),
    escalate: gettext("It is not yours to change. Somebody with the mandate answers."),
    park: gettext("Not now. You look at it again on a day."),
    no: gettext("You leave it, and say why."),
  };
}

/** What became of an insight. */
export function dispositionWords(code: string): string {
  return new Map(dispositions()).get(code) ?? code;
}

/** These answers say nothing without a reason. */
export const NEEDS_A_REASON: ReadonlySet<string> = new Set(["park", "no"]);

/** What can be done with what people brought in. */
export function feedbackAnswers(): readonly (readonly [string, string])[] {
  return [
    ["done", gettext("it is done")],
    ["doing", gettext("we are at it")],
    ["planned", gettext("we will do it")],
    ["not_doing", gettext("we will not do it")],
    ["passed_on", gettext("we passed it on")],
  ];
}

/** What is done with what people brought in. */
export function feedbackWords(code: string): string {
  return new Map(feedbackAnswers()).get(code) ?? code;
}

/** The state of a decision. */
export function decisionState(code: string): string {
  const words: Record<string, string> = {
    proposed: gettext("to be decided"),
    decided: gettext("decided"),
    superseded: gettext("replaced"),
  };
  return words[code] ?? code;
}

/** How deep an insight goes. */
export function loops(): readonly (readonly [string, string])[] {
  return [
    ["single", gettext("how we do things")],
    ["double", gettext("whether we do the right things")],
    ["triple", gettext("how we decide what is right")],
  ];
}

/** How deep an insight goes, in words. */
export function loopWords(code: string): string {
  return new Map(loops()).get(code) ?? code;
}

/** What an insight can be about: the components of networks for health. */
export function components(): readonly (readonly [string, string])[] {
  return [
    ["social_forces", gettext("what people want and believe")],
    ["resources", gettext("people, time and means")],
    ["finance", gettext("money and who pays")],
    ["relations", gettext("working together and trust")],
    ["regulations", gettext("rules and laws")],
    ["market", gettext("supply, demand and competition")],
    ["leadership", gettext("leadership")],
    ["accountability", gettext("who answers to whom")],
  ];
}

/** A component in words. */
export function componentWords(code: string): string {
  return new Map(components()).get(code) ?? code;
}

/** How those present came to agree. */
export function agreements(): readonly (readonly [string, string])[] {
  return [
    ["consensus", gettext("everybody agreed")],
    ["majority", gettext("most agreed")],
    ["facilitator", gettext("the facilitator summed it up")],
  ];
}

/** How those present agreed, in words. */
export function agreementWords(code: string): string {
  return new Map(agreements()).get(code) ?? code;
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
