/** Answers to an action: saying no, asking somebody else. */

import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { ActionRecord } from "../../protocol";
import { OwnerField, TextBox } from "./controls";
import { useDesk } from "./desk";
import { FormDialog } from "./dialog";
import { mustHave, useDraft, useSubmit } from "./forms";

/** Saying no, with a reason. */
export function DeclineForm({ action, onClose }: { action: ActionRecord; onClose: () => void }) {
  const { acts } = useDesk();
  const reason = useDraft(`decline:${action.id}`);
  const send = async (): Promise<void> => {
    mustHave(reason[0], "reason", gettext("Please say why, so that somebody else can be asked."));
    await acts.decline(action, reason[0]);
  };
  const form = useSubmit(send, () => {
    reason[2]();
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
      <TextBox
        name="reason"
        label={gettext("Why not?")}
        help={gettext("Everybody in the partnership can read this.")}
        draft={reason}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}

/** Asking somebody else. */
export function OfferForm({ action, onClose }: { action: ActionRecord; onClose: () => void }) {
  const { acts } = useDesk();
  const owner = useState("");
  const send = async (): Promise<void> => {
    mustHave(owner[0], "owner_id", gettext("Please choose who does it."));
    await acts.offer(action, owner[0]);
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
      <OwnerField draft={owner} trouble={form.trouble} />
    </FormDialog>
  );
}
