/** The forms by which insights go up to the region and replies come back. */

import { useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { InsightRecord, RegionItemRecord } from "../../protocol";
import { useDesk } from "./desk";
import { Dialog, DialogButtons, Field, FormTrouble, mustHave, useDraft, useSubmit } from "./forms";
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
  const [ask, setAsk, clear] = useDraft(`send-up:${insight.id}`);
  const send = async (): Promise<void> => {
    mustHave(ask, "ask", gettext("Please say in one sentence what the region should do."));
    await sendUp(desk, id, { insight_id: insight.id, ask });
  };
  const form = useSubmit(send, () => {
    clear();
    onClose();
  });
  return (
    <Dialog title={gettext("Send up to the region")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="item__title" dir="auto">
          {insight.statement}
        </p>
        <FormTrouble trouble={form.trouble} fields={["ask"]} />
        <Field
          label={gettext("What should the region do?")}
          help={gettext("One sentence. It stands above the insight when the whole region meets.")}
          name="ask"
          trouble={form.trouble}
        >
          {(control) => (
            <textarea
              {...control}
              dir="auto"
              rows={2}
              maxLength={300}
              value={ask}
              onInput={(event) => setAsk(event.currentTarget.value)}
            />
          )}
        </Field>
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Send up")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** Replies to what a theme sent up, or rewords the reply. */
export function ReplyForm({ item, onClose }: { item: RegionItemRecord; onClose: () => void }) {
  const desk = useDesk();
  const [text, setText, clear] = useDraft(`reply:${item.id}`, item.reply);
  const [version, setVersion] = useState(item.version);
  const send = async (): Promise<void> => {
    mustHave(text, "reply", gettext("Please say what the region will do, and if nothing, why."));
    await reply(desk, item, { reply: text, version });
  };
  const form = useSubmit(send, () => {
    clear();
    onClose();
  });
  return (
    <Dialog title={gettext("Reply to a theme")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="item__title" dir="auto" lang={item.language}>
          {item.statement}
        </p>
        <p dir="auto" lang={item.language}>
          {item.ask}
        </p>
        <FormTrouble trouble={form.trouble} fields={["reply"]} />
        <NewerText trouble={form.trouble} onKeepMine={setVersion} />
        <Field
          label={gettext("Your reply")}
          help={gettext("What will the region do with it, and if nothing, why?")}
          name="reply"
          trouble={form.trouble}
        >
          {(control) => (
            <textarea
              {...control}
              dir="auto"
              rows={4}
              maxLength={1000}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Save the reply")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
