/** What the API of examples reads. Made by `manage.py export_types`; do not edit. */

/** What was done and what came of it, in plain words without names. */
export interface ExampleInput {
  what: string;
  came_of_it: string;
  lesson?: string;
}
