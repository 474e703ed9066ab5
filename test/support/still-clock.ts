// Disables timers: waiting for one never ends, however fast or busy the machine is.
import { mock } from "node:test";
import type { Test } from "tap";

/** Disables `setTimeout` until the test ends, or until the returned function is called. */
export function stillClock(t: Pick<Test, "teardown">): () => void {
  mock.timers.enable({ apis: ["setTimeout"] });
  const restart = (): void => mock.timers.reset();
  t.teardown(restart);
  return restart;
}
