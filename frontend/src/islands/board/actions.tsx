/** What follows from the session: its actions, and the question to those who are asked to do one. */

import { gettext, interpolate } from "../../i18n";
import type { ActionRecord } from "../../protocol";
import { useDesk } from "./desk";
import { Button } from "./cardButton";
import { actionsInOrder } from "./layout";
import { Dissent } from "./dissent";
import { Sources } from "./sources";
import { TalkButton } from "./talk";
import { actionState, actionTone, day, firstWords } from "./words";

/** Lists the actions. */
export function Actions() {
  const { board } = useDesk();
  const actions = board.tables ? actionsInOrder(board.tables) : [];
  return (
    <section class="panel-list" id="actions" aria-labelledby="actions-title">
      <h2 id="actions-title">
        {gettext("Actions")} <span class="count">{actions.length}</span>
      </h2>
      {actions.length === 0 && (
        <p class="muted">
          {gettext("None yet. Each action gets one owner, a date, and a sign that it is done.")}
        </p>
      )}
      <ul class="cards" role="list">
        {actions.map((action) => (
          <li key={action.id}>
            <Action action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Action({ action }: { action: ActionRecord }) {
  const { board } = useDesk();
  return (
    <article
      class="item"
      id={`action-${action.id}`}
      tabIndex={-1}
      aria-labelledby={`action-title-${action.id}`}
    >
      <p class="item__state">
        <span class="tag" data-tone={actionTone(action.state)}>
          {actionState(action.state)}
        </span>
        <span class="item__more">
          {interpolate(gettext("by %(day)s"), { day: day(action.due) })}
        </span>
      </p>
      <p class="item__title" id={`action-title-${action.id}`}>
        {action.number}. <span dir="auto">{action.title}</span>
      </p>
      <p class="item__line">
        <strong>{action.owner_name}</strong>
        {action.owner_organisation && <>, {action.owner_organisation}</>}
      </p>
      <p class="item__line" dir="auto">
        {interpolate(gettext("Done when: %(test)s"), { test: action.done_test })}
      </p>
      {action.if_cue && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("When: %(cue)s"), { cue: action.if_cue })}
        </p>
      )}
      {action.first_step && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("First step: %(step)s"), { step: action.first_step })}
        </p>
      )}
      {action.risk && (
        <p class="item__line" dir="auto">
          {interpolate(gettext("Take care: %(risk)s"), { risk: action.risk })}
        </p>
      )}
      <Dissent of={{ actionId: action.id }} />
      {action.state === "declined" && <Declined action={action} />}
      {action.insight_ids.map((id) => {
        const insight = board.tables?.insight.get(id);
        return insight ? (
          <p class="item__line" key={id}>
            <a class="link" href={`#insight-${id}`}>
              {interpolate(gettext("From insight: %(text)s"), {
                text: firstWords(insight.statement),
              })}
            </a>
          </p>
        ) : null;
      })}
      <Sources ids={action.note_ids} />
      <TalkButton topic={{ about: "action", id: action.id }} name={firstWords(action.title)} />
    </article>
  );
}

function Declined({ action }: { action: ActionRecord }) {
  const { board, dialog } = useDesk();
  return (
    <>
      <p class="item__line" dir="auto">
        {interpolate(gettext("Said no: %(reason)s"), { reason: action.decline_reason })}
      </p>
      {board.mayNow("action.propose") && (
        <p class="item__buttons">
          <Button
            text={gettext("Ask somebody else")}
            name={firstWords(action.title)}
            onClick={() => {
              dialog.value = { kind: "offer", action };
            }}
          />
        </p>
      )}
    </>
  );
}

/** Asks the person at this screen about the actions that wait for her yes. */
export function AskedOfMe() {
  const { board } = useDesk();
  const asked = board
    .all("action")
    .filter(
      (action) => action.state === "proposed" && action.owner_id === board.me.value?.member_id,
    );
  return (
    <>
      {asked.map((action) => (
        <Question key={action.id} action={action} />
      ))}
    </>
  );
}

function Question({ action }: { action: ActionRecord }) {
  const { acts, dialog } = useDesk();
  return (
    <section class="asked" aria-labelledby={`asked-${action.id}`}>
      <h2 class="asked__title" id={`asked-${action.id}`}>
        {gettext("You are asked:")} <span dir="auto">{action.title}</span>
      </h2>
      <p>
        {interpolate(gettext("By %(day)s. Done when: %(test)s"), {
          day: day(action.due),
          test: action.done_test,
        })}
      </p>
      <p class="buttons">
        <button class="ds-button" type="button" onClick={() => void acts.accept(action)}>
          {gettext("Yes, I do it")}
        </button>
        <button
          class="ds-button"
          data-variant="secondary"
          type="button"
          onClick={() => {
            dialog.value = { kind: "decline", action };
          }}
        >
          {gettext("No…")}
        </button>
      </p>
    </section>
  );
}
