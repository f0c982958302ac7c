/** Controls that several forms share: who, where, one line of text. */

import { useEffect, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { MemberRecord } from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { useDesk } from "./desk";
import { Field, FieldTrouble, type Draft, type Trouble } from "./forms";
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

interface OwnerProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly label: string;
  readonly trouble: Trouble | null;
}

/** Who is asked. */
export function OwnerField({ value, onChange, label, trouble }: OwnerProps) {
  const { list, problem } = useMembers();
  return (
    <>
      {problem && <p role="alert">{problem}</p>}
      <Field
        label={label}
        name="owner_id"
        help={gettext("One person, never a team. They are asked, and say yes or no themselves.")}
        trouble={trouble}
      >
        {(control) => (
          <select
            {...control}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="">{gettext("Choose a person")}</option>
            {list.map((member) => (
              <option key={member.id} value={member.id} selected={member.id === value}>
                {[member.name, member.organisation].filter(Boolean).join(", ")}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

interface DraftProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly isOptional?: boolean;
  readonly draft: Draft;
  readonly trouble: Trouble | null;
}

type TextProps = DraftProps & { readonly most: number };

function about({ name, label, help, isOptional, trouble }: DraftProps) {
  return { name, label, trouble, ...(help && { help }), ...(isOptional && { isOptional }) };
}

/** One line of text. */
export function Line({ draft, most, ...rest }: TextProps) {
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
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A text of several lines. */
export function TextBox({ draft, most, ...rest }: TextProps) {
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <textarea
          {...control}
          dir="auto"
          rows={2}
          maxLength={most}
          value={draft[0]}
          onInput={(event) => draft[1](event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Where a change must happen. */
export function LevelField({ draft, trouble }: { draft: Draft; trouble: Trouble | null }) {
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

type OptionsProps = DraftProps & { readonly options: readonly (readonly [string, string])[] };

/** One of a few words, or none. */
export function Options({ draft, options, ...rest }: OptionsProps) {
  return (
    <Field {...about({ draft, ...rest })}>
      {(control) => (
        <select
          {...control}
          value={draft[0]}
          onChange={(event) => draft[1](event.currentTarget.value)}
        >
          <option value="">{gettext("Not said")}</option>
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
export function Ticks({ name, label, help, options, draft, trouble }: OptionsProps) {
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
export function DayField({ draft, mayBePast, ...rest }: DraftProps & { mayBePast?: boolean }) {
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
