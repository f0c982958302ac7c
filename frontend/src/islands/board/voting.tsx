/** Voting: the dots beside each topic, how many are left, and what came of it. */

import { useEffect } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import { announce } from "../../live/announcer";
import type { SessionRecord, TallyRecord } from "../../protocol";
import { leftWords } from "./ballot";
import { useDesk } from "./desk";
import { topicsInOrder, type Topic } from "./layout";
import { TalkButton } from "./talk";

/** How many dots, in words. */
function dotCount(count: number): string {
  return interpolate(ngettext("%(count)d dot", "%(count)d dots", count), { count });
}

/** Whether votes are cast now. */
function useOpenVoting(): SessionRecord | null {
  const { board } = useDesk();
  return board.isOpen && board.phaseKind === "vote" ? board.session.value : null;
}

interface TopicProps {
  readonly topicId: string;
  /** The first words of the topic, to name its buttons by. */
  readonly name: string;
  readonly tabIndex?: number;
}

/** What stands beside a topic: one's own dots while voting is open, what it got afterwards. */
export function TopicVotes({ topicId, name, tabIndex = 0 }: TopicProps) {
  const { board } = useDesk();
  const session = useOpenVoting();
  const tally = board.tables?.tally.get(topicId);
  if (tally) return <p class="votes__got">{tallyWords(tally)}</p>;
  if (!session || !board.ballot || board.ballot.record.value?.is_elsewhere) return null;
  return <Dots topicId={topicId} name={name} tabIndex={tabIndex} session={session} />;
}

function Dots({ topicId, name, tabIndex, session }: TopicProps & { session: SessionRecord }) {
  const { board } = useDesk();
  const { ballot } = board;
  if (!ballot) return null;
  const given = ballot.on(topicId);
  const refusal = ballot.refusal(topicId, session);
  const give = (): void => {
    if (refusal) announce(refusal);
    else void ballot.give(topicId, session);
  };
  return (
    <fieldset class="votes">
      <legend class="ds-sr-only">{interpolate(gettext("My dots: %(name)s"), { name })}</legend>
      <button
        class="votes__button"
        type="button"
        tabIndex={tabIndex}
        aria-label={interpolate(gettext("Take a dot back: %(name)s"), { name })}
        aria-disabled={given === 0}
        onClick={() => void ballot.takeBack(topicId, session)}
      >
        −
      </button>
      <span class="votes__mine">
        <span class="votes__dots" aria-hidden="true">
          {Array.from({ length: given }, (_, n) => (
            <span key={n} class="votes__dot" />
          ))}
        </span>
        {dotCount(given)}
      </span>
      <button
        class="votes__button"
        type="button"
        tabIndex={tabIndex}
        aria-label={interpolate(gettext("Give a dot: %(name)s"), { name })}
        aria-disabled={refusal !== ""}
        onClick={give}
      >
        +
      </button>
    </fieldset>
  );
}

/** What a topic got, in words; votes of the room are told apart. */
function tallyWords(tally: TallyRecord): string {
  const room = gettext("%(count)d from the room");
  return [
    tally.dots > 0 || tally.room === 0 ? dotCount(tally.dots) : "",
    tally.room > 0 ? interpolate(room, { count: tally.room }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** How many dots are left, while votes are cast; it stays in view. */
export function VotingBar() {
  const { board } = useDesk();
  const session = useOpenVoting();
  const { ballot } = board;
  const isOpen = session !== null;
  useEffect(() => {
    if (isOpen) void ballot?.load();
  }, [isOpen, ballot]);
  if (!session) return null;
  return (
    <section class="voting" aria-label={gettext("Voting")}>
      {ballot && <MyDots session={session} />}
      {board.may("session.run") && (
        <p>{gettext("Voting is open. Nobody sees the count until the next part begins.")}</p>
      )}
      <RoomButton />
    </section>
  );
}

function MyDots({ session }: { session: SessionRecord }) {
  const { board } = useDesk();
  const { ballot } = board;
  const record = ballot?.record.value;
  if (!ballot || !record) return null;
  if (record.is_elsewhere) {
    return <p>{gettext("You began to vote in another browser. Go on there; your dots count.")}</p>;
  }
  const most = { most: session.dots_per_topic };
  return (
    <div class="voting__mine">
      <p>
        <strong class="voting__left">{leftWords(record.left, session.dots_each)}</strong>{" "}
        <span class="muted">
          {record.left > 0
            ? interpolate(gettext("At most %(most)d for one topic."), most)
            : gettext("Take one back to move it.")}
          {ballot.isWaiting.value && ` ${gettext("Sending…")}`}
        </span>
      </p>
      {ballot.problem.value && <p role="alert">{ballot.problem.value}</p>}
    </div>
  );
}

function RoomButton() {
  const { board, dialog } = useDesk();
  if (!board.mayNow("vote.enter_for_room")) return null;
  return (
    <button
      class="ds-button"
      data-variant="secondary"
      type="button"
      onClick={() => {
        dialog.value = { kind: "room" };
      }}
    >
      {gettext("Votes from the room")}
    </button>
  );
}

/** The topics in the order of their votes, once voting is over: what to talk about first. */
export function VotesInOrder() {
  const { board } = useDesk();
  const { tables } = board;
  if (!tables || tables.tally.size === 0) return null;
  const topics = topicsInOrder(tables);
  return (
    <details class="sources votes-order" open={board.phaseKind === "discuss"}>
      <summary>{gettext("Topics in the order of their votes")}</summary>
      <ol>
        {topics
          .filter((topic) => topic.tally)
          .map((topic) => (
            <li key={topic.id}>
              <TopicLink topic={topic} />
            </li>
          ))}
      </ol>
      <RoomButton />
    </details>
  );
}

function TopicLink({ topic }: { topic: Topic }) {
  const about = topic.elementId.startsWith("group-") ? "group" : "note";
  return (
    <>
      <a class="link" href={`#${topic.elementId}`} dir="auto">
        {topic.name}
      </a>{" "}
      <span class="count">{topic.tally && tallyWords(topic.tally)}</span>{" "}
      <TalkButton topic={{ about, id: topic.id }} name={topic.name} />
    </>
  );
}
