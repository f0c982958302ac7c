/** The form in which an insight or notes become an action. */

import { gettext, interpolate } from "../../i18n";
import { DayField, LevelField, Line, OwnerField, useMembers } from "./controls";
import { useDesk, type Asked } from "./desk";
import {
  Dialog,
  DialogButtons,
  FormTrouble,
  mustHave,
  useDraft,
  useSubmit,
  type Trouble,
} from "./forms";
import { Quotes } from "./sources";
import { day } from "./words";

type ActionAsked = Extract<Asked, { kind: "action" }>;

function useActionDrafts(asked: ActionAsked) {
  const start = `action:${asked.insight?.id ?? [...asked.noteIds].sort().join("+")}`;
  const owner = useDraft(`${start}:owner`);
  const title = useDraft(`${start}:title`);
  const due = useDraft(`${start}:due`);
  const doneTest = useDraft(`${start}:done-test`);
  const firstStep = useDraft(`${start}:first-step`);
  const level = useDraft(`${start}:level`, asked.insight?.level);
  const clear = (): void => {
    for (const [, , clearOne] of [owner, title, due, doneTest, firstStep, level]) clearOne();
  };
  return { owner, title, due, doneTest, firstStep, level, clear };
}

/** Who does what, by when, and how one can see that it is done. */
export function ActionForm({ asked, onClose }: { asked: ActionAsked; onClose: () => void }) {
  const { acts, board } = useDesk();
  const drafts = useActionDrafts(asked);
  const [owner] = drafts.owner;
  const [title] = drafts.title;
  const [due] = drafts.due;
  const [doneTest] = drafts.doneTest;
  const [firstStep] = drafts.firstStep;
  const [level] = drafts.level;
  const send = async (): Promise<void> => {
    mustHave(owner, "owner_id", gettext("Please choose who does it."));
    mustHave(title, "title", gettext("Please say what this person does."));
    mustHave(due, "due", gettext("Please choose a day."));
    mustHave(doneTest, "done_test", gettext("Please say how one can see that it is done."));
    await acts.translate(asked.id, {
      owner_id: owner,
      title,
      due,
      done_test: doneTest,
      first_step: firstStep,
      level,
      insight_id: asked.insight?.id ?? null,
      note_ids: [...asked.noteIds],
    });
  };
  const form = useSubmit(send, () => {
    drafts.clear();
    board.select(asked.noteIds, false);
    onClose();
  });
  return (
    <Dialog title={gettext("Turn into action")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        {asked.insight && (
          <p class="item__title" dir="auto">
            {asked.insight.statement}
          </p>
        )}
        <FormTrouble trouble={form.trouble} fields={FIELDS} />
        <OwnerField
          label={gettext("Who?")}
          value={owner}
          onChange={drafts.owner[1]}
          trouble={form.trouble}
        />
        <Line
          name="title"
          label={gettext("does what?")}
          draft={drafts.title}
          most={200}
          trouble={form.trouble}
        />
        <DayField
          name="due"
          label={gettext("by when?")}
          draft={drafts.due}
          trouble={form.trouble}
        />
        <Line
          name="done_test"
          label={gettext("How can one see that it is done?")}
          help={gettext("Something that anybody can check, such as a list, a page, a date.")}
          draft={drafts.doneTest}
          most={300}
          trouble={form.trouble}
        />
        <MoreAboutAction drafts={drafts} trouble={form.trouble} />
        <Summary owner={owner} title={title} due={due} />
        <details class="sources">
          <summary>{gettext("The notes it comes from")}</summary>
          <Quotes ids={asked.noteIds} />
        </details>
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Make action")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

const FIELDS = ["owner_id", "title", "due", "done_test", "first_step", "level"];

function MoreAboutAction({
  drafts,
  trouble,
}: {
  drafts: ReturnType<typeof useActionDrafts>;
  trouble: Trouble | null;
}) {
  return (
    <details class="sources" open={trouble?.field === "first_step" || trouble?.field === "level"}>
      <summary>{gettext("First step and level (optional)")}</summary>
      <div class="stack">
        <Line
          name="first_step"
          label={gettext("First step")}
          draft={drafts.firstStep}
          most={300}
          trouble={trouble}
        />
        <LevelField draft={drafts.level} trouble={trouble} />
      </div>
    </details>
  );
}

function Summary({ owner, title, due }: { owner: string; title: string; due: string }) {
  const { list } = useMembers();
  const name = list.find((member) => member.id === owner)?.name;
  if (!name || !title.trim() || !due) return null;
  return (
    <p class="panel" dir="auto">
      {interpolate(gettext("%(owner)s: %(what)s, by %(day)s."), {
        owner: name,
        what: title.trim(),
        day: day(due),
      })}
    </p>
  );
}
