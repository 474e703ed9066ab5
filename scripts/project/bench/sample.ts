// One round of one scenario: what was answered, and what the process that answered took for it.
import type { LoadResult } from "./load.ts";
import { processorTime } from "./server-process.ts";

/** What one round gave. */
export interface Sample {
  readonly perSecond: number;
  /** Answers for a second of the process's own time: what others do on the machine hardly changes it. */
  readonly perProcessorSecond: number;
  /** The share of the round in which the process was ready to run and others ran on its core. */
  readonly waiting: number;
  readonly answers: number;
  /** Milliseconds. */
  readonly p99: number;
}

/**
 * Measures one process while it is loaded.
 *
 * @param load resolves with what the loading process says: a LoadResult, or what went wrong
 */
export async function takeSample(
  { name, pid }: { readonly name: string; readonly pid: number },
  load: () => Promise<unknown>,
): Promise<Sample> {
  const before = processorTime(pid);
  const result = (await load()) as LoadResult | { readonly error: string };
  if ("error" in result) throw new Error(`${name}: ${result.error}`);
  const { used, waited } = processorTime(pid);
  return {
    perSecond: result.answers / result.seconds,
    perProcessorSecond: result.answers / (used - before.used),
    waiting: (waited - before.waited) / result.seconds,
    answers: result.answers,
    p99: result.p99,
  };
}
