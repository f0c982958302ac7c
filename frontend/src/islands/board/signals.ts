/** What one says with a press, which nobody else is told: ready with a phase, reactions to topics. */

import { signal, type Signal } from "@preact/signals";
import type { Signals } from "../../protocol";

/** One's own signals in a session. */
export class OwnSignals {
  private readonly said: Signal<Signals> = signal({ ready_in: [], reactions: {} });

  /** Takes over what the server remembers. */
  take(said: Signals): void {
    this.said.value = said;
  }

  /** Whether one is ready with a phase. */
  isReadyWith(phaseId: string): boolean {
    return this.said.value.ready_in.includes(phaseId);
  }

  /** How one reacted to a topic. */
  reactionsTo(topicId: string): readonly string[] {
    return this.said.value.reactions[topicId] ?? [];
  }

  /** Remembers that one is ready with a phase, or not. */
  noteReady(phaseId: string, isReady: boolean): void {
    const others = this.said.value.ready_in.filter((id) => id !== phaseId);
    const ready = isReady ? [...others, phaseId] : others;
    this.said.value = { ...this.said.value, ready_in: ready };
  }

  /** Remembers one's own reaction to a topic. */
  noteReaction(topicId: string, kind: string, isOn: boolean): void {
    const { reactions } = this.said.value;
    const others = (reactions[topicId] ?? []).filter((one) => one !== kind);
    const mine = isOn ? [...others, kind] : others;
    this.said.value = { ...this.said.value, reactions: { ...reactions, [topicId]: mine } };
  }
}
