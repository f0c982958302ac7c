/** Arranging tables: opening them, and who sits where. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { ParticipantRecord, TableRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { useDesk } from "./desk";
import { Dialog, EndButtons } from "./dialog";
import { Field, FormTrouble, useSubmit } from "./forms";
import { openTables, peopleToSeat } from "./seats";

const FEWEST = 2;
const MOST = 20;

/** Opens tables, or arranges those that are open. */
export function TablesDialog({ onClose }: { onClose: () => void }) {
  const { board } = useDesk();
  const open = board.tables ? openTables(board.tables) : [];
  return (
    <Dialog title={gettext("Tables")} onClose={onClose}>
      {open.length === 0 ? (
        <OpenForm onClose={onClose} />
      ) : (
        <Seating tables={open} onClose={onClose} />
      )}
    </Dialog>
  );
}

function namesFor(count: number): string[] {
  const text = gettext("Table %(number)s");
  return Array.from({ length: count }, (_, n) => interpolate(text, { number: n + 1 }));
}

function OpenForm({ onClose }: { onClose: () => void }) {
  const { board, running } = useDesk();
  const people = board.tables ? peopleToSeat(board.tables).length : 0;
  const [names, setNames] = useState(() => namesFor(Math.max(FEWEST, Math.ceil(people / 5))));
  const [ids] = useState(() => Array.from({ length: MOST }, newId));
  const [isSpread, setSpread] = useState(true);
  const form = useSubmit(async () => {
    const tables = names.map((title, n) => ({ id: ids[n] ?? newId(), title }));
    await running.openTables(tables, isSpread);
  }, onClose);
  return (
    <form class="form" onSubmit={form.submit} noValidate>
      <p>
        {gettext(
          "At a table people see only what is written there. You see everything. Afterwards all notes come together again.",
        )}
      </p>
      <Field label={gettext("How many tables?")} name="count">
        {(control) => (
          <select
            {...control}
            value={names.length}
            onChange={(event) => setNames(resized(names, Number(event.currentTarget.value)))}
          >
            {Array.from({ length: MOST - FEWEST + 1 }, (_, n) => n + FEWEST).map((count) => (
              <option key={count} value={count} selected={count === names.length}>
                {count}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset class="table-names">
        <legend>{gettext("Their names")}</legend>
        {names.map((name, at) => (
          <input
            key={ids[at]}
            class="ds-input"
            dir="auto"
            maxLength={60}
            value={name}
            aria-label={interpolate(gettext("Name of table %(number)s"), { number: at + 1 })}
            onInput={(event) => {
              const text = event.currentTarget.value;
              setNames(names.map((one, n) => (n === at ? text : one)));
            }}
          />
        ))}
      </fieldset>
      <div class="choices">
        <label>
          <input
            type="checkbox"
            class="ds-input"
            checked={isSpread}
            onChange={(event) => setSpread(event.currentTarget.checked)}
          />
          <span>
            {gettext("Seat everybody at random")}
            <span class="choice__more">
              {gettext(
                "Each stakeholder group is spread over the tables. You can move people afterwards.",
              )}
            </span>
          </span>
        </label>
      </div>
      <FormTrouble trouble={form.trouble} fields={[]} />
      <EndButtons onLeave={onClose}>
        <button class="ds-button" disabled={form.isBusy}>
          {gettext("Open the tables")}
        </button>
      </EndButtons>
    </form>
  );
}

function resized(names: readonly string[], count: number): string[] {
  return namesFor(count).map((name, n) => names[n] ?? name);
}

function Seating({ tables, onClose }: { tables: readonly TableRecord[]; onClose: () => void }) {
  const { board, running } = useDesk();
  const people = board.tables ? peopleToSeat(board.tables) : [];
  const seated = new Set(tables.flatMap((table) => table.participant_ids));
  const standing = people.filter((person) => !seated.has(person.id));
  const together = (): void => {
    void running.bringTogether().then((isDone) => isDone && onClose());
  };
  return (
    <>
      {tables.map((table) => (
        <TableSeats
          key={table.id}
          title={table.title}
          people={people.filter((person) => table.participant_ids.includes(person.id))}
          tables={tables}
          at={table.id}
        />
      ))}
      {standing.length > 0 && (
        <TableSeats title={gettext("Without a table")} people={standing} tables={tables} at="" />
      )}
      <EndButtons onLeave={onClose} leave={gettext("Close")}>
        {standing.length > 0 && (
          <button class="ds-button" type="button" onClick={() => void running.spread()}>
            {gettext("Seat them at random")}
          </button>
        )}
        <button
          class="ds-button"
          data-variant={standing.length > 0 ? "secondary" : "primary"}
          type="button"
          onClick={together}
        >
          {gettext("Bring together")}
        </button>
      </EndButtons>
    </>
  );
}

interface SeatsProps {
  readonly title: string;
  readonly people: readonly ParticipantRecord[];
  readonly tables: readonly TableRecord[];
  readonly at: string;
}

function TableSeats({ title, people, tables, at }: SeatsProps) {
  return (
    <section class="seats">
      <h3 dir="auto">
        {title} <span class="count">{people.length}</span>
      </h3>
      <ul role="list">
        {people.map((person) => (
          <li key={person.id} class="seats__person">
            <span dir="auto">{person.name}</span>
            <SeatChoice person={person} tables={tables} at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SeatChoice({
  person,
  tables,
  at,
}: {
  person: ParticipantRecord;
  tables: readonly TableRecord[];
  at: string;
}) {
  const { running } = useDesk();
  return (
    <select
      class="ds-input"
      aria-label={interpolate(gettext("Table of %(name)s"), { name: person.name })}
      value={at}
      onChange={(event) => void running.seat(person, event.currentTarget.value || null)}
    >
      <option value="" selected={at === ""}>
        {gettext("no table")}
      </option>
      {tables.map((table) => (
        <option key={table.id} value={table.id} selected={table.id === at}>
          {table.title}
        </option>
      ))}
    </select>
  );
}
