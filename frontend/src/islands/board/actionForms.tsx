/** The form in which an insight or notes become an action. */

import { gettext } from "../../i18n";
import { MadeMeanwhile, OthersAtForms, useWriting } from "./atForms";
import { DayField, LevelField, Line, Options, OwnerField, TextBox } from "./controls";
import { useDesk, type Asked } from "./desk";
import { FormDialog } from "./dialog";
import { mustHave, together, useDraft, type Trouble } from "./forms";
import { AboutInsight, draftKeyOf, idsOf, OriginNotes, useMaking } from "./origin";
import { horizons, strengths } from "./outcomeWords";
import { useWording, Wording } from "./wording";

type ActionAsked = Extract<Asked, { kind: "action" }>;

const BEGINNING = ["if_cue", "first_step"];
const FITTING = ["level", "strength", "horizon", "risk"];
const FIELDS = ["owner_id", "title", "due", "done_test", ...BEGINNING, ...FITTING];

function useActionDrafts(asked: ActionAsked) {
  const start = `action:${draftKeyOf(asked)}`;
  return together({
    owner: useDraft(`${start}:owner`),
    title: useDraft(`${start}:title`),
    due: useDraft(`${start}:due`),
    doneTest: useDraft(`${start}:done-test`),
    cue: useDraft(`${start}:cue`),
    firstStep: useDraft(`${start}:first-step`),
    level: useDraft(`${start}:level`, asked.insight?.level),
    strength: useDraft(`${start}:strength`),
    horizon: useDraft(`${start}:horizon`),
    risk: useDraft(`${start}:risk`),
  });
}

type ActionDrafts = ReturnType<typeof useActionDrafts>;

function useSending(asked: ActionAsked, drafts: ActionDrafts, onClose: () => void) {
  const { acts } = useDesk();
  const send = async (): Promise<void> => {
    const [owner, title, due, doneTest] = [
      drafts.owner[0],
      drafts.title[0],
      drafts.due[0],
      drafts.doneTest[0],
    ];
    mustHave(owner, "owner_id", gettext("Please choose who does it."));
    mustHave(title, "title", gettext("Please say what this person does."));
    mustHave(due, "due", gettext("Please choose a day."));
    mustHave(doneTest, "done_test", gettext("Please say how one can see that it is done."));
    await acts.translate(asked.id, {
      owner_id: owner,
      title,
      due,
      done_test: doneTest,
      if_cue: drafts.cue[0],
      first_step: drafts.firstStep[0],
      level: drafts.level[0],
      strength: drafts.strength[0],
      horizon: drafts.horizon[0],
      risk: drafts.risk[0],
      insight_id: asked.insight?.id ?? null,
      note_ids: [...asked.noteIds],
    });
  };
  return useMaking(asked, send, drafts, onClose);
}

/** Who does what, by when, and how one can see that it is done. */
export function ActionForm({ asked, onClose }: { asked: ActionAsked; onClose: () => void }) {
  const drafts = useActionDrafts(asked);
  const form = useSending(asked, drafts, onClose);
  const about = idsOf(asked);
  useWriting("action", about);
  return (
    <FormDialog
      title={gettext("Turn into action")}
      form={form}
      fields={FIELDS}
      button={gettext("Make action")}
      onClose={onClose}
    >
      <AboutInsight insight={asked.insight} />
      <OthersAtForms ids={about} />
      <MadeMeanwhile origin={asked} />
      <OwnerField draft={drafts.owner} trouble={form.trouble} />
      <Line
        name="title"
        label={gettext("does what?")}
        help={gettext("Begin with what one can see somebody do: check, phone, write.")}
        draft={drafts.title}
        most={300}
        trouble={form.trouble}
      />
      <DayField name="due" label={gettext("by when?")} draft={drafts.due} trouble={form.trouble} />
      <Line
        name="done_test"
        label={gettext("How can one see that it is done?")}
        help={gettext("Something that anybody can check, such as a list, a page, a date.")}
        draft={drafts.doneTest}
        most={300}
        trouble={form.trouble}
      />
      <Beginning drafts={drafts} trouble={form.trouble} />
      <Fitting drafts={drafts} trouble={form.trouble} />
      <Reading drafts={drafts} />
      <OriginNotes noteIds={asked.noteIds} />
    </FormDialog>
  );
}

interface MoreProps {
  readonly drafts: ActionDrafts;
  readonly trouble: Trouble | null;
}

function isIn(fields: readonly string[], trouble: Trouble | null): boolean {
  return trouble !== null && fields.includes(trouble.field);
}

/** What sets it off. */
function Beginning({ drafts, trouble }: MoreProps) {
  return (
    <details class="sources" open={isIn(BEGINNING, trouble)}>
      <summary>{gettext("How does it begin? (optional)")}</summary>
      <div class="stack">
        <Line
          name="if_cue"
          label={gettext("When what happens?")}
          help={gettext("A moment that brings it to mind, such as: the panel meets in May.")}
          isOptional
          draft={drafts.cue}
          most={300}
          trouble={trouble}
        />
        <Line
          name="first_step"
          label={gettext("First step")}
          help={gettext("Small enough for the coming days.")}
          isOptional
          draft={drafts.firstStep}
          most={300}
          trouble={trouble}
        />
      </div>
    </details>
  );
}

/** The consequence check: is it the right thing at the right place? */
function Fitting({ drafts, trouble }: MoreProps) {
  return (
    <details class="sources" open={isIn(FITTING, trouble)}>
      <summary>{gettext("What may go wrong? Is it strong enough? (optional)")}</summary>
      <div class="stack">
        <TextBox
          name="risk"
          label={gettext("What may go wrong, and for whom?")}
          help={gettext("Think of those who have the least to say.")}
          isOptional
          draft={drafts.risk}
          most={500}
          trouble={trouble}
        />
        <LevelField draft={drafts.level} trouble={trouble} />
        <Options
          name="strength"
          label={gettext("What does it change?")}
          help={gettext("What changes the way of working lasts longer than telling people.")}
          isOptional
          options={strengths()}
          draft={drafts.strength}
          trouble={trouble}
        />
        <Options
          name="horizon"
          label={gettext("When will one notice it?")}
          help={gettext("So that nobody looks for its effect too early.")}
          isOptional
          options={horizons()}
          draft={drafts.horizon}
          trouble={trouble}
        />
      </div>
    </details>
  );
}

function Reading({ drafts }: { drafts: ActionDrafts }) {
  const found = useWording({
    title: drafts.title[0],
    owner_id: drafts.owner[0] || null,
    due: drafts.due[0] || null,
    done_test: drafts.doneTest[0],
    if_cue: drafts.cue[0],
    first_step: drafts.firstStep[0],
    level: drafts.level[0],
  });
  return <Wording found={found} />;
}
