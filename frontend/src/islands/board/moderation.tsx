/** Taking a text off the board: what is left of it there, and saying why. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { Options, TextBox } from "./controls";
import { useDesk } from "./desk";
import { FormDialog, useDraft, useSubmit } from "./forms";
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
  const reason = useState("");
  const remark = useDraft(`withhold:${what.id}`);
  const form = useSubmit(
    () => talking.withhold(what, reason[0], remark[0]),
    () => {
      remark[2]();
      onClose();
    },
  );
  return (
    <FormDialog
      title={gettext("Take it off the board?")}
      form={form}
      fields={["reason", "remark"]}
      button={gettext("Take it off the board")}
      onClose={onClose}
    >
      <p>
        {gettext(
          "Everybody sees that something stood here, and the reason. The words only you and those who run the session with you. You can put it back.",
        )}
      </p>
      <Options
        name="reason"
        label={gettext("Why?")}
        none={gettext("Choose a reason")}
        options={withheldReasons()}
        draft={reason}
        trouble={form.trouble}
      />
      <TextBox
        name="remark"
        label={gettext("In your own words")}
        help={gettext("Only those who run the session read it.")}
        isOptional
        draft={remark}
        most={300}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
