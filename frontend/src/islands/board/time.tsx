/** The time of a phase, which the server keeps and nothing obeys; and who is ready with it. */

import { useEffect, useRef } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import { tell } from "../../live/announcer";
import type { PhaseRecord, ReadinessRecord, TimerRecord } from "../../protocol";
import { useDesk } from "./desk";
import { preferences } from "./preferences";
import { clockWords, useServerTime } from "./ticking";
import { playTone } from "./tone";

const MINUTE = 60_000;
// Half of it is worth saying only when there is enough of it.
const WORTH_HALVING = 2 * MINUTE;

/** Shows what is left of the time, and the ready signal, while a session is live. */
export function PhaseTime({ phase }: { phase: PhaseRecord }) {
  const { board } = useDesk();
  const [timer] = board.all("timer");
  const [readiness] = board.all("readiness");
  const canRun = board.may("session.run");
  if (!timer && !readiness && !canRun) return null;
  return (
    <div class="phase-time">
      {timer ? <Timer timer={timer} /> : canRun && <StartTimer minutes={phase.minutes} />}
      {readiness && <Ready readiness={readiness} />}
    </div>
  );
}

function StartTimer({ minutes }: { minutes: number }) {
  const { running } = useDesk();
  const words = ngettext(
    "Start the timer: %(count)d minute",
    "Start the timer: %(count)d minutes",
    minutes,
  );
  return (
    <button
      class="ds-button"
      data-variant="secondary"
      type="button"
      onClick={() => void running.startTimer(minutes)}
    >
      {interpolate(words, { count: minutes })}
    </button>
  );
}

function Timer({ timer }: { timer: TimerRecord }) {
  const { board } = useDesk();
  const now = useServerTime(true);
  const start = Date.parse(timer.started_at);
  const end = Date.parse(timer.ends_at);
  const left = end - now;
  useTimeNews(left, end - start);
  const state = left <= 0 ? "over" : left <= MINUTE ? "near" : "running";
  return (
    <div class="timer" data-state={state}>
      <p class="timer__left" role="timer">
        <strong>{left > 0 ? clockWords(left) : gettext("Time is up")}</strong>{" "}
        {left > 0 && <span class="muted">{gettext("left")}</span>}
      </p>
      <progress
        max={end - start}
        value={Math.max(0, Math.min(left, end - start))}
        aria-label={gettext("Time that is left")}
      />
      {board.may("session.run") && <TimerTools timer={timer} />}
    </div>
  );
}

function TimerTools({ timer }: { timer: TimerRecord }) {
  const { running } = useDesk();
  return (
    <p class="buttons">
      {[1, 2].map((minutes) => (
        <button
          key={minutes}
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="button"
          aria-label={interpolate(
            ngettext("+%(count)d: one minute more", "+%(count)d: %(count)d minutes more", minutes),
            { count: minutes },
          )}
          onClick={() => void running.extendTimer(timer, minutes)}
        >
          +{minutes}
        </button>
      ))}
      <button
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        type="button"
        onClick={() => void running.stopTimer(timer)}
      >
        {gettext("Stop the timer")}
      </button>
    </p>
  );
}

/** Says when half of the time is over, when a minute is left and when none is. */
function useTimeNews(left: number, whole: number): void {
  const before = useRef(left);
  useEffect(() => {
    const passed = (mark: number): boolean => before.current > mark && left <= mark;
    if (passed(0)) {
      tell(gettext("The time is up. Nothing closes by itself."));
      if (preferences.hasSound.value) playTone();
    } else if (passed(MINUTE)) tell(gettext("One minute is left."));
    else if (whole >= WORTH_HALVING && passed(whole / 2)) {
      const text = gettext("Half of the time is over: %(left)s left.");
      tell(interpolate(text, { left: clockWords(left) }));
    }
    before.current = left;
  }, [left, whole]);
}

function Ready({ readiness }: { readiness: ReadinessRecord }) {
  const { board, running } = useDesk();
  const isReady = board.signals.isReadyWith(readiness.phase_id);
  const canSay = board.may("topic.signal") && !board.may("session.run");
  return (
    <div class="ready">
      {canSay && (
        <button
          class="ds-button"
          data-variant={isReady ? "primary" : "secondary"}
          type="button"
          aria-pressed={isReady}
          onClick={() => void running.sayReady(readiness.phase_id, !isReady)}
        >
          {isReady && <span class="tick" aria-hidden="true" />}
          {gettext("I am ready")}
        </button>
      )}
      {readiness.people > 0 && (
        <p class="muted">
          {interpolate(gettext("%(ready)s of %(people)s ready"), {
            ready: readiness.ready,
            people: readiness.people,
          })}
        </p>
      )}
    </div>
  );
}
