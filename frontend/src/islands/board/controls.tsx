/** Controls that several forms share: who, where, one line of text. */

import { useEffect, useState } from "preact/hooks";
import { gettext } from "../../i18n";
import type { MemberRecord } from "../../protocol";
import { sentenceOf } from "../../sync/api";
import { useDesk } from "./desk";
import { Field, type Trouble, type useDraft } from "./forms";
import { levels } from "./words";

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

type Draft = ReturnType<typeof useDraft>;

/** Where a change must happen. */
export function LevelField({ draft, trouble }: { draft: Draft; trouble: Trouble | null }) {
  return (
    <Field label={gettext("Where must it change?")} name="level" isOptional trouble={trouble}>
      {(control) => (
        <select
          {...control}
          value={draft[0]}
          onChange={(event) => draft[1](event.currentTarget.value)}
        >
          <option value="">{gettext("Not said")}</option>
          {levels().map(([code, words]) => (
            <option key={code} value={code} selected={code === draft[0]}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface LineProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly draft: Draft;
  readonly most: number;
  readonly trouble: Trouble | null;
}

/** One line of text. */
export function Line({ name, label, help, draft, most, trouble }: LineProps) {
  return (
    <Field label={label} name={name} trouble={trouble} {...(help && { help })}>
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
