/** The shape in which the wording check leaves the server. Made by `manage.py export_types`; do not edit. */

import type { Element, Hint } from "../wording/check";

/** How an action reads so far: its six elements, hints, and itself as one sentence. */
export interface WordingRecord {
  elements: Element[];
  hints: Hint[];
  sentence: string;
}
