/** Present mode: every screen shows one topic; one can look around oneself and come back. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { signal, useComputed, type ReadonlySignal } from "@preact/signals";
import { gettext, interpolate } from "../../i18n";
import { useDesk } from "./desk";
import { TopicTalk, TopicText } from "./talk";
import { findTopic, type About, type FoundTopic } from "./topics";

/** Since when the presentation was begun that one has left to look around. */
const left = signal("");

interface Presented {
  readonly since: string;
  /** The topic, unless it cannot be seen from here. */
  readonly topic: FoundTopic | null;
  readonly isFollowed: boolean;
}

/** What is presented, if anything is, and whether this screen goes along. */
export function usePresented(): ReadonlySignal<Presented | null> {
  const { board } = useDesk();
  return useComputed(() => {
    const { tables } = board;
    const shown = tables?.presentation.values().next().value;
    if (!tables || !shown) return null;
    const topic = findTopic(tables, { about: shown.about as About, id: shown.topic_id });
    return { since: shown.since, topic, isFollowed: left.value !== shown.since };
  });
}

/** Whether somebody is in the middle of something that must not be taken from her. */
function isBusy(): boolean {
  return document.querySelector("dialog[open]") !== null || isWriting(document.activeElement);
}

/** The focus often stays in a box after its text was sent: in an empty one nobody is writing. */
function isWriting(active: Element | null): boolean {
  if (active instanceof HTMLTextAreaElement) return active.value !== "";
  if (!(active instanceof HTMLInputElement) || active.value === "") return false;
  return ["text", "search", "number"].includes(active.type);
}

/** Lets the screen go along, except while its person is busy: she is told, and comes herself. */
function usePoliteness(since: string): void {
  const seen = useRef("");
  useLayoutEffect(() => {
    if (since && since !== seen.current && isBusy()) left.value = since;
    seen.current = since;
  }, [since]);
}

/** The bar that says what is going on, and the topic itself. */
export function Stage() {
  const presented = usePresented().value;
  usePoliteness(presented?.since ?? "");
  if (!presented) return null;
  return (
    <section class="stage" aria-label={gettext("Shown on every screen")}>
      <StageBar presented={presented} />
      {presented.isFollowed && <StageTopic topic={presented.topic} since={presented.since} />}
    </section>
  );
}

function StageBar({ presented }: { presented: Presented }) {
  const { board, talking } = useDesk();
  const { topic, isFollowed, since } = presented;
  return (
    <div class="stage__bar">
      <p>
        {isFollowed
          ? gettext("Everybody is shown this now.")
          : interpolate(gettext("Everybody is shown: %(topic)s"), { topic: topic?.name ?? "" })}
      </p>
      <p class="buttons">
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="button"
          onClick={() => {
            left.value = isFollowed ? since : "";
          }}
        >
          {isFollowed ? gettext("Look around myself") : gettext("Come back")}
        </button>
        {board.may("session.run") && (
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="button"
            onClick={() => void talking.stopPresenting()}
          >
            {gettext("Stop showing it to all")}
          </button>
        )}
      </p>
    </div>
  );
}

function StageTopic({ topic, since }: { topic: FoundTopic | null; since: string }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whatever had the focus is hidden now: the place to read on is here, and nowhere else.
    const active = document.activeElement;
    const isLost = active === null || active === document.body || !active.checkVisibility();
    if (isLost) element.current?.focus({ preventScroll: true });
    element.current?.closest(".stage")?.scrollIntoView({ block: "start" });
  }, [since]);
  return (
    <div class="stage__topic" ref={element} tabIndex={-1}>
      {topic ? (
        <>
          <TopicText topic={topic} />
          <TopicTalk topic={topic} />
        </>
      ) : (
        <p>{gettext("It cannot be seen from your place.")}</p>
      )}
    </div>
  );
}

/** Forgets that one looks around oneself; for tests. */
export function followAgain(): void {
  left.value = "";
}
