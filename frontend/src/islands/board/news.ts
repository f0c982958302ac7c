/** Says in a few words what others changed on the board. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { Tables } from "../../sync/store";
import { columnsInOrder, groupOfNotes } from "./layout";
import { firstWords } from "./words";

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

/** What happened between two states, the most important first; empty when nothing worth saying. */
export function sentenceFor(before: Tables, after: Tables): string {
  return [
    phaseNews(before, after),
    ...actionNews(before, after),
    ...insightNews(before, after),
    ...noteNews(before, after),
    groupNews(before, after),
  ]
    .filter(Boolean)
    .slice(0, 4)
    .join(" ");
}
