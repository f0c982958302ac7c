/** Putting notes into words: what do we learn from them? */

import { useRef, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { InsightInput, InsightRecord } from "../../protocol";
import { OthersAtForms, useWriting } from "./atForms";
import { DissentField, LevelField, Options, TextBox, Ticks } from "./controls";
import { useDesk, type Asked } from "./desk";
import { Dialog, EndButtons, FormDialog } from "./dialog";
import { FormTrouble, mustHave, together, useDraft, useSubmit, type Trouble } from "./forms";
import { AboutInsight, draftKeyOf, useMaking } from "./origin";
import { Quotes } from "./sources";
import { NewerText } from "./stale";
import { agreements, components, loops } from "./outcomeWords";

type InsightAsked = Extract<Asked, { kind: "insight" }>;

const FIELDS = ["statement", "plain_statement", "dissent", "level", "loop", "components", "how"];

function useInsightDrafts(asked: InsightAsked) {
  const { insight } = asked;
  const key = `insight:${draftKeyOf(asked)}`;
  return together({
    statement: useDraft(`${key}:statement`, insight?.statement),
    plain: useDraft(`${key}:plain`, insight?.plain_statement),
    dissent: useDraft(`${key}:dissent`, insight?.dissent),
    level: useDraft(`${key}:level`, insight?.level),
    loop: useDraft(`${key}:loop`, insight?.loop),
    components: useDraft(`${key}:components`, insight?.components.join(" ")),
    how: useDraft(`${key}:how`),
  });
}

type InsightDrafts = ReturnType<typeof useInsightDrafts>;

function wordsIn(drafts: InsightDrafts, noteIds: readonly string[], version: number): InsightInput {
  return {
    statement: drafts.statement[0],
    note_ids: [...noteIds],
    plain_statement: drafts.plain[0],
    dissent: drafts.dissent[0],
    level: drafts.level[0],
    loop: drafts.loop[0],
    components: drafts.components[0].split(" ").filter(Boolean),
    version,
  };
}

/** Puts into words what some notes mean together. */
export function InsightForm({ asked, onClose }: { asked: InsightAsked; onClose: () => void }) {
  const { acts } = useDesk();
  const drafts = useInsightDrafts(asked);
  const [version, setVersion] = useState(asked.insight?.version ?? 0);
  const isAgreeing = useRef(false);
  const save = async (): Promise<void> => {
    const [statement] = drafts.statement;
    mustHave(statement, "statement", gettext("Please say in one sentence what you learned."));
    await acts.draft(asked.id, wordsIn(drafts, asked.noteIds, version));
    if (isAgreeing.current) await acts.agree(asked.id, drafts.how[0]);
  };
  const form = useMaking(asked, save, drafts, onClose);
  useWriting("insight", asked.noteIds);
  return (
    <Dialog title={gettext("Put into words")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <OthersAtForms ids={asked.noteIds} />
        <FormTrouble trouble={form.trouble} fields={FIELDS} />
        <NewerText trouble={form.trouble} onKeepMine={setVersion} />
        <Quotes ids={asked.noteIds} />
        <TextBox
          name="statement"
          label={gettext("What do we learn from this?")}
          help={gettext("One plain sentence.")}
          draft={drafts.statement}
          most={500}
          trouble={form.trouble}
        />
        <DissentField draft={drafts.dissent} trouble={form.trouble} />
        <MoreAboutInsight drafts={drafts} trouble={form.trouble} />
        <EndButtons onLeave={onClose}>
          <button
            class="ds-button"
            disabled={form.isBusy}
            onClick={() => {
              isAgreeing.current = true;
            }}
          >
            {gettext("Agree on this")}
          </button>
          <button
            class="ds-button"
            data-variant="secondary"
            disabled={form.isBusy}
            onClick={() => {
              isAgreeing.current = false;
            }}
          >
            {gettext("Save as draft")}
          </button>
        </EndButtons>
      </form>
    </Dialog>
  );
}

interface MoreProps {
  readonly drafts: InsightDrafts;
  readonly trouble: Trouble | null;
}

/** What is seldom needed, each with a sentence that says what it is good for. */
function MoreAboutInsight({ drafts, trouble }: MoreProps) {
  const isOpen = trouble !== null && FIELDS.indexOf(trouble.field) > 0;
  return (
    <details class="sources" open={isOpen}>
      <summary>{gettext("Plain words, level, depth and more (optional)")}</summary>
      <div class="stack">
        <TextBox
          name="plain_statement"
          label={gettext("The same in plain words")}
          help={gettext("For people who were not there. Short, with common words.")}
          isOptional
          draft={drafts.plain}
          most={500}
          trouble={trouble}
        />
        <LevelField draft={drafts.level} trouble={trouble} />
        <Options
          name="loop"
          label={gettext("How deep does it go?")}
          help={gettext("Is it about how you work, about what you aim at, or about who decides?")}
          isOptional
          options={loops()}
          draft={drafts.loop}
          trouble={trouble}
        />
        <Ticks
          name="components"
          label={gettext("What is it about?")}
          help={gettext("This lets you find it again beside insights of other sessions.")}
          options={components()}
          draft={drafts.components}
          trouble={trouble}
        />
        <Options
          name="how"
          label={gettext("How did you agree?")}
          help={gettext("So that others know how many stand behind it.")}
          isOptional
          options={agreements()}
          draft={drafts.how}
          trouble={trouble}
        />
      </div>
    </details>
  );
}

/** Takes an agreed insight back, and says why. */
export function WithdrawForm({
  insight,
  onClose,
}: {
  insight: InsightRecord;
  onClose: () => void;
}) {
  const { outcomes } = useDesk();
  const reason = useDraft(`withdraw:${insight.id}`);
  const send = async (): Promise<void> => {
    mustHave(reason[0], "reason", gettext("Please say why. Everybody can read it."));
    await outcomes.takeBack(insight.id, reason[0]);
  };
  const form = useSubmit(send, () => {
    reason[2]();
    onClose();
  });
  return (
    <FormDialog
      title={gettext("Take this insight back")}
      form={form}
      fields={["reason"]}
      button={gettext("Take back")}
      onClose={onClose}
    >
      <AboutInsight insight={insight} />
      <p>{gettext("It stays readable, with your reason. Its answer goes.")}</p>
      <TextBox
        name="reason"
        label={gettext("Why?")}
        draft={reason}
        most={500}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
