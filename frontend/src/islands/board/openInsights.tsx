/** What earlier sessions left with others, and what they parked. */

import { gettext, interpolate } from "../../i18n";
import type { OpenInsight } from "../../protocol";
import { dispositionWords } from "./outcomeWords";
import { day } from "./words";

/** Lists them, each with the way to the session that it comes from. */
export function OpenInsights({ insights }: { insights: readonly OpenInsight[] }) {
  if (insights.length === 0) return null;
  return (
    <section class="open-actions" aria-labelledby="open-insights-title">
      <h2 id="open-insights-title">
        {gettext("Asked before and not settled yet")} <span class="count">{insights.length}</span>
      </h2>
      <ul class="cards" role="list">
        {insights.map((insight) => (
          <li key={insight.id}>
            <Item insight={insight} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ insight }: { insight: OpenInsight }) {
  const { statement, language } = insight;
  const title = `open-insight-${insight.id}`;
  return (
    <article class="item" aria-labelledby={title}>
      <p class="item__state">
        <span class="tag">{dispositionWords(insight.disposition)}</span>
      </p>
      <p class="item__title" id={title} dir="auto" lang={language}>
        {statement}
      </p>
      {insight.answer_by && (
        <p class="item__line">
          {interpolate(gettext("%(who)s answers by %(day)s."), {
            who: insight.escalated_to,
            day: day(insight.answer_by),
          })}
        </p>
      )}
      <p class="item__line">
        <a href={`../${insight.session_id}/#insight-${insight.id}`} dir="auto" lang={language}>
          {insight.session_title}
        </a>
        , {day(insight.closed_on)}
      </p>
    </article>
  );
}
