/** Whether the wording of an action says what one needs to do it: hints, never a gate. Made by `manage.py export_types`; do not edit. */

/** One of the six things that a good action says. */
export interface Element {
  code: string;
  label: string;
  is_there: boolean;
}

/** Something that could be said better, beside the `field` where one can mend it. */
export interface Hint {
  code: string;
  sentence: string;
  field: string;
}
