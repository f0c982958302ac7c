/** What one says of oneself before writing: whose name is shown, and for whom one speaks. */

import { useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { gettext, interpolate } from "../../i18n";
import type { ColumnRecord, PhaseRecord } from "../../protocol";
import { keep, kept } from "../../sync/shelf";
import type { Board } from "./board";
import { phaseOf } from "./collecting";
import { NumberField, Options } from "./controls";
import { useDesk } from "./desk";
import { Field, useDraft, type Trouble } from "./forms";
import { promise } from "./promise";
import { choiceWords, onBehalfChoices } from "./signing";

const MOST_PEOPLE = 999;

/** Raised with every choice, so that all boxes of a part show the same one. */
const choices = signal(0);

interface Said {
  readonly attribution: string;
  readonly forPeople: number;
  readonly onBehalf: string;
  readonly agreed: boolean;
}

export interface Speaker {
  /** The phase to which the note belongs. */
  readonly phase: PhaseRecord | undefined;
  readonly said: Said;
  readonly peopleText: string;
  readonly setPeople: (text: string) => void;
  readonly setOnBehalf: (code: string) => void;
  readonly setAgreed: (isSo: boolean) => void;
  readonly trouble: () => Trouble | null;
  readonly clear: () => void;
}

/** What is said with the next note of a column; it survives a reload, but for the consent of others. */
export function useSpeaker(column: ColumnRecord): Speaker {
  const { board } = useDesk();
  const phase = phaseOf(board, column);
  const key = `${board.me.value?.participant_id}:${column.id}`;
  const [people, setPeople, clearPeople] = useDraft(`people:${key}`);
  const [onBehalf, setOnBehalf, clearOnBehalf] = useDraft(`behalf:${key}`);
  const [agreed, setAgreed] = useState(false);
  const attribution = onBehalf ? "named" : attributionIn(phase, board);
  const said = { attribution, forPeople: people ? Number(people) : 1, onBehalf, agreed };
  return {
    phase,
    said,
    peopleText: people,
    setPeople,
    setOnBehalf,
    setAgreed,
    trouble: () => troubleWith(said),
    clear: () => {
      clearPeople();
      clearOnBehalf();
      setAgreed(false);
    },
  };
}

function troubleWith({ forPeople, onBehalf, agreed }: Said): Trouble | null {
  if (!Number.isInteger(forPeople) || forPeople < 1 || forPeople > MOST_PEOPLE) {
    const text = gettext("Please choose a number from 1 to %(most)s.");
    return { field: "for_people", text: interpolate(text, { most: MOST_PEOPLE }), error: null };
  }
  if (!onBehalf || agreed) return null;
  const text = gettext(
    "Ask whoever said this whether you may write it down, and tick that they agreed.",
  );
  return { field: "agreed", text, error: null };
}

/** What was chosen in this part of the session, else what is usual in it. */
function attributionIn(phase: PhaseRecord | undefined, board: Board): string {
  const allowed = board.session.value?.allowed_attributions ?? [];
  const chosen = choices.value >= 0 ? kept(choiceKey(phase, board)) : "";
  const wanted = [chosen, phase?.attribution, ...allowed];
  return wanted.find((code) => code !== undefined && allowed.includes(code)) ?? "named";
}

function choiceKey(phase: PhaseRecord | undefined, board: Board): string {
  return `attribution:${board.owner}:${phase?.id}`;
}

/** The choice, and in plain words what it means: said before anything is written. */
export function Signing({ speaker, id }: { speaker: Speaker; id: string }) {
  const { board } = useDesk();
  const allowed = board.session.value?.allowed_attributions ?? [];
  const { attribution, onBehalf } = speaker.said;
  const choose = (code: string): void => {
    keep(choiceKey(speaker.phase, board), code);
    choices.value += 1;
  };
  return (
    <div class="composer__signing">
      {allowed.length > 1 && !onBehalf && (
        <Field label={gettext("How your note is shown")} name="attribution" hint={id}>
          {(control) => (
            <select
              {...control}
              value={attribution}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              {allowed.map((code) => (
                <option key={code} value={code} selected={code === attribution}>
                  {choiceWords(code)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <p class="composer__promise" id={id}>
        {promise(board, speaker)}
      </p>
    </div>
  );
}

interface ForOthersProps {
  readonly speaker: Speaker;
  readonly trouble: Trouble | null;
}

/** For whom else one speaks; closed until somebody needs it. */
export function ForOthers({ speaker, trouble }: ForOthersProps) {
  const { board } = useDesk();
  const { said, peopleText } = speaker;
  return (
    <details class="composer__more" open={peopleText !== "" || said.onBehalf !== ""}>
      <summary>{gettext("I write for others")}</summary>
      <div class="composer__others">
        <NumberField
          name="for_people"
          label={gettext("For how many people do you speak?")}
          isOptional
          draft={[peopleText, speaker.setPeople]}
          min={1}
          max={MOST_PEOPLE}
          trouble={trouble}
        />
        <Options
          name="on_behalf"
          label={gettext("Whose words are these?")}
          none={gettext("my own")}
          options={onBehalfChoices()}
          draft={[said.onBehalf, speaker.setOnBehalf]}
        />
        {said.onBehalf && <Agreed speaker={speaker} trouble={trouble} />}
        {board.place.forOthersUrl && (
          <p>
            <a href={board.place.forOthersUrl}>
              {gettext("Write down several, one after the other")}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

function Agreed({ speaker, trouble }: ForOthersProps) {
  return (
    <Field label={gettext("They agreed that I write this down")} name="agreed" trouble={trouble}>
      {(control) => (
        <input
          {...control}
          type="checkbox"
          checked={speaker.said.agreed}
          onChange={(event) => speaker.setAgreed(event.currentTarget.checked)}
        />
      )}
    </Field>
  );
}
