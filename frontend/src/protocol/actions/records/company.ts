/** The shape of what stands around an action: who helps, who was asked, what shows it, its kin. Made by `manage.py export_types`; do not edit. */

/**
 * What stands around an action.
 *
 * `lacks_mandate` says that the change is at a higher level than owner and sponsor can make it.
 * `merged_into` is the action that it became part of, `took_in` are those that became part of it;
 * `split_from` is the one that it was made a part of, `parts` are those that were made of it.
 */
export interface ActionCompany {
  helper_ids: string[];
  helper_names: string[];
  sponsor_id: string | null;
  sponsor_name: string;
  lacks_mandate: boolean;
  visibility: string;
  plain_words: string;
  plan_goals: string[];
  handover: HandoverRecord | null;
  escalation: EscalationRecord | null;
  evidence: EvidenceRecord[];
  merged_into: ActionTie | null;
  took_in: ActionTie[];
  split_from: ActionTie | null;
  parts: ActionTie[];
}

/** Another action that it belongs with. */
export interface ActionTie {
  id: string;
  number: number;
  title: string;
}

/** Somebody above is asked, or a board or a meeting; `answer` is empty while it waits. */
export interface EscalationRecord {
  id: string;
  asked_name: string;
  ask: string;
  answer_by: string;
  answer: string;
  is_waiting: boolean;
}

/** Something that shows how far it is. */
export interface EvidenceRecord {
  id: string;
  by_name: string;
  at: string;
  text: string;
  link: string;
}

/** Somebody is asked to take the action over, and why. */
export interface HandoverRecord {
  id: string;
  to_id: string;
  to_name: string;
  reason: string;
}
