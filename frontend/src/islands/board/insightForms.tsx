/** The forms about insights: putting notes into words, and saying what becomes of an insight. */

import { useRef, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { InsightInput, InsightRecord } from "../../protocol";
import { Refusal } from "../../sync/api";
import { LevelField } from "./controls";
import { useDesk, type Asked } from "./desk";
import {
  Dialog,
  DialogButtons,
  Field,
  FormTrouble,
  mustHave,
  useDraft,
  useSubmit,
  type Trouble,
} from "./forms";
import { Quotes } from "./sources";
import { dispositions, NEEDS_A_REASON } from "./words";

type InsightAsked = Extract<Asked, { kind: "insight" }>;

interface Newer {
  readonly statement: string;
  readonly version: number;
}

function newerIn(trouble: Trouble | null): Newer | null {
  if (!(trouble?.error instanceof Refusal)) return null;
  return (trouble.error.problem as { current?: Newer }).current ?? null;
}

/** Puts into words what some notes mean together. */
export function InsightForm({ asked, onClose }: { asked: InsightAsked; onClose: () => void }) {
  const { acts, board } = useDesk();
  const key = `insight:${asked.insight?.id ?? [...asked.noteIds].sort().join("+")}`;
  const statement = useDraft(`${key}:statement`, asked.insight?.statement);
  const level = useDraft(`${key}:level`, asked.insight?.level);
  const dissent = useDraft(`${key}:dissent`, asked.insight?.dissent);
  const [version, setVersion] = useState(asked.insight?.version ?? 0);
  const isAgreeing = useRef(false);
  const save = async (): Promise<void> => {
    mustHave(statement[0], "statement", gettext("Please say in one sentence what you learned."));
    const words: InsightInput = {
      statement: statement[0],
      note_ids: [...asked.noteIds],
      level: level[0],
      dissent: dissent[0],
      version,
    };
    await acts.draft(asked.id, words);
    if (isAgreeing.current) await acts.agree(asked.id);
  };
  const form = useSubmit(save, () => {
    for (const [, , clear] of [statement, level, dissent]) clear();
    board.select(asked.noteIds, false);
    onClose();
  });
  const newer = newerIn(form.trouble);
  return (
    <Dialog title={gettext("Put into words")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <FormTrouble trouble={form.trouble} fields={["statement", "dissent", "level"]} />
        {newer && <Reworded newer={newer} onKeepMine={() => setVersion(newer.version)} />}
        <Quotes ids={asked.noteIds} />
        <Text
          name="statement"
          label={gettext("What do we learn from this?")}
          help={gettext("One plain sentence.")}
          draft={statement}
          trouble={form.trouble}
        />
        <LevelField draft={level} trouble={form.trouble} />
        <Text
          name="dissent"
          label={gettext("Does somebody see it differently?")}
          isOptional
          draft={dissent}
          trouble={form.trouble}
        />
        <DialogButtons onClose={onClose}>
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
        </DialogButtons>
      </form>
    </Dialog>
  );
}

function Reworded({ newer, onKeepMine }: { newer: Newer; onKeepMine: () => void }) {
  return (
    <blockquote class="note-quote">
      <p dir="auto">{newer.statement}</p>
      <footer>
        <button class="link" type="button" onClick={onKeepMine}>
          {gettext("Keep my text instead")}
        </button>
      </footer>
    </blockquote>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
  readonly draft: ReturnType<typeof useDraft>;
  readonly trouble: Trouble | null;
}

function Text({ name, label, help, isOptional, draft, trouble }: TextProps) {
  return (
    <Field
      label={label}
      name={name}
      trouble={trouble}
      {...(help && { help })}
      {...(isOptional && { isOptional })}
    >
      {(control) => (
        <textarea
          {...control}
          dir="auto"
          rows={2}
          maxLength={500}
          value={draft[0]}
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Says what becomes of an agreed insight. */
export function DispositionForm({
  insight,
  onClose,
}: {
  insight: InsightRecord;
  onClose: () => void;
}) {
  const { acts } = useDesk();
  const [answer, setAnswer] = useState(insight.disposition);
  const reason = useDraft(`disposition:${insight.id}`, insight.disposition_reason);
  const send = async (): Promise<void> => {
    mustHave(answer, "disposition", gettext("Please choose an answer."));
    if (NEEDS_A_REASON.has(answer)) {
      mustHave(
        reason[0],
        "reason",
        gettext("Please say why. The people who gave input will read it."),
      );
    }
    await acts.dispose(insight.id, { disposition: answer, reason: reason[0] });
  };
  const form = useSubmit(send, () => {
    reason[2]();
    onClose();
  });
  return (
    <Dialog title={gettext("What becomes of this insight?")} onClose={onClose}>
      <form class="form" onSubmit={form.submit} noValidate>
        <p class="item__title" dir="auto">
          {insight.statement}
        </p>
        <FormTrouble trouble={form.trouble} fields={["reason"]} />
        <fieldset class="ds-fieldset field">
          <legend>{gettext("Answer")}</legend>
          <ul class="choices" role="list">
            {dispositions().map(([code, words]) => (
              <li key={code}>
                <label>
                  <input
                    type="radio"
                    class="ds-input"
                    name="disposition"
                    checked={answer === code}
                    onChange={() => setAnswer(code)}
                  />{" "}
                  {words}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Text
          name="reason"
          label={gettext("Why?")}
          help={gettext("The people who gave input will read it.")}
          isOptional={!NEEDS_A_REASON.has(answer)}
          draft={reason}
          trouble={form.trouble}
        />
        <DialogButtons onClose={onClose}>
          <button class="ds-button" disabled={form.isBusy}>
            {gettext("Save")}
          </button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
