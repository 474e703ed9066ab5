// Publishes the progress of a command on a diagnostics channel; a terminal shows it once the work takes long.
import { channel } from "node:diagnostics_channel";

/** The current phase of a command, with its progress where that can be counted. */
interface Phase {
  /** Such as `compare operations`; empty for a phase that is not shown. */
  readonly name: string;
  readonly done?: number;
  readonly all?: number;
}

/** A Node diagnostics channel, because it works without subscribers. */
const phases = channel("contract:phase");

/**
 * Publishes the current phase. Cheap without subscribers, so it may be called for each of many thousand
 * parts.
 */
export function announcePhase(name: string, done?: number, all?: number): void {
  if (!phases.hasSubscribers) return;
  const phase: Phase = done === undefined || all === undefined ? { name } : { name, done, all };
  phases.publish(phase);
}
