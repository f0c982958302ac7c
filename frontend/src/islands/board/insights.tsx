/** What the session learned: insights being worded, agreed ones, and what becomes of each. */

import { gettext, interpolate } from "../../i18n";
import type { InsightRecord } from "../../protocol";
import { OthersAtForms } from "./atForms";
import { useDesk } from "./desk";
import { Answer } from "./insightAnswer";
import { InsightButtons } from "./insightButtons";
import { insightsInOrder } from "./layout";
import { SentUp } from "./region";
import { Sources } from "./sources";
import { agreementWords, componentWords, loopWords } from "./outcomeWords";
import { TalkButton } from "./talk";
import { firstWords, levelWords } from "./words";

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
  const id = `insight-text-${insight.id}`;
  return (
    <article class="item" id={`insight-${insight.id}`} tabIndex={-1} aria-labelledby={id}>
      <p class="item__state">
        <State insight={insight} />
        {insight.level && <span class="item__more">{levelWords(insight.level)}</span>}
      </p>
      <p class="item__title" id={id} dir="auto">
        {insight.statement}
      </p>
      {insight.plain_statement && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("In plain words: %(text)s"), { text: insight.plain_statement })}
        </p>
      )}
      {insight.dissent && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("Seen differently: %(text)s"), { text: insight.dissent })}
        </p>
      )}
      {insight.withdrawn_reason && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("Taken back: %(reason)s"), { reason: insight.withdrawn_reason })}
        </p>
      )}
      <Kind insight={insight} />
      <Answer insight={insight} />
      <Sources ids={insight.note_ids} />
      <OthersAtForms ids={[insight.id]} />
      <TalkButton
        topic={{ about: "insight", id: insight.id }}
        name={firstWords(insight.statement)}
      />
      <InsightButtons insight={insight} />
      <SentUp insight={insight} />
    </article>
  );
}

function State({ insight }: { insight: InsightRecord }) {
  const words: Record<string, string> = {
    draft: gettext("draft, not agreed yet"),
    agreed: insight.agreed_how ? agreementWords(insight.agreed_how) : gettext("agreed"),
    withdrawn: gettext("taken back"),
  };
  return (
    <span class="tag" data-tone={insight.state === "agreed" ? "good" : ""}>
      {words[insight.state] ?? insight.state}
    </span>
  );
}

/** What it is about and how deep it goes. */
function Kind({ insight }: { insight: InsightRecord }) {
  const about = insight.components.map(componentWords).join(", ");
  const deep = insight.loop ? loopWords(insight.loop) : "";
  if (!about && !deep) return null;
  return (
    <p class="item__line muted">
      {about && interpolate(gettext("About: %(what)s."), { what: about })}{" "}
      {deep && interpolate(gettext("It asks %(loop)s."), { loop: deep })}
    </p>
  );
}
