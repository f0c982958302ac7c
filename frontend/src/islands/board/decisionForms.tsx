/** The form in which an insight or notes become a decision, and in which it is taken. */

import { useEffect, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { DecisionChangeInput } from "../../protocol";
import { OthersAtForms, useWriting } from "./atForms";
import { DayField, DissentField, Line, Options, TextBox, Ticks, useMembers } from "./controls";
import { useDesk, type Asked } from "./desk";
import { FormDialog } from "./dialog";
import { mustHave, together, useDraft, type Trouble } from "./forms";
import { AboutInsight, draftKeyOf, idsOf, OriginNotes, useMaking } from "./origin";
import { NewerText } from "./stale";

type DecisionAsked = Extract<Asked, { kind: "decision" }>;

const TAKING = [
  "decided_on",
  "decided_by",
  "decider_ids",
  "rationale",
  "dissent",
  "review_on",
  "replaces_id",
];
const FIELDS = ["text", "options", ...TAKING];

function useDecisionDrafts(asked: DecisionAsked) {
  const { id, decision } = asked;
  const key = `decision:${decision ? id : draftKeyOf(asked)}`;
  return together({
    text: useDraft(`${key}:text`, decision?.text),
    options: useDraft(`${key}:options`, decision?.options),
    rationale: useDraft(`${key}:rationale`, decision?.rationale),
    dissent: useDraft(`${key}:dissent`, decision?.dissent),
    decidedBy: useDraft(`${key}:by`, decision?.decided_by),
    deciders: useDraft(`${key}:deciders`, decision?.decider_ids.join(" ")),
    decidedOn: useDraft(`${key}:on`, decision?.decided_on ?? ""),
    reviewOn: useDraft(`${key}:review`, decision?.review_on ?? ""),
    replaces: useDraft(`${key}:replaces`, decision?.replaces_id ?? ""),
  });
}

type DecisionDrafts = ReturnType<typeof useDecisionDrafts>;

function wordsIn(drafts: DecisionDrafts): Omit<DecisionChangeInput, "version"> {
  return {
    text: drafts.text[0],
    options: drafts.options[0],
    rationale: drafts.rationale[0],
    dissent: drafts.dissent[0],
    decided_by: drafts.decidedBy[0],
    decider_ids: drafts.deciders[0].split(" ").filter(Boolean),
    decided_on: drafts.decidedOn[0] || null,
    review_on: drafts.reviewOn[0] || null,
    replaces_id: drafts.replaces[0] || null,
  };
}

/** What is to be decided, or with a day what was decided, by whom and why. */
export function DecisionForm({ asked, onClose }: { asked: DecisionAsked; onClose: () => void }) {
  const { outcomes } = useDesk();
  const drafts = useDecisionDrafts(asked);
  const [version, setVersion] = useState(asked.decision?.version ?? 0);
  const about = asked.decision ? [asked.id] : idsOf(asked);
  useWriting("decision", about);
  const send = async (): Promise<void> => {
    const words = wordsIn(drafts);
    mustHave(words.text, "text", gettext("Please say what is decided."));
    if (asked.decision) await outcomes.revise(asked.id, { ...words, version });
    else {
      const insightId = asked.insight?.id ?? null;
      const from = { insight_id: insightId, note_ids: [...asked.noteIds] };
      await outcomes.decide(asked.id, { ...words, ...from });
    }
  };
  const form = useMaking(asked, send, drafts, onClose);
  return (
    <FormDialog
      title={gettext("Write down a decision")}
      form={form}
      fields={FIELDS}
      button={gettext("Save")}
      onClose={onClose}
    >
      <AboutInsight insight={asked.insight} />
      <OthersAtForms ids={about} />
      <NewerText trouble={form.trouble} onKeepMine={setVersion} />
      <TextBox
        name="text"
        label={gettext("What is decided, or to be decided?")}
        draft={drafts.text}
        most={500}
        trouble={form.trouble}
      />
      <TextBox
        name="options"
        label={gettext("What else can one choose?")}
        help={gettext("Later one can see that it was considered.")}
        isOptional
        draft={drafts.options}
        most={1000}
        trouble={form.trouble}
      />
      <Taking asked={asked} drafts={drafts} trouble={form.trouble} />
      <OriginNotes noteIds={asked.noteIds} />
    </FormDialog>
  );
}

interface TakingProps {
  readonly asked: DecisionAsked;
  readonly drafts: DecisionDrafts;
  readonly trouble: Trouble | null;
}

/** Everything that is known once it is decided. */
function Taking({ asked, drafts, trouble }: TakingProps) {
  const isOpen =
    Boolean(asked.decision ?? drafts.decidedOn[0]) ||
    (trouble !== null && TAKING.includes(trouble.field));
  const { list } = useMembers();
  return (
    <details class="sources" open={isOpen}>
      <summary>{gettext("It is decided")}</summary>
      <div class="stack">
        <DayField
          name="decided_on"
          label={gettext("On which day?")}
          help={gettext("Leave it empty as long as it is open.")}
          isOptional
          mayBePast
          draft={drafts.decidedOn}
          trouble={trouble}
        />
        <Line
          name="decided_by"
          label={gettext("Who decided?")}
          help={gettext("A board or a meeting by its name, or choose members below.")}
          isOptional
          draft={drafts.decidedBy}
          most={200}
          trouble={trouble}
        />
        <details class="sources">
          <summary>{gettext("Members who decided")}</summary>
          <Ticks
            name="decider_ids"
            label={gettext("Members who decided")}
            options={list.map((member) => [member.id, member.name])}
            draft={drafts.deciders}
            trouble={trouble}
          />
        </details>
        <TextBox
          name="rationale"
          label={gettext("Why so?")}
          help={gettext("Whoever reads it in a year was not there.")}
          isOptional={!drafts.decidedOn[0]}
          draft={drafts.rationale}
          most={1000}
          trouble={trouble}
        />
        <DissentField draft={drafts.dissent} trouble={trouble} />
        <DayField
          name="review_on"
          label={gettext("When do you look at it again?")}
          isOptional
          draft={drafts.reviewOn}
          trouble={trouble}
        />
        <Replacing id={asked.id} drafts={drafts} trouble={trouble} />
      </div>
    </details>
  );
}

type ReplacingProps = Omit<TakingProps, "asked"> & { readonly id: string };

/** Which earlier decision it takes the place of, if there are any. */
function Replacing({ id, drafts, trouble }: ReplacingProps) {
  const earlier = useEarlierDecisions(id);
  if (earlier.length === 0) return null;
  return (
    <Options
      name="replaces_id"
      label={gettext("Does it take the place of an earlier decision?")}
      isOptional
      options={earlier}
      draft={drafts.replaces}
      trouble={trouble}
    />
  );
}

function useEarlierDecisions(id: string): readonly (readonly [string, string])[] {
  const { outcomes } = useDesk();
  const [found, setFound] = useState<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      try {
        const all = await outcomes.decisions();
        const holding = all.filter((one) => one.state === "decided" && one.id !== id);
        if (!isGone) setFound(holding.map((one) => [one.id, `${one.number}. ${one.text}`]));
      } catch {
        // Then nothing is replaced from here; the page of the decision can do it later.
      }
    };
    void look();
    return () => {
      isGone = true;
    };
  }, [outcomes, id]);
  return found;
}
