/** Putting a text where one can paste it. */

import { gettext } from "../../i18n";
import { announce } from "../../live/announcer";

/** Copies a text, and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(gettext("Copied."));
  } catch {
    announce(gettext("Copying did not work. Select the text and copy it yourself."));
  }
}
