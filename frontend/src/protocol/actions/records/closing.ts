/** The shape of the closing check: what is missing before a session can be finished. Made by `manage.py export_types`; do not edit. */

/** All that is missing, what blocks first; and the day by which contributors usually hear. */
export interface ClosingCheck {
  items: ClosingItem[];
  usual_promise: string;
}

/**
 * One thing that is missing, as a sentence, and the record that one mends it at.
 *
 * `about` is the type of that record. What only warns does not keep the session from being finished.
 */
export interface ClosingItem {
  kind: string;
  is_blocking: boolean;
  sentence: string;
  about: string;
  id: string;
}
