/** Merging groups and splitting them. */

import { useState } from "preact/hooks";
import { gettext, interpolate } from "../../i18n";
import type { GroupRecord } from "../../protocol";
import { Line } from "./controls";
import { useDesk } from "./desk";
import { Dialog, EndButtons, FormDialog } from "./dialog";
import { mustHave, useDraft, useSubmit } from "./forms";
import { groupName } from "./layout";
import { groupTitle, noteCount } from "./words";

interface FormProps {
  readonly group: GroupRecord;
  readonly onClose: () => void;
}

/** Lists the groups that a group can be put into. */
export function MergeMenu({ group, onClose }: FormProps) {
  const { board, acts } = useDesk();
  const others = board.columns.value
    .flatMap((column) => column.groups)
    .filter((one) => one.group.id !== group.id);
  return (
    <Dialog title={gettext("Merge with…")} onClose={onClose}>
      <p class="item__title" dir="auto">
        {groupTitle(group.title)}
      </p>
      <ul class="move-menu" role="list">
        {others.map(({ group: into, notes }) => (
          <li key={into.id}>
            <button
              class="menu__item"
              type="button"
              dir="auto"
              onClick={() => {
                onClose();
                void acts.merge(group, into);
              }}
            >
              {groupName(into, notes)}
              <span class="count">{noteCount(notes.length)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others.length === 0 && <p>{gettext("There is no other group yet.")}</p>}
      <EndButtons onLeave={onClose} />
    </Dialog>
  );
}

/** Chooses the notes of a group that become a group of their own. */
export function SplitForm({ group, onClose }: FormProps) {
  const { board, acts } = useDesk();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const title = useDraft(`split:${group.id}`);
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const form = useSubmit(
    async () => {
      mustHave([...chosen].join(""), "note_ids", gettext("Please choose the notes that go."));
      await acts.split([...chosen], title[0]);
    },
    () => {
      title[2]();
      onClose();
    },
  );
  return (
    <FormDialog
      title={gettext("Split this group")}
      form={form}
      fields={["title"]}
      button={gettext("Split")}
      onClose={onClose}
    >
      <fieldset class="split">
        <legend>
          {interpolate(gettext("Which notes leave “%(group)s”?"), {
            group: groupTitle(group.title),
          })}
        </legend>
        {group.note_ids.map((id) => (
          <label key={id} class="split__note">
            <input
              type="checkbox"
              class="ds-input"
              checked={chosen.has(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
            <span dir="auto" lang={board.language}>
              {board.tables?.note.get(id)?.text}
            </span>
          </label>
        ))}
      </fieldset>
      <Line
        name="title"
        label={gettext("Name of the new group")}
        draft={title}
        most={120}
        trouble={form.trouble}
      />
    </FormDialog>
  );
}
