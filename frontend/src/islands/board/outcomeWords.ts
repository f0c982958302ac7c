/** What follows from a session, in words: insights, answers, actions and decisions by their codes. */

import { gettext } from "../../i18n";
import type { DecisionRecord } from "../../protocol";

export type Choices = readonly (readonly [string, string])[];

function wordsFor(choices: Choices, code: string): string {
  return new Map(choices).get(code) ?? code;
}

/** The answers that an insight can get, in the order in which they are offered. */
export function dispositions(): Choices {
  return [
    ["act", gettext("we act on it")],
    ["ask", gettext("we ask further")],
    ["decide", gettext("it needs a decision")],
    ["escalate", gettext("we take it to a higher level")],
    ["park", gettext("we park it")],
    ["no", gettext("we do not act on it")],
  ];
}

/** What became of an insight. */
export function dispositionWords(code: string): string {
  return wordsFor(dispositions(), code);
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

/** These answers say nothing without a reason. */
export const NEEDS_A_REASON: ReadonlySet<string> = new Set(["park", "no"]);

/** What can be done with what people brought in. */
export function feedbackAnswers(): Choices {
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
  return wordsFor(feedbackAnswers(), code);
}

/** How deep an insight goes. */
export function loops(): Choices {
  return [
    ["single", gettext("how we do things")],
    ["double", gettext("whether we do the right things")],
    ["triple", gettext("how we decide what is right")],
  ];
}

/** How deep an insight goes, in words. */
export function loopWords(code: string): string {
  return wordsFor(loops(), code);
}

/** What an insight can be about: the components of networks for health. */
export function components(): Choices {
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
  return wordsFor(components(), code);
}

/** How those present came to agree. */
export function agreements(): Choices {
  return [
    ["consensus", gettext("everybody agreed")],
    ["majority", gettext("most agreed")],
    ["facilitator", gettext("the facilitator summed it up")],
  ];
}

/** How those present agreed, in words. */
export function agreementWords(code: string): string {
  return wordsFor(agreements(), code);
}

/** What an action changes, from the weakest to the strongest. */
export function strengths(): Choices {
  return [
    ["informing", gettext("tell people")],
    ["training", gettext("teach people")],
    ["agreement", gettext("agree on something")],
    ["process", gettext("work in another way")],
    ["structure", gettext("change structure, money or rules")],
  ];
}

/** When the effect of an action is expected. */
export function horizons(): Choices {
  return [
    ["short", gettext("within three months")],
    ["middle", gettext("within a year")],
    ["long", gettext("later than in a year")],
  ];
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

/** Who decided: the board or meeting, and members. */
export function deciders({ decided_by: board, decider_names: names }: DecisionRecord): string {
  return [board, ...names].filter(Boolean).join(", ");
}
