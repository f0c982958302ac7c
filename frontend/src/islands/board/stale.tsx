/** When somebody else was first: what is there now, and the choice to keep one's own. */

import { gettext } from "../../i18n";
import { Refusal } from "../../sync/api";
import type { Trouble } from "./forms";

/** What the server has now, if a form was refused because somebody else changed it first. */
export function newerIn<Current>(trouble: Trouble | null): Current | null {
  if (!(trouble?.error instanceof Refusal)) return null;
  return (trouble.error.problem as { current?: Current }).current ?? null;
}

interface Newer {
  readonly version: number;
  readonly statement?: string;
  readonly text?: string;
  readonly reply?: string;
}

interface NewerTextProps {
  readonly trouble: Trouble | null;
  readonly onKeepMine: (version: number) => void;
  /** Goes on with the newer text, where one may want that. */
  readonly onTake?: (text: string, version: number) => void;
}

/** Shows the text of whoever was first. */
export function NewerText({ trouble, onKeepMine, onTake }: NewerTextProps) {
  const newer = newerIn<Newer>(trouble);
  if (!newer) return null;
  const { version } = newer;
  const text = newer.statement ?? newer.text ?? newer.reply ?? "";
  return (
    <blockquote class="note-quote">
      <p dir="auto" class="keep-lines">
        {text}
      </p>
      <footer>
        <button class="link" type="button" onClick={() => onKeepMine(version)}>
          {gettext("Keep my text instead")}
        </button>
        {onTake && (
          <button class="link" type="button" onClick={() => onTake(text, version)}>
            {gettext("Go on with this text")}
          </button>
        )}
      </footer>
    </blockquote>
  );
}
