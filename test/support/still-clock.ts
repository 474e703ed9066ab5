// Timers that stand still: what would wait for one never ends, however fast or busy the machine is.
import { mock } from "node:test";
import type { Test } from "tap";

/** Stops `setTimeout` until the test's end, or until the function that it gives is called. */
export function stillClock(t: Pick<Test, "teardown">): () => void {
  mock.timers.enable({ apis: ["setTimeout"] });
  const restart = (): void => mock.timers.reset();
  t.teardown(restart);
  return restart;
}
