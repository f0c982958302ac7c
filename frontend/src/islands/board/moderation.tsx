/** Taking a text off the board: what is left of it there, and saying why. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import { Options, TextBox } from "./controls";
import { useDesk } from "./desk";
import { FormDialog } from "./dialog";
import { useDraft, useSubmit } from "./forms";
import type { Withheld } from "./talking";
import { withheldReasons } from "./words";

interface Text {
  readonly id: string;
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

interface ButtonProps {
  readonly kind: Withheld["kind"];
  readonly text: Text;
}

/** Takes a text off the board, or puts it back. */
export function WithholdButton({ kind, text }: ButtonProps) {
  const { talking, dialog } = useDesk();
  const what: Withheld = { kind, id: text.id };
  return (
    <button
      class="link"
      type="button"
      onClick={() => {
        if (text.withheld_reason) void talking.restore(what);
        else dialog.value = { kind: "withhold", what };
      }}
    >
      {text.withheld_reason
        ? gettext("Put it back on the board")
        : gettext("Take it off the board")}
    </button>
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
