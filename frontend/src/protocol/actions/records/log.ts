/** The shapes in which the log leaves the server page by page. Made by `manage.py export_types`; do not edit. */

import type { ActionRecord } from "./action";

/**
 * Some actions of the log in order of attention; `next` asks for those after them, if any.
 *
 * `count` is how many there are on all pages together.
 */
export interface LogPage {
  actions: ActionRecord[];
  next: string;
  count: number;
}
