/** Answers to an action: saying no, asking somebody else. */

import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { ActionRecord } from "../../protocol";
import { OwnerField } from "./controls";
import { useDesk } from "./desk";
import { Field, FormDialog, mustHave, useDraft, useSubmit } from "./forms";

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
    <FormDialog
      title={gettext("Say no to this action")}
      form={form}
      fields={["reason"]}
      button={gettext("Say no")}
      onClose={onClose}
    >
      <p class="item__title" dir="auto">
        {action.title}
      </p>
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
    </FormDialog>
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
    <FormDialog
      title={gettext("Ask somebody else")}
      form={form}
      fields={["owner_id"]}
      button={gettext("Ask")}
      onClose={onClose}
    >
      <p class="item__title" dir="auto">
        {action.title}
      </p>
      <OwnerField
        label={gettext("Who?")}
        value={owner}
        onChange={setOwner}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
