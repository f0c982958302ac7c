/** Who sees an action or a decision differently, and saying so. */

import { gettext, interpolate } from "../../i18n";
import type { RemarkRecord } from "../../protocol";
import { TextBox } from "./controls";
import { useDesk, type Asked } from "./desk";
import { FormDialog } from "./dialog";
import { mustHave, useDraft, useSubmit } from "./forms";

/** What a remark is about. */
export interface Remarked {
  readonly actionId?: string;
  readonly decisionId?: string;
}

/** The ids by which a remark names it. */
export function remarkedIds(of: Remarked) {
  return { action_id: of.actionId ?? null, decision_id: of.decisionId ?? null };
}

function useRemarks(of: Remarked): readonly RemarkRecord[] {
  const { board } = useDesk();
  const { action_id: actionId, decision_id: decisionId } = remarkedIds(of);
  return board
    .all("remark")
    .filter((remark) => remark.action_id === actionId && remark.decision_id === decisionId)
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** Who sees an action or a decision differently. */
export function Dissent({ of }: { of: Remarked }) {
  const remarks = useRemarks(of).filter((remark) => remark.verdict === "dissent");
  return (
    <>
      {remarks.map((remark) => (
        <p class="item__line" dir="auto" key={remark.id}>
          {interpolate(gettext("%(name)s sees it differently: %(text)s"), {
            name: remark.by_name,
            text: remark.text,
          })}
        </p>
      ))}
    </>
  );
}

type DissentAsked = Extract<Asked, { kind: "dissent" }>;

/** Says what one sees differently; it stays with the action or the decision. */
export function DissentForm({ asked, onClose }: { asked: DissentAsked; onClose: () => void }) {
  const { outcomes } = useDesk();
  const text = useDraft(`dissent:${asked.of.actionId ?? asked.of.decisionId}`);
  const send = async (): Promise<void> => {
    mustHave(text[0], "text", gettext("Please say what you see differently."));
    const said = { verdict: "dissent", text: text[0], ...remarkedIds(asked.of) };
    await outcomes.remark(asked.id, said);
  };
  const form = useSubmit(send, () => {
    text[2]();
    onClose();
  });
  return (
    <FormDialog
      title={gettext("I see it differently")}
      form={form}
      fields={["text"]}
      button={gettext("Save")}
      onClose={onClose}
    >
      <p class="item__title" dir="auto">
        {asked.sentence}
      </p>
      <TextBox
        name="text"
        label={gettext("What do you see differently?")}
        help={gettext("Everybody can read it, with your name.")}
        draft={text}
        most={500}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
