/** Taking a text off the board: what is left of it there, and saying why. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { useDesk } from "./desk";
import { Dialog, DialogButtons, Field, FormTrouble, useDraft, useSubmit } from "./forms";
import type { Withheld } from "./talking";
import { withheldReasons } from "./words";

interface Text {
  readonly withheld_reason: string;
  readonly withheld_remark: string;
}

/** Says that a text was taken off the board, and why; nothing for a text that was not. */
export function WithheldWords({ text }: { text: Text }) {
  if (!text.withheld_reason) return null;
  const reason = new Map(withheldReasons()).get(text.withheld_reason) ?? "";
  return (
    <p class="withheld">
      {interpolate(gettext("Taken off the board: %(reason)s."), { reason })}
      {text.withheld_remark && <span dir="auto"> {text.withheld_remark}</span>}
    </p>
  );
}

/** Asks why, before a text is taken off the board. */
export function WithholdForm({ what, onClose }: { what: Withheld; onClose: () => void }) {
  const { talking } = useDesk();
  const [reason, setReason] = useState("");
  const [remark, setRemark, clear] = useDraft(`withhold:${what.id}`);
  const form = useSubmit(
    () => talking.withhold(what, reason, remark),
    () => {
      clear();
      onClose();
    },
  );
  return (
    <Dialog title={gettext("Take it off the board?")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p>
          {gettext(
            "Everybody sees that something stood here, and the reason. The words only you and those who run the session with you. You can put it back.",
          )}
        </p>
        <Field label={gettext("Why?")} name="reason" trouble={form.trouble}>
          {(control) => (
            <select
              {...control}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            >
              <option value="">{gettext("Choose a reason")}</option>
              {withheldReasons().map(([code, words]) => (
                <option key={code} value={code} selected={code === reason}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={gettext("In your own words")}
          name="remark"
          isOptional
          help={gettext("Only those who run the session read it.")}
          trouble={form.trouble}
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              dir="auto"
              maxLength={300}
              value={remark}
              onInput={(event) => setRemark(event.currentTarget.value)}
            />
          )}
        </Field>
        <FormTrouble trouble={form.trouble} fields={["reason", "remark"]} />
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Take it off the board")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
