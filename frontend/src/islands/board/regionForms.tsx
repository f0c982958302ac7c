/** The forms by which insights go up to the region and replies come back. */

import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { InsightRecord, RegionItemRecord } from "../../protocol";
import { TextBox } from "./controls";
import { useDesk } from "./desk";
import { FormDialog } from "./dialog";
import { mustHave, useDraft, useSubmit } from "./forms";
import { AboutInsight } from "./origin";
import { reply, sendUp } from "./regionActs";
import { NewerText } from "./stale";

interface SendUpProps {
  readonly id: string;
  readonly insight: InsightRecord;
  readonly onClose: () => void;
}

/** Asks what the region should do with an insight, and sends it up. */
export function SendUpForm({ id, insight, onClose }: SendUpProps) {
  const desk = useDesk();
  const ask = useDraft(`send-up:${insight.id}`);
  const send = async (): Promise<void> => {
    mustHave(ask[0], "ask", gettext("Please say in one sentence what the region should do."));
    await sendUp(desk, id, { insight_id: insight.id, ask: ask[0] });
  };
  const form = useSubmit(send, () => {
    ask[2]();
    onClose();
  });
  return (
    <FormDialog
      title={gettext("Send up to the region")}
      form={form}
      fields={["ask"]}
      button={gettext("Send up")}
      onClose={onClose}
    >
      <AboutInsight insight={insight} />
      <TextBox
        name="ask"
        label={gettext("What should the region do?")}
        help={gettext("One sentence. It stands above the insight when the whole region meets.")}
        draft={ask}
        most={300}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}

/** Replies to what a theme sent up, or rewords the reply. */
export function ReplyForm({ item, onClose }: { item: RegionItemRecord; onClose: () => void }) {
  const desk = useDesk();
  const text = useDraft(`reply:${item.id}`, item.reply);
  const [version, setVersion] = useState(item.version);
  const send = async (): Promise<void> => {
    mustHave(text[0], "reply", gettext("Please say what the region will do, and if nothing, why."));
    await reply(desk, item, { reply: text[0], version });
  };
  const form = useSubmit(send, () => {
    text[2]();
    onClose();
  });
  return (
    <FormDialog
      title={gettext("Reply to a theme")}
      form={form}
      fields={["reply"]}
      button={gettext("Save the reply")}
      onClose={onClose}
    >
      <p class="item__title" dir="auto" lang={item.language}>
        {item.statement}
      </p>
      <p dir="auto" lang={item.language}>
        {item.ask}
      </p>
      <NewerText trouble={form.trouble} onKeepMine={setVersion} />
      <TextBox
        name="reply"
        label={gettext("Your reply")}
        help={gettext("What will the region do with it, and if nothing, why?")}
        draft={text}
        most={1000}
        rows={4}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
