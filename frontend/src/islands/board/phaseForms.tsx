/** Changing the parts of a session while it runs: their order, names, questions and lengths. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { gettext, interpolate, ngettext } from "../../i18n";
import type { PhaseRecord } from "../../protocol";
import { Line, NumberField, Options, TextBox } from "./controls";
import { useDesk } from "./desk";
import { Dialog, EndButtons } from "./dialog";
import { FormTrouble, useFocusBack, useSubmit } from "./forms";
import { phaseKinds } from "./words";

const DEFAULT_MINUTES = 10;
const MOST_MINUTES = 600;
const LONGEST_TITLE = 80;
const LONGEST_PROMPT = 300;

/** Lists the parts, each of which can be moved and changed, and adds one. */
export function PhasesDialog({ onClose }: { onClose: () => void }) {
  const { board } = useDesk();
  const [isAdding, setAdding] = useState(false);
  const add = useFocusBack(isAdding);
  const phases = board.session.value?.phases ?? [];
  return (
    <Dialog title={gettext("Parts of the session")} onClose={onClose}>
      <p class="muted">
        {gettext("Everybody sees the change at once. Notes stay where they are.")}
      </p>
      <ol class="parts" role="list">
        {phases.map((phase, at) => (
          <li key={phase.id} aria-current={phase === board.phase ? "step" : undefined}>
            <Phase phase={phase} at={at} phases={phases} />
          </li>
        ))}
      </ol>
      {isAdding ? (
        <NewPhase onDone={() => setAdding(false)} />
      ) : (
        <EndButtons onLeave={onClose} leave={gettext("Close")}>
          <button
            class="ds-button"
            data-variant="secondary"
            type="button"
            ref={add}
            onClick={() => setAdding(true)}
          >
            {gettext("Add a part")}
          </button>
        </EndButtons>
      )}
    </Dialog>
  );
}

interface PhaseProps {
  readonly phase: PhaseRecord;
  readonly at: number;
  readonly phases: readonly PhaseRecord[];
}

function Phase({ phase, at, phases }: PhaseProps) {
  const { board, acts, running } = useDesk();
  const canGo = phase !== board.phase && board.session.value?.state !== "input_open";
  const [isChanging, setChanging] = useState(false);
  const change = useFocusBack(isChanging);
  if (isChanging) return <ChangePhase phase={phase} onDone={() => setChanging(false)} />;
  const name = { name: phase.title };
  const minutes = ngettext("%(count)d minute", "%(count)d minutes", phase.minutes);
  return (
    <div class="part">
      <p class="part__title">
        <strong dir="auto">{phase.title}</strong>{" "}
        <span class="muted">{interpolate(minutes, { count: phase.minutes })}</span>
        {phase === board.phase && <span class="tag">{gettext("now")}</span>}
      </p>
      <p class="part__tools">
        {canGo && (
          <button
            class="link"
            type="button"
            aria-label={interpolate(gettext("%(phase)s: go to this part"), { phase: phase.title })}
            onClick={() => void acts.goTo(phase.id)}
          >
            {gettext("Go there")}
          </button>
        )}
        <button
          class="link"
          type="button"
          aria-disabled={at === 0}
          aria-label={interpolate(gettext("Earlier: %(name)s"), name)}
          onClick={() => at > 0 && void running.movePhase(phases, phase, -1)}
        >
          {gettext("Earlier")}
        </button>
        <button
          class="link"
          type="button"
          aria-disabled={at === phases.length - 1}
          aria-label={interpolate(gettext("Later: %(name)s"), name)}
          onClick={() => at < phases.length - 1 && void running.movePhase(phases, phase, 1)}
        >
          {gettext("Later")}
        </button>
        <button
          class="link"
          type="button"
          ref={change}
          aria-label={interpolate(gettext("Change: %(name)s"), name)}
          onClick={() => setChanging(true)}
        >
          {gettext("Change")}
        </button>
      </p>
    </div>
  );
}

interface Words {
  readonly title: string;
  readonly prompt: string;
  readonly minutes: number;
}

function ChangePhase({ phase, onDone }: { phase: PhaseRecord; onDone: () => void }) {
  const { running } = useDesk();
  const [words, setWords] = useState<Words>(phase);
  const { title, prompt, minutes } = words;
  const act = () => running.changePhase(phase, { title, prompt, minutes, version: phase.version });
  return <PhaseForm words={words} onWords={setWords} act={act} onDone={onDone} />;
}

function NewPhase({ onDone }: { onDone: () => void }) {
  const { running } = useDesk();
  const kind = useState("discuss");
  const [words, setWords] = useState<Words>({ title: "", prompt: "", minutes: DEFAULT_MINUTES });
  const { title, prompt, minutes } = words;
  const act = () => running.addPhase({ kind: kind[0], title, prompt, minutes });
  return (
    <PhaseForm words={words} onWords={setWords} act={act} onDone={onDone}>
      <Options
        name="kind"
        label={gettext("What is it for?")}
        none=""
        options={phaseKinds()}
        draft={kind}
      />
    </PhaseForm>
  );
}

interface FormProps {
  readonly words: Words;
  readonly onWords: (words: Words) => void;
  readonly act: () => Promise<void>;
  readonly onDone: () => void;
  readonly children?: ComponentChildren;
}

function PhaseForm({ words, onWords, act, onDone, children }: FormProps) {
  const form = useSubmit(act, onDone);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <form class="form part-form" onSubmit={form.submit} noValidate>
      {children}
      <Line
        name="title"
        label={gettext("Name of the part")}
        draft={[words.title, (title) => onWords({ ...words, title })]}
        most={LONGEST_TITLE}
        box={box}
        trouble={form.trouble}
      />
      <TextBox
        name="prompt"
        label={gettext("What people are asked to do")}
        isOptional
        draft={[words.prompt, (prompt) => onWords({ ...words, prompt })]}
        most={LONGEST_PROMPT}
        trouble={form.trouble}
      />
      <NumberField
        name="minutes"
        label={gettext("How many minutes?")}
        draft={[String(words.minutes), (text) => onWords({ ...words, minutes: Number(text) })]}
        min={1}
        max={MOST_MINUTES}
        trouble={form.trouble}
      />
      <FormTrouble trouble={form.trouble} fields={["title", "prompt", "minutes"]} />
      <EndButtons onLeave={onDone}>
        <button class="ds-button" disabled={form.isBusy}>
          {gettext("Save")}
        </button>
      </EndButtons>
    </form>
  );
}
