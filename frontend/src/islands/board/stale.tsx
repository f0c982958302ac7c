/** When somebody else was first: what is there now, and the choice to keep one's own. */

import { gettext } from "../../i18n";
import { Refusal } from "../../sync/api";
import type { Trouble } from "./forms";

/** What the server has now, if a form was refused because somebody else changed it first. */
export function detailsIn<Current>(trouble: Trouble | null): Current | null {
  if (!(trouble?.error instanceof Refusal)) return null;
  return (trouble.error.problem as { current?: Current }).current ?? null;
}

interface Newer {
  readonly version: number;
  readonly statement?: string;
  readonly text?: string;
}

interface NewerTextProps {
  readonly trouble: Trouble | null;
  readonly onKeepMine: (version: number) => void;
}

/** Shows the text of whoever was first. */
export function NewerText({ trouble, onKeepMine }: NewerTextProps) {
  const newer = detailsIn<Newer>(trouble);
  if (!newer) return null;
  return (
    <blockquote class="note-quote">
      <p dir="auto">{newer.statement ?? newer.text}</p>
      <footer>
        <button class="link" type="button" onClick={() => onKeepMine(newer.version)}>
          {gettext("Keep my text instead")}
        </button>
      </footer>
    </blockquote>
  );
}
