/** Chooses between the board and an outline of the same things. */

import { gettext } from "../../i18n";

interface Props {
  readonly view: string;
  readonly onChoose: (view: string) => void;
}

/** Two ways to look at the same live session. */
export function ViewSwitch({ view, onChoose }: Props) {
  const views = [
    ["board", gettext("Board")],
    ["outline", gettext("Outline")],
  ] as const;
  return (
    <fieldset class="view-switch">
      <legend class="ds-sr-only">{gettext("Show as")}</legend>
      {views.map(([code, words]) => (
        <label key={code}>
          <input type="radio" name="view" checked={view === code} onChange={() => onChoose(code)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
