/** The read-back: every action and decision once more, one by one. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { newId } from "../../sync/ids";
import { useDesk } from "./desk";
import { Dissent, remarkedIds, type Remarked } from "./dissent";
import { decisionsInOrder } from "./layout";
import { deciders } from "./outcomeWords";
import { day } from "./words";

interface Item extends Remarked {
  readonly key: string;
  readonly title: string;
  readonly sentence: string;
}

function useItems(): readonly Item[] {
  const { tables } = useDesk().board;
  if (!tables) return [];
  const actions = [...tables.action.values()].sort((one, other) => one.number - other.number);
  const decisions = decisionsInOrder(tables).toReversed();
  return [
    ...actions.map((action) => ({
      key: action.id,
      actionId: action.id,
      title: interpolate(gettext("Action %(number)s"), { number: action.number }),
      sentence: action.sentence,
    })),
    ...decisions
      .filter((decision) => decision.state !== "superseded")
      .map((decision) => ({
        key: decision.id,
        decisionId: decision.id,
        title: interpolate(gettext("Decision %(number)s"), { number: decision.number }),
        sentence: [
          decision.text,
          deciders(decision) &&
            interpolate(gettext("Decided by: %(who)s"), { who: deciders(decision) }),
          decision.decided_on && day(decision.decided_on),
        ]
          .filter(Boolean)
          .join(" · "),
      })),
  ];
}

/** The panel of this part of the session. */
export function ReadBack() {
  const { board } = useDesk();
  const items = useItems();
  const meant = new Set(
    board
      .all("remark")
      .filter((remark) => remark.verdict === "meant")
      .map((remark) => remark.action_id ?? remark.decision_id),
  );
  const at = items.findIndex((item) => !meant.has(item.key));
  const current = items[at];
  if (board.phaseKind !== "read_back" || !board.isOpen) return null;
  return (
    <section class="panel read-back" aria-labelledby="read-back-title">
      <h2 id="read-back-title">{gettext("Read back")}</h2>
      {items.length === 0 && (
        <p>{gettext("There is nothing to read back: no action and no decision.")}</p>
      )}
      {current && <Current item={current} at={at + 1} of={items.length} />}
      {items.length > 0 && !current && (
        <output>
          {gettext("Everything is read back. What somebody sees differently stands with it.")}
        </output>
      )}
    </section>
  );
}

interface CurrentProps {
  readonly item: Item;
  readonly at: number;
  readonly of: number;
}

function Current({ item, at, of }: CurrentProps) {
  const { board } = useDesk();
  const title = interpolate(gettext("%(at)s of %(all)s: %(what)s"), {
    at,
    all: of,
    what: item.title,
  });
  return (
    <div class="stack" aria-live="polite">
      <p class="muted">{title}</p>
      <p class="read-back__sentence" dir="auto">
        {item.sentence}
      </p>
      <Dissent of={item} />
      <p class="buttons">
        {board.may("read_back.lead") && <Meant key={item.key} item={item} />}
        {board.may("read_back.dissent") && <SeeItDifferently item={item} />}
      </p>
    </div>
  );
}

function Meant({ item }: { item: Item }) {
  const { acts, outcomes } = useDesk();
  const [id] = useState(newId);
  const say = (): void => {
    const said = { verdict: "meant", ...remarkedIds(item) };
    void acts.attempt(() => outcomes.remark(id, said));
  };
  return (
    <button class="ds-button" type="button" onClick={say}>
      {gettext("This is what we meant: next")}
    </button>
  );
}

function SeeItDifferently({ item }: { item: Item }) {
  const { dialog } = useDesk();
  return (
    <button
      class="ds-button"
      data-variant="secondary"
      type="button"
      onClick={() => {
        dialog.value = { kind: "dissent", id: newId(), of: item, sentence: item.sentence };
      }}
    >
      {gettext("I see it differently…")}
    </button>
  );
}
