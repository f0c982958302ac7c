/** What is open from before: the first part of many sessions, with a quick report on each action. */

import { useEffect, useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { announce } from "../../live/announcer";
import { Pace } from "../../live/pace";
import type {
  ActionRecord,
  DecisionRecord,
  OpenAction,
  OpenInsight,
  OpenQuestion,
} from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { newId } from "../../sync/ids";
import type { Acts } from "./acts";
import { TextBox } from "./controls";
import { useDesk } from "./desk";
import { EndButtons } from "./dialog";
import { FormTrouble, mustHave, useDraft, useFocusBack, useSubmit } from "./forms";
import { OpenDecisions } from "./openDecisions";
import { OpenInsights } from "./openInsights";
import { OpenQuestions } from "./openQuestions";
import { actionState, claimWords, day, flagWords } from "./words";

interface Found {
  readonly actions: readonly OpenAction[] | null;
  readonly questions: readonly OpenQuestion[];
  readonly decisions: readonly DecisionRecord[];
  readonly insights: readonly OpenInsight[];
  readonly problem: string;
}

const NOTHING: Found = { actions: null, questions: [], decisions: [], insights: [], problem: "" };

async function everythingOpen(acts: Acts): Promise<Omit<Found, "problem">> {
  const [actions, questions, decisions, insights] = await Promise.all([
    acts.openActions(),
    acts.openQuestions(),
    acts.dueDecisions(),
    acts.openInsights(),
  ]);
  return { actions, questions, decisions, insights };
}

/** What is open from before, fetched again whenever something happened in the partnership's log. */
function useOpenFromBefore(): Found & { readonly again: () => void } {
  const { board, acts } = useDesk();
  const [found, setFound] = useState<Found>(NOTHING);
  const [pace] = useState(
    () =>
      new Pace(async () => {
        try {
          setFound({ ...(await everythingOpen(acts)), problem: "" });
          return true;
        } catch (error) {
          setFound((before) => ({ ...before, problem: sentenceOf(error) }));
          return false;
        }
      }),
  );
  useEffect(() => {
    pace.ask();
    const stop = board.followLog(() => pace.ask());
    return () => {
      stop();
      pace.stop();
    };
  }, [board, pace]);
  return { ...found, again: () => pace.ask() };
}

/** Lists what is open from before, while a session looks at that. */
export function FollowUp() {
  const { board } = useDesk();
  const isMember = Boolean(board.me.value?.member_id);
  if (board.phaseKind !== "follow_up" || !board.isOpen || !isMember) return null;
  return <OpenFromBefore />;
}

function OpenFromBefore() {
  const { actions, questions, decisions, insights, problem, again } = useOpenFromBefore();
  const isMore = questions.length + decisions.length + insights.length > 0;
  return (
    <>
      <section class="open-actions" aria-labelledby="open-actions-title">
        <h2 id="open-actions-title">
          {gettext("Open from before")} {actions && <span class="count">{actions.length}</span>}
        </h2>
        {problem && <p role="alert">{problem}</p>}
        {!actions && !problem && <p class="muted">{gettext("Loading…")}</p>}
        {actions?.length === 0 && <p class="muted">{noAction(isMore)}</p>}
        <ul class="cards" role="list">
          {actions?.map((open) => (
            <li key={open.action.id}>
              <OpenItem open={open} onReported={again} />
            </li>
          ))}
        </ul>
      </section>
      <OpenQuestions questions={questions} onTalked={again} />
      <OpenDecisions decisions={decisions} />
      <OpenInsights insights={insights} />
    </>
  );
}

function noAction(isMore: boolean): string {
  return isMore ? gettext("No action is open.") : gettext("Nothing is open. Well done.");
}

function OpenItem({ open, onReported }: { open: OpenAction; onReported: () => void }) {
  const { action, claims } = open;
  const [isReporting, setReporting] = useState(false);
  const report = useFocusBack(isReporting);
  const last = action.last_check_in;
  return (
    <article class="item" aria-label={`${action.number}. ${action.title}`}>
      <p class="item__state">
        <span class="tag" data-tone={action.flags.length > 0 ? "warn" : ""}>
          {[actionState(action.state), ...action.flags.map(flagWords)].join(", ")}
        </span>
      </p>
      <p class="item__title" dir="auto">
        {action.number}. {action.title}
      </p>
      <p class="item__line">
        {interpolate(gettext("%(owner)s, by %(day)s"), {
          owner: action.owner_name,
          day: day(action.due),
        })}
      </p>
      {last?.text && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("Last heard: %(text)s"), { text: last.text })}
        </p>
      )}
      {claims.length > 0 && !isReporting && (
        <p class="item__buttons">
          <button
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            type="button"
            ref={report}
            aria-label={`${gettext("How does it go?")} ${action.title}`}
            onClick={() => setReporting(true)}
          >
            {gettext("How does it go?")}
          </button>
        </p>
      )}
      {isReporting && (
        <ReportForm
          action={action}
          claims={claims}
          onDone={() => {
            setReporting(false);
            onReported();
          }}
          onLeave={() => setReporting(false)}
        />
      )}
    </article>
  );
}

interface ReportProps {
  readonly action: ActionRecord;
  readonly claims: readonly string[];
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

function ReportForm({ action, claims, onDone, onLeave }: ReportProps) {
  const { acts } = useDesk();
  const [id] = useState(newId);
  const [claim, setClaim] = useState(claims.includes("moving") ? "moving" : (claims[0] ?? ""));
  const draft = useDraft(`report:${action.id}`);
  const [text, , clear] = draft;
  const form = useSubmit(
    async () => {
      mustHave(text, "text", gettext("Please write something first."));
      await acts.report(action, id, { claim, text, channel: "meeting" });
    },
    () => {
      announce(interpolate(gettext("Reported on action %(number)s."), { number: action.number }));
      clear();
      onDone();
    },
  );
  return (
    <form class="form" onSubmit={form.submit} noValidate>
      <fieldset class="choices">
        <legend>{gettext("How does it go?")}</legend>
        {claims.map((code) => (
          <label key={code}>
            <input
              type="radio"
              class="ds-input"
              name={`claim-${action.id}`}
              checked={claim === code}
              onChange={() => setClaim(code)}
            />
            <span>{claimWords(code)}</span>
          </label>
        ))}
      </fieldset>
      <TextBox
        name="text"
        label={gettext("What do we hear?")}
        draft={draft}
        most={1000}
        trouble={form.trouble}
      />
      <FormTrouble trouble={form.trouble} fields={["text"]} />
      <EndButtons onLeave={onLeave} size="sm">
        <button class="ds-button" data-size="sm" disabled={form.isBusy}>
          {gettext("Save")}
        </button>
      </EndButtons>
    </form>
  );
}
