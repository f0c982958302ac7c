/** The shape in which a view of the log leaves the server. Made by `manage.py export_types`; do not edit. */

/** Conditions on the log under a name; `wanted` holds those that narrow, as the log takes them. */
export interface SavedViewRecord {
  id: string;
  name: string;
  wanted: Record<string, string>;
  layout: string;
  is_shared: boolean;
  by_id: string;
}
