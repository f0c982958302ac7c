/** Tables while the session is split up: at which one sits, and what each was called. */

import { useComputed } from "@preact/signals";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { TableRecord } from "../../protocol";
import { useDesk } from "./desk";
import { openTables, tableOf, tablesIn } from "./seats";

/** Says at which table one sits, while the session is split up. */
export function TableBar() {
  const { board, dialog } = useDesk();
  const { tables } = board;
  if (!tables || openTables(tables).length === 0) return null;
  const canRun = board.may("session.run");
  return (
    <section class="table-bar" aria-label={gettext("Tables")}>
      {canRun ? <p>{splitWords(openTables(tables))}</p> : <MyTable />}
      {canRun && (
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          onClick={() => {
            dialog.value = { kind: "tables" };
          }}
        >
          {gettext("Arrange the tables")}
        </button>
      )}
    </section>
  );
}

function splitWords(tables: readonly TableRecord[]): string {
  const words = ngettext(
    "The session is split up into %(count)d table.",
    "The session is split up into %(count)d tables.",
    tables.length,
  );
  return `${interpolate(words, { count: tables.length })} ${gettext("You see the notes of all.")}`;
}

function MyTable() {
  const { board } = useDesk();
  const table = board.tables && tableOf(board.tables, board.participantId);
  if (!table) {
    return <p>{gettext("The others sit at tables. You are in the plenary.")}</p>;
  }
  const names = table.participant_ids
    .filter((id) => id !== board.participantId)
    .map((id) => board.tables?.participant.get(id)?.name ?? "")
    .filter(Boolean);
  return (
    <p>
      <strong dir="auto">
        {interpolate(gettext("Your table: %(table)s"), { table: table.title })}
      </strong>{" "}
      <span class="muted">
        {names.length > 0 && interpolate(gettext("with %(names)s."), { names: names.join(", ") })}{" "}
        {gettext("Only your table sees what you write, until the tables come together.")}
      </span>
    </p>
  );
}

/** Returns what each table was called: for notes that remember where they were written. */
export function useTableTitles(): (tableId: string | null) => string {
  const { board } = useDesk();
  const titles = useComputed(() => {
    const pairs = board.tables ? tablesIn(board.tables).map((one) => [one.id, one.title]) : [];
    return new Map(pairs as [string, string][]);
  });
  return (tableId) => titles.value.get(tableId ?? "") ?? "";
}
