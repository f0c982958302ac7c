/** The shape in which it leaves the server that notes without a name wait to be shown. Made by `manage.py export_types`; do not edit. */

/**
 * That there are notes without a name, `at_least` so many; `id` is the id of the session.
 *
 * Counted in steps, so that nobody can watch the number while she sees who types.
 */
export interface EnvelopeRecord {
  id: string;
  at_least: number;
}
