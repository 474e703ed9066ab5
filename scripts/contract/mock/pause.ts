// Waits that a tester requests: a delay, a fault, `Prefer: wait`.
import { setTimeout as sleep } from "node:timers/promises";

/** Waits, but keeps no process alive: a mock that is closed ends at once. */
export function pause(milliseconds: number): Promise<void> {
  return sleep(milliseconds, undefined, { ref: false });
}
