/** The shape in which an example leaves the server: whose it is, is known to nobody but its own people. Made by `manage.py export_types`; do not edit. */

/** What somebody did and what came of it; `action_id` only for those who are in its partnership. */
export interface ExampleRecord {
  id: string;
  what: string;
  came_of_it: string;
  lesson: string;
  effect: string;
  level: string;
  strength: string;
  loop: string;
  components: string[];
  language: string;
  shared_in: string;
  action_id: string | null;
}
