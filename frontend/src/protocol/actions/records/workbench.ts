/** The shapes in which the workbench of a trusted advisor leaves the server. Made by `manage.py export_types`; do not edit. */

import type { ActionRecord, CheckInRecord } from "./action";
import type { AskRecord } from "./advising";

/** One action of one of her partnerships, and when its owner was last asked how it goes. */
export interface FollowUpLine {
  partnership_id: string;
  action: ActionRecord;
  asked: AskRecord | null;
}

/**
 * Some actions of all partnerships that somebody advises; `next` asks for those after them.
 *
 * `count` is how many there are on all pages together, `asking` how many of them ask for attention.
 */
export interface FollowUpPage {
  lines: FollowUpLine[];
  next: string;
  count: number;
  asking: number;
}

/** An action by its title. */
export interface HinderedAction {
  id: string;
  title: string;
}

/** A partnership in which something hinders actions. */
export interface HinderedPlace {
  partnership_id: string;
  partnership_name: string;
  actions: HinderedAction[];
}

/** The same kind of hindrance in several partnerships of one advisor; `count` is of actions. */
export interface Pattern {
  barrier: string;
  count: number;
  places: HinderedPlace[];
}

/** One action of a round; `claims` is what can be reported of it now, `report` what was. */
export interface RoundLine {
  action_id: string;
  title: string;
  partnership_id: string;
  partnership_name: string;
  claims: string[];
  report: CheckInRecord | null;
  is_passed_over: boolean;
}

/** A follow-up round with its actions in order, as far as she still advises their partnerships. */
export interface RoundRecord {
  id: string;
  started_at: string;
  finished_at: string | null;
  lines: RoundLine[];
  gave: RoundYield;
}

/** What a round gave: reports by claim, hindrances by kind, and who must know. */
export interface RoundYield {
  claims: Record<string, number>;
  barriers: Record<string, number>;
  to_tell: string[];
  passed_over: number;
  left: number;
}
