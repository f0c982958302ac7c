/** What the API of insights that come back reads. Made by `manage.py export_types`; do not edit. */

/** Whether the later insight says the earlier one again. */
export interface ComparisonInput {
  is_same: boolean;
}
