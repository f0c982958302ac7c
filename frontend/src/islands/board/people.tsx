/** Who is in the session, who waits at its door, and how one gets in. */

import { gettext, interpolate, ngettext } from "../../i18n";
import type { DoorRecord, ParticipantRecord } from "../../protocol";
import { copy } from "./copying";
import { useDesk } from "./desk";
import { groupWords, roleWords } from "./words";

function peopleIn(people: Iterable<ParticipantRecord>, state: string): ParticipantRecord[] {
  return [...people]
    .filter((person) => person.state === state)
    .sort((one, other) => one.name.localeCompare(other.name));
}

function factsOf(person: ParticipantRecord): string {
  const from = person.organisation || groupWords(person.group);
  const role = person.is_observer ? gettext("looks on") : roleWords(person.roles);
  return [from, role].filter(Boolean).join(", ");
}

/** Lets whoever runs the session let in those who wait; nothing while nobody does. */
export function AtTheDoor() {
  const { board } = useDesk();
  const waiting = peopleIn(board.all("participant"), "waiting");
  if (waiting.length === 0 || !board.may("session.admit")) return null;
  return <Waiting people={waiting} />;
}

/** Lists who joined. */
export function Participants() {
  const { board } = useDesk();
  const people = peopleIn(board.all("participant"), "joined");
  const words = ngettext("%(count)d person joined", "%(count)d people joined", people.length);
  return (
    <details class="popup">
      <summary>{interpolate(words, { count: people.length })}</summary>
      <ul class="popup__panel" role="list">
        {people.map((person) => (
          <li key={person.id}>
            <Who person={person} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Who({ person }: { person: ParticipantRecord }) {
  return (
    <>
      <strong dir="auto">{person.name}</strong>
      <span class="muted">{factsOf(person)}</span>
    </>
  );
}

function Waiting({ people }: { people: readonly ParticipantRecord[] }) {
  const { acts } = useDesk();
  const words = ngettext("%(count)d guest waits", "%(count)d guests wait", people.length);
  return (
    <details class="popup popup--asks">
      <summary>{interpolate(words, { count: people.length })}</summary>
      <ul class="popup__panel" role="list">
        {people.map((person) => (
          <li key={person.id}>
            <Who person={person} />
            <button
              class="ds-button"
              data-size="sm"
              type="button"
              aria-label={`${gettext("Let in")}: ${person.name}`}
              onClick={() => void acts.admit(person.id)}
            >
              {gettext("Let in")}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Shows whoever runs the session what to give to others who want to come in. */
export function WayIn() {
  const { board } = useDesk();
  const [door] = board.all("door");
  if (!door || !board.isOpen) return null;
  return (
    <details class="popup">
      <summary>{gettext("How to come in")}</summary>
      <div class="popup__panel stack-close">
        <Ways door={door} />
        {board.place.doorUrl && (
          <p>
            <a href={board.place.doorUrl}>{gettext("Show in the room, with a square code")}</a>
          </p>
        )}
      </div>
    </details>
  );
}

function Ways({ door }: { door: DoorRecord }) {
  const { board } = useDesk();
  const link = `${board.place.joinUrl}#${door.key}`;
  const half = door.code.length / 2;
  const code = `${door.code.slice(0, half)}-${door.code.slice(half)}`;
  return (
    <>
      <p>{gettext("On a phone, without an account: go to")}</p>
      <p class="share__url">{board.place.joinUrl}</p>
      <p>{gettext("and type")}</p>
      <p class="way-in__code">{code}</p>
      <p>
        <button class="ds-button" type="button" onClick={() => void copy(link)}>
          {gettext("Copy link")}
        </button>
      </p>
    </>
  );
}

/** Offers a guest an account, so that what she wrote is hers on every device. */
export function Keep() {
  const { board } = useDesk();
  if (!board.place.keepUrl) return null;
  return (
    <a class="ds-button" data-variant="tertiary" href={board.place.keepUrl}>
      {gettext("Keep what is yours")}
    </a>
  );
}
