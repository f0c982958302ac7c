/** Finishing a session: what is still missing, as the server says it, and the way there. */

import { useEffect, useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { ClosingCheck, ClosingItem } from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { useDesk } from "./desk";
import { Dialog, EndButtons } from "./dialog";
import { FormTrouble, useSubmit } from "./forms";

// News often comes in bursts: one look for all of it.
const LOOK_AFTER = 300;

interface Checking {
  readonly check: ClosingCheck | null;
  readonly problem: string;
}

/** The closing check, looked at again whenever something changed on the board. */
function useClosingCheck(): Checking {
  const { outcomes, board } = useDesk();
  const state = board.state.value;
  const [found, setFound] = useState<Checking>({ check: null, problem: "" });
  useEffect(() => {
    let isGone = false;
    const show = (next: Checking): void => {
      if (!isGone) setFound(next);
    };
    const look = (): void => {
      outcomes
        .closingCheck()
        .then((check) => show({ check, problem: "" }))
        .catch((error: unknown) => show({ check: null, problem: sentenceOf(error) }));
    };
    const timer = setTimeout(look, LOOK_AFTER);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [outcomes, state]);
  return found;
}

/** The dialog. */
export function FinishDialog({ onClose }: { onClose: () => void }) {
  const { outcomes } = useDesk();
  const { check, problem } = useClosingCheck();
  const form = useSubmit(() => outcomes.finish(), onClose);
  const items = check?.items ?? [];
  const blocking = items.filter((item) => item.is_blocking);
  return (
    <Dialog title={gettext("Finish session?")} onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        <p>{gettext("Everything stays readable. Nothing can be added any more.")}</p>
        {problem && <p role="alert">{problem}</p>}
        <Standing check={check} missing={blocking.length} />
        <Items items={blocking} />
        <Warnings items={items.filter((item) => !item.is_blocking)} />
        <FormTrouble trouble={form.trouble} fields={[]} />
        <EndButtons onLeave={onClose}>
          <button class="ds-button" disabled={form.isBusy || check === null}>
            {gettext("Finish session")}
          </button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

function Standing({ check, missing }: { check: ClosingCheck | null; missing: number }) {
  const words = (): string => {
    if (check === null) return gettext("Looking for what is still missing…");
    if (missing === 0) return gettext("Nothing is missing.");
    return interpolate(
      ngettext(
        "%(count)d thing is missing. Choose it to go there:",
        "%(count)d things are missing. Choose one to go there:",
        missing,
      ),
      { count: missing },
    );
  };
  return (
    <output class="missing__count">
      <strong>{words()}</strong>
    </output>
  );
}

function Warnings({ items }: { items: readonly ClosingItem[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <p>{gettext("This does not keep you from finishing, but look at it:")}</p>
      <Items items={items} />
    </>
  );
}

function Items({ items }: { items: readonly ClosingItem[] }) {
  const go = useWayTo();
  return (
    <ul class="missing" role="list">
      {items.map((item) => (
        <li key={item.kind + item.id}>
          <button class="link" type="button" dir="auto" onClick={() => go(item)}>
            {item.sentence}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Leads to where one mends something: a dialog, or the thing itself on the board. */
function useWayTo(): (item: ClosingItem) => void {
  const { board, dialog } = useDesk();
  return (item) => {
    const insight = board.tables?.insight.get(item.id);
    if (item.kind === "hidden_notes") dialog.value = { kind: "reveal" };
    else if (item.kind === "feedback_missing") dialog.value = { kind: "feedback" };
    else if (item.kind === "insight_unanswered" && insight)
      dialog.value = { kind: "disposition", insight };
    else {
      dialog.value = null;
      // After the dialog has given the focus back to the button that opened it.
      setTimeout(() => showOnBoard(`${item.about}-${item.id}`));
    }
  };
}

function showOnBoard(elementId: string): void {
  const element = document.getElementById(elementId);
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
