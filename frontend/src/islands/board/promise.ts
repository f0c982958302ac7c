/** What the box of a column promises, before one writes: how a note will be shown. */

import { gettext, interpolate } from "../../i18n";
import type { Board } from "./board";
import { forPeopleWords, onBehalfWords, somebodyFrom, writersIn } from "./signing";
import type { Speaker } from "./signingFields";

/** Fewer, and no note without a name is taken. */
const FEWEST_PEOPLE = 3;
/** Fewer, and others may guess. */
const SAFE_PEOPLE = 5;

/** Says it in plain words. */
export function promise(board: Board, { said, phase }: Speaker): string {
  const many = forPeopleWords(said.forPeople);
  const withMany = (words: string): string => [words, many].filter(Boolean).join(", ");
  if (said.onBehalf) {
    const words = gettext("Shown as: written down by you for %(somebody)s.");
    return interpolate(words, { somebody: withMany(onBehalfWords(said.onBehalf)) });
  }
  if (said.attribution === "named") {
    if (!many) return gettext("Your name is shown with this note.");
    return interpolate(gettext("Your name is shown with this note, %(many)s."), { many });
  }
  const anonymous = gettext(
    "We do not store who wrote this. People may still recognise your words.",
  );
  const together = gettext("It is shown together with others when this part ends.");
  const sentences = [
    said.attribution === "role" ? rolePromise(board, withMany) : anonymous,
    phase?.reveal === "live" ? together : "",
    smallness(board.peopleWriting),
  ];
  return sentences.filter(Boolean).join(" ");
}

function rolePromise(board: Board, withMany: (words: string) => string): string {
  const people = writersIn(board.tables);
  const me = people.find((person) => person.id === board.participantId);
  const group = me?.group ?? "";
  const count = people.filter((person) => person.group === group).length;
  const least = board.session.value?.min_group ?? 0;
  const isEnough = group !== "" && count >= least;
  const shown = interpolate(gettext("Shown as: %(somebody)s. We do not store your name."), {
    somebody: withMany(somebodyFrom(isEnough ? group : "")),
  });
  if (isEnough || !group) return shown;
  const why = gettext(
    "Fewer than %(least)s people here come from where you do, so that is not said.",
  );
  return `${shown} ${interpolate(why, { least })}`;
}

function smallness(people: number): string {
  if (people < FEWEST_PEOPLE) {
    return gettext(
      "Fewer than three people are here: everybody would know who wrote it. Your note waits on this device until more have joined.",
    );
  }
  if (people < SAFE_PEOPLE) {
    return gettext("With fewer than five people here, others may guess.");
  }
  return "";
}
