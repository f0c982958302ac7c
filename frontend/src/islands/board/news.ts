/** Says in a few words what others changed on the board. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { CommentRecord } from "../../protocol";
import { serverNow } from "../../sync/clock";
import type { Tables } from "../../sync/store";
import { columnsInOrder, groupOfNotes } from "./layout";
import type { Detail } from "./preferences";
import { tableOf } from "./seats";
import { clockWords } from "./ticking";
import { findTopic, type About } from "./topics";
import { firstWords } from "./words";

const MOST_SENTENCES = 4;
const MOST_TEXTS = 5;

function isNew<Shape>(before: ReadonlyMap<string, Shape>, id: string): boolean {
  return !before.has(id);
}

function phaseNews(before: Tables, after: Tables): string {
  const [was] = before.session.values();
  const [is] = after.session.values();
  if (!was || !is) return "";
  if (was.state !== is.state && is.state === "closed") return gettext("The session is finished.");
  if (was.current_phase_id === is.current_phase_id) return "";
  const phase = is.phases.find((one) => one.id === is.current_phase_id);
  return phase ? interpolate(gettext("Now: %(phase)s."), { phase: phase.title }) : "";
}

function noteNews(before: Tables, after: Tables): string[] {
  return columnsInOrder(after).map((column) => {
    const count = [...after.note.values()].filter(
      (note) => note.column_id === column.id && isNew(before.note, note.id),
    ).length;
    const text = ngettext(
      "%(count)d new note in %(column)s.",
      "%(count)d new notes in %(column)s.",
      count,
    );
    return count ? interpolate(text, { count, column: column.title }) : "";
  });
}

function groupNews(before: Tables, after: Tables): string {
  const was = groupOfNotes(before.group);
  const is = groupOfNotes(after.group);
  const moved = [...after.note.keys()].filter(
    (id) => before.note.has(id) && was.get(id)?.id !== is.get(id)?.id,
  ).length;
  const text = ngettext("%(count)d note was grouped.", "%(count)d notes were grouped.", moved);
  return moved ? interpolate(text, { count: moved }) : "";
}

function insightNews(before: Tables, after: Tables): string[] {
  return [...after.insight.values()]
    .filter((one) => one.state === "agreed" && before.insight.get(one.id)?.state !== "agreed")
    .map((one) => interpolate(gettext("Agreed: %(text)s"), { text: firstWords(one.statement) }));
}

function actionNews(before: Tables, after: Tables): string[] {
  return [...after.action.values()].flatMap((action) => {
    const was = before.action.get(action.id);
    const values = {
      number: action.number,
      owner: action.owner_name,
      text: firstWords(action.title),
    };
    if (!was) {
      return [interpolate(gettext("New action %(number)s for %(owner)s: %(text)s"), values)];
    }
    if (was.state === action.state) return [];
    if (action.state === "accepted") {
      return [interpolate(gettext("%(owner)s said yes to action %(number)s."), values)];
    }
    if (action.state === "declined") {
      return [interpolate(gettext("%(owner)s said no to action %(number)s."), values)];
    }
    return [];
  });
}

function timerNews(before: Tables, after: Tables): string {
  const [was] = before.timer.values();
  const [is] = after.timer.values();
  if (!is || was?.ends_at === is.ends_at) return "";
  const left = clockWords(Date.parse(is.ends_at) - serverNow());
  const isLonger = was?.id === is.id;
  const text = isLonger
    ? gettext("More time: %(left)s left.")
    : gettext("The timer runs: %(left)s left.");
  return interpolate(text, { left });
}

function presentationNews(before: Tables, after: Tables): string {
  const [was] = before.presentation.values();
  const [is] = after.presentation.values();
  if (was?.since === is?.since) return "";
  if (!is) return gettext("Everybody looks around again.");
  const topic = findTopic(after, { about: is.about as About, id: is.topic_id });
  return interpolate(gettext("Shown on every screen: %(topic)s"), { topic: topic?.name ?? "" });
}

function tableNews(before: Tables, after: Tables, participantId: string): string {
  const was = tableOf(before, participantId);
  const is = tableOf(after, participantId);
  if (was?.id === is?.id) return "";
  if (is) return interpolate(gettext("You are at this table now: %(table)s."), { table: is.title });
  return gettext("You are back with everybody.");
}

function parkingNews(before: Tables, after: Tables): string[] {
  return [...after.parked.values()]
    .filter((one) => isNew(before.parked, one.id))
    .map((one) => {
      const topic = findTopic(after, { about: one.about as About, id: one.id });
      return interpolate(gettext("Waits for later: %(topic)s"), { topic: topic?.name ?? "" });
    });
}

function commentNews(before: Tables, after: Tables, participantId: string): string {
  const count = newCommentsOfOthers(before, after, participantId).length;
  const text = ngettext("%(count)d new comment.", "%(count)d new comments.", count);
  return count ? interpolate(text, { count }) : "";
}

function newCommentsOfOthers(
  before: Tables,
  after: Tables,
  participantId: string,
): CommentRecord[] {
  return [...after.comment.values()].filter(
    (one) => isNew(before.comment, one.id) && one.author_id !== participantId,
  );
}

/** What the new notes and comments of others say, as far as one can listen to. */
function newTexts(before: Tables, after: Tables, participantId: string): string[] {
  const notes = [...after.note.values()].filter(
    (note) => isNew(before.note, note.id) && note.author_id !== participantId,
  );
  const texts = [...notes, ...newCommentsOfOthers(before, after, participantId)]
    .filter((one) => one.text)
    .map((one) => (one.author_name ? `${one.author_name}: ${one.text}` : one.text));
  const more = texts.length - MOST_TEXTS;
  const rest = ngettext("And %(count)d more.", "And %(count)d more.", more);
  return [
    ...texts.slice(0, MOST_TEXTS).map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)),
    ...(more > 0 ? [interpolate(rest, { count: more })] : []),
  ];
}

/**
 * What others did between two states, the most important first, in as much detail as somebody wants
 * to hear; empty when nothing is worth saying.
 */
export function sentenceFor(
  before: Tables,
  after: Tables,
  detail: Detail = "count",
  participantId = "",
): string {
  if (detail === "off") return "";
  const counted = [
    phaseNews(before, after),
    tableNews(before, after, participantId),
    presentationNews(before, after),
    timerNews(before, after),
    ...actionNews(before, after),
    ...insightNews(before, after),
    ...parkingNews(before, after),
    ...noteNews(before, after),
    commentNews(before, after, participantId),
    groupNews(before, after),
  ]
    .filter(Boolean)
    .slice(0, MOST_SENTENCES);
  const texts = detail === "full" ? newTexts(before, after, participantId) : [];
  return [...counted, ...texts].join(" ");
}
