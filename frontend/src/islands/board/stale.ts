/** What a refusal tells besides its sentence when somebody else was first. */

import { Refusal } from "../../sync/api";
import type { Trouble } from "./forms";

/** What the server has now, if a form was refused because somebody else changed it first. */
export function detailsIn<Current>(trouble: Trouble | null): Current | null {
  if (!(trouble?.error instanceof Refusal)) return null;
  return (trouble.error.problem as { current?: Current }).current ?? null;
}
