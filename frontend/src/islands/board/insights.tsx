/** What the session learned: insights being worded, agreed ones, and what becomes of each. */

import { gettext, interpolate } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { newId } from "../../sync/ids";
import { useDesk } from "./desk";
import { insightsInOrder } from "./layout";
import { Sources } from "./sources";
import { actionState, dispositionWords, firstWords, levelWords } from "./words";

/** Lists the insights. */
export function Insights() {
  const { board } = useDesk();
  const insights = board.tables ? insightsInOrder(board.tables) : [];
  return (
    <section class="panel-list" id="insights" aria-labelledby="insights-title">
      <h2 id="insights-title">
        {gettext("Insights")} <span class="count">{insights.length}</span>
      </h2>
      {insights.length === 0 && <NoInsights />}
      <ul class="cards" role="list">
        {insights.map((insight) => (
          <li key={insight.id}>
            <Insight insight={insight} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoInsights() {
  const { board } = useDesk();
  return (
    <p class="muted">
      {board.may("insight.draft")
        ? gettext("None yet. Select the notes that belong to it and put into words what they mean.")
        : gettext("None yet. What you learn together appears here as soon as it is agreed.")}
    </p>
  );
}

function Insight({ insight }: { insight: InsightRecord }) {
  const isAgreed = insight.state === "agreed";
  return (
    <article
      class="item"
      id={`insight-${insight.id}`}
      tabIndex={-1}
      aria-labelledby={`insight-text-${insight.id}`}
    >
      <p class="item__state">
        <span class="tag" data-tone={isAgreed ? "good" : ""}>
          {isAgreed ? gettext("agreed") : gettext("draft, not agreed yet")}
        </span>
        {insight.level && <span class="item__more">{levelWords(insight.level)}</span>}
      </p>
      <p class="item__title" id={`insight-text-${insight.id}`} dir="auto">
        {insight.statement}
      </p>
      {insight.dissent && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("Seen differently: %(text)s"), { text: insight.dissent })}
        </p>
      )}
      <Answer insight={insight} />
      <Sources ids={insight.note_ids} />
      <InsightButtons insight={insight} />
    </article>
  );
}

function Answer({ insight }: { insight: InsightRecord }) {
  const { board } = useDesk();
  const actions = [...(board.tables?.action.values() ?? [])].filter((action) =>
    action.insight_ids.includes(insight.id),
  );
  if (!insight.disposition && actions.length === 0) {
    return insight.state === "agreed" ? (
      <p class="item__line">{gettext("No answer yet: what becomes of it?")}</p>
    ) : null;
  }
  return (
    <div class="item__line">
      <p>
        {interpolate(gettext("Answer: %(answer)s"), {
          answer: dispositionWords(insight.disposition),
        })}
        {insight.disposition_reason && <span dir="auto"> ({insight.disposition_reason})</span>}
      </p>
      {actions.map((action) => (
        <p key={action.id}>
          <a class="link" href={`#action-${action.id}`}>
            {interpolate(gettext("Action %(number)s: %(state)s"), {
              number: action.number,
              state: actionState(action.state),
            })}
          </a>
        </p>
      ))}
    </div>
  );
}

function InsightButtons({ insight }: { insight: InsightRecord }) {
  const { board, acts, dialog } = useDesk();
  if (!board.isOpen || !board.may("insight.draft")) return null;
  const name = firstWords(insight.statement);
  if (insight.state !== "agreed") {
    return (
      <p class="item__buttons">
        <Button text={gettext("Agree")} name={name} onClick={() => void acts.agree(insight.id)} />
        <Button
          text={gettext("Reword")}
          name={name}
          onClick={() => {
            const { id, note_ids: noteIds } = insight;
            dialog.value = { kind: "insight", id, noteIds, insight };
          }}
        />
      </p>
    );
  }
  return (
    <p class="item__buttons">
      <Button
        text={gettext("Turn into action")}
        name={name}
        isMain
        onClick={() => {
          const id = newId();
          dialog.value = { kind: "action", id, noteIds: insight.note_ids, insight };
        }}
      />
      <Button
        text={insight.disposition ? gettext("Change answer") : gettext("Other answer")}
        name={name}
        onClick={() => {
          dialog.value = { kind: "disposition", insight };
        }}
      />
    </p>
  );
}

interface ButtonProps {
  readonly text: string;
  readonly name: string;
  readonly isMain?: boolean;
  readonly onClick: () => void;
}

/** A button of a card, named with the card's first words. */
export function Button({ text, name, isMain, onClick }: ButtonProps) {
  return (
    <button
      class="ds-button"
      data-size="sm"
      data-variant={isMain ? "primary" : "secondary"}
      type="button"
      aria-label={`${text}: ${name}`}
      onClick={onClick}
    >
      {text}
    </button>
  );
}
