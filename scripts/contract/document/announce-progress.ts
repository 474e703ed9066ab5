// Tells whoever listens in this process what a command is at: a terminal shows it once the work takes long.
import { channel } from "node:diagnostics_channel";

/** What a command is doing, and how far it is where that can be counted. */
interface Phase {
  /** `compare operations`; empty: nothing that would be shown. */
  readonly name: string;
  readonly done?: number;
  readonly all?: number;
}

/** A channel of Node's, so that nobody need listen. */
const phases = channel("contract:phase");

/** Cheap where nobody listens; may be called for each of many thousand parts. */
export function announcePhase(name: string, done?: number, all?: number): void {
  if (!phases.hasSubscribers) return;
  const phase: Phase = done === undefined || all === undefined ? { name } : { name, done, all };
  phases.publish(phase);
}
