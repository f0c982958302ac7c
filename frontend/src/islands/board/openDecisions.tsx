/** Decisions that somebody wanted to look at again by now. */

import { gettext, interpolate } from "../../i18n";
import type { DecisionRecord } from "../../protocol";
import { day } from "./words";

/** Lists them, each with the way to its page. */
export function OpenDecisions({ decisions }: { decisions: readonly DecisionRecord[] }) {
  if (decisions.length === 0) return null;
  return (
    <section class="open-actions" aria-labelledby="open-decisions-title">
      <h2 id="open-decisions-title">
        {gettext("Decisions to look at again")} <span class="count">{decisions.length}</span>
      </h2>
      <ul class="cards" role="list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <article class="item" aria-labelledby={`open-decision-${decision.id}`}>
              <p class="item__title" id={`open-decision-${decision.id}`} dir="auto">
                {decision.number}. {decision.text}
              </p>
              <p class="item__line">
                {interpolate(gettext("To be looked at again since %(day)s."), {
                  day: day(decision.review_on ?? ""),
                })}
              </p>
              <p class="item__line">
                <a href={`../../decisions/${decision.id}/`}>{gettext("Does it still hold?")}</a>
              </p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
