/** Forms: what is typed survives, errors stand beside their field. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import { Refusal, sentenceOf } from "../../sync/api";
import { forget, keep, kept } from "../../sync/shelf";

/** A text, how to change it, and how to forget it. */
type Draft = readonly [string, (text: string) => void, () => void];

/** A text and how to change it: a draft, or what need not survive a reload. */
export type Typed = readonly [string, (text: string) => void, ...unknown[]];

/** A text that survives a reload, until it is used. */
export function useDraft(key: string, initial = ""): Draft {
  const [text, setText] = useState(() => kept(key) || initial);
  const change = (next: string): void => {
    setText(next);
    if (next.trim()) keep(key, next);
    else forget(key);
  };
  const clear = (): void => {
    setText("");
    forget(key);
  };
  return [text, change, clear];
}

/** Drafts of one form, with a way to forget all of them at once. */
export function together<Drafts extends Record<string, Draft>>(drafts: Drafts) {
  const clear = (): void => Object.values(drafts).forEach(([, , clearOne]) => clearOne());
  return { ...drafts, clear };
}

/** Gives the focus back to the button that opened a form in its place. */
export function useFocusBack(isOpen: boolean): { current: HTMLButtonElement | null } {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return button;
}

export interface Trouble {
  readonly field: string;
  readonly text: string;
  readonly error: unknown;
}

export interface Submitting {
  readonly trouble: Trouble | null;
  readonly isBusy: boolean;
  readonly submit: (event: Event) => void;
}

/** Runs what a form asks, once at a time, and keeps the reason when it cannot be done. */
export function useSubmit(act: () => Promise<void>, onDone: () => void): Submitting {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    try {
      await act();
      onDone();
    } catch (error) {
      const field = error instanceof Refusal ? error.field : "";
      setTrouble({ field, text: sentenceOf(error), error });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!isBusy) void run();
  };
  return { trouble, isBusy, submit };
}

/** Changes a text in its place: begins in its box, and forgets what was typed when one leaves. */
export function useChanging(
  key: string,
  before: string,
  save: (text: string) => Promise<void>,
  onDone: () => void,
) {
  const draft = useDraft(key, before);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const leave = (): void => {
    draft[2]();
    onDone();
  };
  const form = useSubmit(() => save(draft[0]), leave);
  return { draft, box, leave, ...form };
}

/** Refuses an empty field before anything is sent. */
export function mustHave(text: string, field: string, sentence: string): void {
  if (!text.trim()) throw new Refusal(400, { code: "invalid_input", field, detail: sentence });
}

interface ControlProps {
  readonly id: string;
  readonly class: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly help?: string;
  readonly isOptional?: boolean;
  readonly trouble?: Trouble | null;
  /** The id of something elsewhere that also describes the control. */
  readonly hint?: string;
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** A label, its control, its help and its error. */
export function Field({ label, name, help, isOptional, trouble, hint, children }: FieldProps) {
  const id = useId();
  const error = trouble?.field === name ? trouble.text : "";
  const described = [help && `${id}-help`, hint, error && `${id}-error`].filter(Boolean).join(" ");
  useEffect(() => {
    if (error) document.getElementById(id)?.focus();
  }, [error, id, trouble]);
  return (
    <div class="ds-field field">
      <label for={id}>
        {label}
        {isOptional && <span class="field__optional"> {gettext("(optional)")}</span>}
      </label>
      {help && (
        <p class="field__help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({
        id,
        class: "ds-input",
        ...(described && { "aria-describedby": described }),
        ...(error && { "aria-invalid": true as const }),
      })}
      {error && (
        <p class="ds-validation-message" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** The reason that belongs to a field of several controls. */
export function FieldTrouble({ name, trouble }: { name: string; trouble: Trouble | null }) {
  if (trouble?.field !== name) return null;
  return (
    <p class="ds-validation-message" role="alert">
      {trouble.text}
    </p>
  );
}

/** The reason that belongs to no field of the form. */
export function FormTrouble({
  trouble,
  fields,
}: {
  trouble: Trouble | null;
  fields: readonly string[];
}) {
  if (!trouble || fields.includes(trouble.field)) return null;
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <p>{trouble.text}</p>
    </div>
  );
}
