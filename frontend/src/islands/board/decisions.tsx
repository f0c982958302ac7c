/** What is to be decided and what was decided in the session. */

import { gettext, interpolate } from "../../i18n";
import type { DecisionRecord } from "../../protocol";
import { OthersAtForms } from "./atForms";
import { useDesk } from "./desk";
import { Button } from "./cardButton";
import { decisionsInOrder } from "./layout";
import { deciders, decisionState } from "./outcomeWords";
import { Dissent } from "./dissent";
import { Sources } from "./sources";
import { day, firstWords } from "./words";

/** Lists the decisions, once there is one. */
export function Decisions() {
  const { board } = useDesk();
  const decisions = board.tables ? decisionsInOrder(board.tables) : [];
  if (decisions.length === 0) return null;
  return (
    <section class="panel-list" id="decisions" aria-labelledby="decisions-title">
      <h2 id="decisions-title">
        {gettext("Decisions")} <span class="count">{decisions.length}</span>
      </h2>
      <ul class="cards" role="list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Decision decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decision({ decision }: { decision: DecisionRecord }) {
  const id = `decision-text-${decision.id}`;
  return (
    <article class="item" id={`decision-${decision.id}`} tabIndex={-1} aria-labelledby={id}>
      <p class="item__state">
        <span class="tag" data-tone={decision.state === "decided" ? "good" : "info"}>
          {decisionState(decision.state)}
        </span>
        {decision.decided_on && <span class="item__more">{day(decision.decided_on)}</span>}
      </p>
      <p class="item__title" id={id}>
        {decision.number}. <span dir="auto">{decision.text}</span>
      </p>
      <Facts decision={decision} />
      <Dissent of={{ decisionId: decision.id }} />
      <OthersAtForms ids={[decision.id]} />
      <From decision={decision} />
      <Sources ids={decision.note_ids} />
      <DecideButton decision={decision} />
    </article>
  );
}

function Facts({ decision }: { decision: DecisionRecord }) {
  const who = deciders(decision);
  const lines = [
    who && interpolate(gettext("Decided by: %(who)s"), { who }),
    decision.rationale && interpolate(gettext("Why: %(text)s"), { text: decision.rationale }),
    decision.options &&
      interpolate(gettext("Also considered: %(text)s"), { text: decision.options }),
    decision.dissent &&
      interpolate(gettext("Seen differently: %(text)s"), { text: decision.dissent }),
    decision.review_on &&
      interpolate(gettext("Looked at again on %(day)s."), { day: day(decision.review_on) }),
  ].filter(Boolean);
  return (
    <>
      {lines.map((line) => (
        <p class="item__line" dir="auto" key={line}>
          {line}
        </p>
      ))}
    </>
  );
}

function From({ decision }: { decision: DecisionRecord }) {
  const { board } = useDesk();
  const insight = board.tables?.insight.get(decision.insight_id ?? "");
  if (!insight) return null;
  return (
    <p class="item__line">
      <a class="link" href={`#insight-${insight.id}`}>
        {interpolate(gettext("From insight: %(text)s"), { text: firstWords(insight.statement) })}
      </a>
    </p>
  );
}

function DecideButton({ decision }: { decision: DecisionRecord }) {
  const { board, dialog } = useDesk();
  if (decision.state !== "proposed" || !board.mayNow("decision.record")) return null;
  return (
    <p class="item__buttons">
      <Button
        text={gettext("Write down what was decided")}
        name={firstWords(decision.text)}
        onClick={() => {
          const { id, note_ids: noteIds } = decision;
          dialog.value = { kind: "decision", id, noteIds, decision };
        }}
      />
    </p>
  );
}
