/** What a note says of who wrote it, in plain words: before writing and where it is shown. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { NoteRecord, ParticipantRecord } from "../../protocol";
import type { Tables } from "../../sync/store";

/** Who is there and may have written a note. */
export function writersIn(tables: Tables | undefined): readonly ParticipantRecord[] {
  return [...(tables?.participant.values() ?? [])].filter(
    (person) => person.state === "joined" && !person.is_observer,
  );
}

/** The three ways to sign a note, as one chooses them. */
export function choiceWords(attribution: string): string {
  const words: Record<string, string> = {
    named: gettext("With my name"),
    role: gettext("Only where I come from"),
    anonymous: gettext("Without a name"),
  };
  return words[attribution] ?? attribution;
}

/** Somebody of a side of the table, without her name. */
export function somebodyFrom(group: string): string {
  const words: Record<string, string> = {
    citizens: gettext("a citizen"),
    municipality: gettext("somebody from a municipality"),
    hospital: gettext("somebody from a hospital"),
    primary_care: gettext("somebody from primary care"),
    insurer: gettext("somebody from an insurer"),
    public_health: gettext("somebody from public health"),
    social_welfare: gettext("somebody from social work or welfare"),
    business: gettext("somebody from a business"),
    knowledge: gettext("somebody from a knowledge institute"),
    programme_office: gettext("somebody from the programme office"),
  };
  return words[group] ?? gettext("somebody who takes part");
}

/** How somebody said it who did not type it herself. */
export function onBehalfChoices(): readonly (readonly [string, string])[] {
  return [
    ["phone", gettext("somebody who rang")],
    ["paper", gettext("somebody who wrote on paper")],
    ["spoken", gettext("somebody who said it")],
  ];
}

/** For whom a note was written down, in words. */
export function onBehalfWords(code: string): string {
  return new Map(onBehalfChoices()).get(code) ?? code;
}

/** For how many people a note speaks; empty for one person. */
export function forPeopleWords(count: number): string {
  if (count <= 1) return "";
  const words = ngettext("for %(count)d person", "for %(count)d people", count);
  return interpolate(words, { count });
}

/** Who wrote a note, as far as it may be said, or which row of which file it came from. */
export function writerOf(note: NoteRecord): string {
  return [signatureOf(note), forPeopleWords(note.for_people)].filter(Boolean).join(", ");
}

function signatureOf(note: NoteRecord): string {
  if (note.attribution === "anonymous") return gettext("without a name");
  if (note.attribution === "role") return somebodyFrom(note.writer_group);
  if (note.on_behalf) {
    return interpolate(gettext("written down by %(typist)s for %(somebody)s"), {
      typist: note.author_name,
      somebody: onBehalfWords(note.on_behalf),
    });
  }
  if (note.author_name || !note.source_reference) return note.author_name;
  return interpolate(gettext("From a file, row “%(reference)s”"), {
    reference: note.source_reference,
  });
}
