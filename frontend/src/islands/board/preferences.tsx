/** What somebody wants of her own screen: kept on the device, known to nobody else. */

import { signal, type Signal } from "@preact/signals";
import { gettext } from "../../i18n";
import { keep, kept } from "../../sync/shelf";
import { playTone } from "./tone";

/** How much a screen reader is told of what others do. */
export type Detail = "off" | "count" | "full";

const DETAIL = "tell-others";
const SOUND = "sound";

function detailOf(text: string): Detail {
  return text === "off" || text === "full" ? text : "count";
}

/** What this device was set to. */
export const preferences: { readonly detail: Signal<Detail>; readonly hasSound: Signal<boolean> } =
  {
    detail: signal(detailOf(kept(DETAIL))),
    hasSound: signal(kept(SOUND) === "yes"),
  };

function chooseDetail(detail: Detail): void {
  preferences.detail.value = detail;
  keep(DETAIL, detail);
}

function chooseSound(hasSound: boolean): void {
  preferences.hasSound.value = hasSound;
  keep(SOUND, hasSound ? "yes" : "no");
  // So that she hears what it is; and a browser lets a page sound only after a press.
  if (hasSound) playTone();
}

/** Lets somebody choose. */
export function Preferences() {
  const choices: readonly (readonly [Detail, string])[] = [
    ["off", gettext("Nothing of what others do")],
    ["count", gettext("How much is new")],
    ["full", gettext("The new texts, too")],
  ];
  return (
    <details class="popup">
      <summary>{gettext("This screen")}</summary>
      <div class="popup__panel stack-close">
        <fieldset class="choices">
          <legend>{gettext("A screen reader says")}</legend>
          {choices.map(([code, words]) => (
            <label key={code}>
              <input
                type="radio"
                class="ds-input"
                name="detail"
                checked={preferences.detail.value === code}
                onChange={() => chooseDetail(code)}
              />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
        <div class="choices">
          <label>
            <input
              type="checkbox"
              class="ds-input"
              checked={preferences.hasSound.value}
              onChange={(event) => chooseSound(event.currentTarget.checked)}
            />
            <span>{gettext("A soft tone when the time is up")}</span>
          </label>
        </div>
        <p class="muted">{gettext("Kept on this device only.")}</p>
      </div>
    </details>
  );
}
