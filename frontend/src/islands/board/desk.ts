/** What every component of the board may use: the board, the acts, and the one open dialog. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { signal, type Signal } from "@preact/signals";
import type {
  ActionRecord,
  DecisionRecord,
  GroupRecord,
  InsightRecord,
  RegionItemRecord,
} from "../../protocol";
import { Acts } from "./acts";
import type { Board } from "./board";
import type { Remarked } from "./dissent";
import type { Origin } from "./origin";
import { OutcomeActs } from "./outcomeActs";
import { Running } from "./running";
import { Talking, type Withheld } from "./talking";
import type { TopicRef } from "./topics";

/** Which dialog is open; `id` is the id of the thing that is being made. */
export type Asked =
  | { readonly kind: "move"; readonly noteIds: readonly string[] }
  | ({ readonly kind: "insight"; readonly id: string } & Origin)
  | { readonly kind: "disposition"; readonly insight: InsightRecord }
  | ({ readonly kind: "action"; readonly id: string } & Origin)
  | ({
      readonly kind: "decision";
      readonly id: string;
      /** What is still to be decided, when it is decided now. */
      readonly decision?: DecisionRecord;
    } & Origin)
  | {
      readonly kind: "dissent";
      readonly id: string;
      readonly of: Remarked;
      readonly sentence: string;
    }
  | { readonly kind: "decline"; readonly action: ActionRecord }
  | { readonly kind: "offer"; readonly action: ActionRecord }
  | { readonly kind: "merge"; readonly group: GroupRecord }
  | { readonly kind: "split"; readonly group: GroupRecord }
  | { readonly kind: "rules" }
  | { readonly kind: "room" }
  | { readonly kind: "sendUp"; readonly id: string; readonly insight: InsightRecord }
  | { readonly kind: "reply"; readonly item: RegionItemRecord }
  | { readonly kind: "phases" }
  | { readonly kind: "tables" }
  | { readonly kind: "minuteTakers" }
  | { readonly kind: "topic"; readonly topic: TopicRef }
  | { readonly kind: "park"; readonly topic: TopicRef }
  | { readonly kind: "withhold"; readonly what: Withheld }
  | { readonly kind: "reveal" }
  | { readonly kind: "feedback"; readonly insight?: InsightRecord }
  | { readonly kind: "withdraw"; readonly insight: InsightRecord }
  | { readonly kind: "finish" };

export interface Desk {
  readonly board: Board;
  readonly acts: Acts;
  readonly outcomes: OutcomeActs;
  readonly running: Running;
  readonly talking: Talking;
  readonly dialog: Signal<Asked | null>;
  /** Whether suggested groups are shown. */
  readonly isSuggesting: Signal<boolean>;
}

/** Lays out what belongs to one board. */
export function deskFor(board: Board): Desk {
  const acts = new Acts(board);
  return {
    board,
    acts,
    outcomes: new OutcomeActs(board, acts),
    running: new Running(board, acts),
    talking: new Talking(board, acts),
    dialog: signal<Asked | null>(null),
    isSuggesting: signal(false),
  };
}

export const DeskContext = createContext<Desk | null>(null);

/** Returns what the board's components share. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("This component stands outside a board.");
  return desk;
}
