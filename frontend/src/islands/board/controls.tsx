/** Controls that several forms share: who, where, one line of text. */

import type { Ref } from "preact";
import { useEffect, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { MemberRecord } from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { useDesk } from "./desk";
import { Field, FieldTrouble, type Trouble, type Typed } from "./forms";
import { levels, today } from "./words";

interface Members {
  readonly list: readonly MemberRecord[];
  readonly problem: string;
}

/** The members of the partnership, as soon as they are fetched. */
export function useMembers(): Members {
  const { acts } = useDesk();
  const [members, setMembers] = useState<Members>({ list: [], problem: "" });
  useEffect(() => {
    let isGone = false;
    acts
      .membersOnce()
      .then((list) => isGone || setMembers({ list, problem: "" }))
      .catch((error: unknown) => isGone || setMembers({ list: [], problem: sentenceOf(error) }));
    return () => {
      isGone = true;
    };
  }, [acts]);
  return members;
}

interface ControlProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
  readonly draft: Typed;
  readonly trouble?: Trouble | null;
}

function about({ name, label, help, isOptional, trouble = null }: ControlProps) {
  return { name, label, trouble, ...(help && { help }), ...(isOptional && { isOptional }) };
}

type LineProps = ControlProps & {
  readonly most?: number;
  readonly box?: Ref<HTMLInputElement>;
};

/** One line of text. */
export function Line({ draft, most, box = null, ...rest }: LineProps) {
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <input
          {...control}
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={most}
          value={draft[0]}
          ref={box}
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type TextProps = ControlProps & {
  readonly most?: number;
  readonly rows?: number;
  readonly box?: Ref<HTMLTextAreaElement>;
};

/** A text of several lines. */
export function TextBox({ draft, most, rows = 2, box = null, ...rest }: TextProps) {
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <textarea
          {...control}
          dir="auto"
          rows={rows}
          maxLength={most}
          value={draft[0]}
          ref={box}
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A whole number. */
export function NumberField({
  draft,
  min,
  max,
  ...rest
}: ControlProps & { readonly min: number; readonly max: number }) {
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <input
          {...control}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          value={draft[0]}
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Where a change must happen. */
export function LevelField({ draft, trouble }: { draft: Typed; trouble: Trouble | null }) {
  return (
    <Options
      name="level"
      label={gettext("Where must it change?")}
      help={gettext("So that somebody is asked who can change something there.")}
      isOptional
      options={levels()}
      draft={draft}
      trouble={trouble}
    />
  );
}

/** What those say who do not agree. */
export function DissentField({ draft, trouble }: { draft: Typed; trouble: Trouble | null }) {
  return (
    <TextBox
      name="dissent"
      label={gettext("Does somebody see it differently?")}
      isOptional
      draft={draft}
      most={500}
      trouble={trouble}
    />
  );
}

/** Who is asked. */
export function OwnerField({ draft, trouble }: { draft: Typed; trouble: Trouble | null }) {
  const { list, problem } = useMembers();
  return (
    <>
      {problem && <p role="alert">{problem}</p>}
      <Options
        name="owner_id"
        label={gettext("Who?")}
        help={gettext("One person, never a team. They are asked, and say yes or no themselves.")}
        none={gettext("Choose a person")}
        options={list.map((member) => [
          member.id,
          [member.name, member.organisation].filter(Boolean).join(", "),
        ])}
        draft={draft}
        trouble={trouble}
      />
    </>
  );
}

type ChoiceProps = ControlProps & { readonly options: readonly (readonly [string, string])[] };

type OptionsProps = ChoiceProps & {
  /** What stands there while none is chosen; empty where one always is. */
  readonly none?: string;
};

/** One of a few words, or none. */
export function Options({ draft, options, none = gettext("Not said"), ...rest }: OptionsProps) {
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <select
          {...control}
          value={draft[0]}
          onChange={(event) => draft[1](event.currentTarget.value)}
        >
          {none && <option value="">{none}</option>}
          {options.map(([code, words]) => (
            <option key={code} value={code} selected={code === draft[0]}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Any of a few words; the draft holds their codes with blanks between them. */
export function Ticks({ name, label, help, options, draft, trouble = null }: ChoiceProps) {
  const [text, change] = draft;
  const chosen = new Set(text.split(" ").filter(Boolean));
  const tick = (code: string, isChosen: boolean): void => {
    if (isChosen) chosen.add(code);
    else chosen.delete(code);
    change([...chosen].join(" "));
  };
  return (
    <fieldset class="ds-fieldset field">
      <legend>
        {label} <span class="field__optional">{gettext("(optional)")}</span>
      </legend>
      {help && <p class="field__help">{help}</p>}
      <FieldTrouble name={name} trouble={trouble} />
      <ul class="choices" role="list">
        {options.map(([code, words]) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                class="ds-input"
                checked={chosen.has(code)}
                onChange={(event) => tick(code, event.currentTarget.checked)}
              />
              {words}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** A day, from today on unless it may have passed. */
export function DayField({ draft, mayBePast, ...rest }: ControlProps & { mayBePast?: boolean }) {
  const limit = mayBePast ? { max: today() } : { min: today() };
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <input
          {...control}
          {...limit}
          type="date"
          value={draft[0]}
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
