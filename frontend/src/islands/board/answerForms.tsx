/** Answers to an action: saying no, asking somebody else. */

import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { ActionRecord } from "../../protocol";
import { OwnerField } from "./controls";
import { useDesk } from "./desk";
import { Dialog, DialogButtons, Field, FormTrouble, mustHave, useDraft, useSubmit } from "./forms";

/** Saying no, with a reason. */
export function DeclineForm({ action, onClose }: { action: ActionRecord; onClose: () => void }) {
  const { acts } = useDesk();
  const [reason, setReason, clear] = useDraft(`decline:${action.id}`);
  const send = async (): Promise<void> => {
    mustHave(reason, "reason", gettext("Please say why, so that somebody else can be asked."));
    await acts.decline(action, reason);
  };
  const form = useSubmit(send, () => {
    clear();
    onClose();
  });
  return (
    <Dialog title={gettext("Say no to this action")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="item__title" dir="auto">
          {action.title}
        </p>
        <FormTrouble trouble={form.trouble} fields={["reason"]} />
        <Field
          label={gettext("Why not?")}
          name="reason"
          help={gettext("Everybody in the partnership can read this.")}
          trouble={form.trouble}
        >
          {(control) => (
            <textarea
              {...control}
              dir="auto"
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Say no")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Asking somebody else. */
export function OfferForm({ action, onClose }: { action: ActionRecord; onClose: () => void }) {
  const { acts } = useDesk();
  const [owner, setOwner] = useState("");
  const send = async (): Promise<void> => {
    mustHave(owner, "owner_id", gettext("Please choose who does it."));
    await acts.offer(action, owner);
  };
  const form = useSubmit(send, onClose);
  return (
    <Dialog title={gettext("Ask somebody else")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="item__title" dir="auto">
          {action.title}
        </p>
        <FormTrouble trouble={form.trouble} fields={["owner_id"]} />
        <OwnerField
          label={gettext("Who?")}
          value={owner}
          onChange={setOwner}
          trouble={form.trouble}
        />
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Ask")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
