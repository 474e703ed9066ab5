// One round of one scenario: the responses, and the cost for the server's process.
import type { LoadResult } from "./load.ts";
import { processorTime } from "./server-process.ts";

/** Result of one round. */
export interface Sample {
  readonly perSecond: number;
  /**
   * Responses per second of the server's own processor time, which other load on the machine hardly affects.
   */
  readonly perProcessorSecond: number;
  /** Fraction of the round in which the process was ready to run and other processes ran on its core. */
  readonly waiting: number;
  readonly responses: number;
  /** 99th percentile of the response times, in milliseconds. */
  readonly p99: number;
}

/**
 * Measures one process under load.
 *
 * @param load resolves with the result of the loading process: a LoadResult, or its error
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
    perSecond: result.responses / result.seconds,
    perProcessorSecond: result.responses / (used - before.used),
    waiting: (waited - before.waited) / result.seconds,
    responses: result.responses,
    p99: result.p99,
  };
}
