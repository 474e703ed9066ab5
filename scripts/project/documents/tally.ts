// What is counted while a mock is tried: how often each step went well, and what was wrong with responses.
import type { Outcome } from "./called-client.ts";

export type Step = "create" | "fetch" | "list" | "delete";

export interface Tallied {
  /** Of the kinds of things that calls create: how often each step went well, of how many. */
  readonly steps: Readonly<Record<Step, { done: number; of: number }>>;
  readonly responses: number;
  /** Responses that break the document, and those the other validator could not look at. */
  readonly invalid: readonly string[];
  readonly unchecked: readonly string[];
  /** What differs from what the document lets expect. */
  readonly surprises: readonly string[];
}

export class Tally {
  readonly invalid = new Set<string>();
  readonly unchecked = new Set<string>();
  readonly surprises = new Set<string>();
  readonly steps: Record<Step, { done: number; of: number }> = {
    create: { done: 0, of: 0 },
    fetch: { done: 0, of: 0 },
    list: { done: 0, of: 0 },
    delete: { done: 0, of: 0 },
  };
  #responses = 0;

  /**
   * @param judged.problem  of the independent validator with the response
   * @param judged.mayFail  whether the document declares nothing but failures
   */
  count(
    operationId: string,
    { response, error }: Outcome,
    { problem, mayFail }: { readonly problem: string | undefined; readonly mayFail: boolean },
  ): void {
    if (response === undefined) return;
    this.#responses += 1;
    if (problem?.startsWith("not checked") === true) this.unchecked.add(`${operationId}: ${problem}`);
    else if (problem !== undefined) this.invalid.add(`${operationId}: ${problem}`);
    const { status, body } = response;
    if ((status >= 500 && !mayFail) || [400, 401, 415, 422].includes(status))
      this.surprises.add(`${operationId}: ${status} ${body.slice(0, 300)}`);
    else if (status < 300 && error !== undefined)
      this.surprises.add(`${operationId}: ${status}, and the client says ${error}`);
  }

  result(): Tallied {
    return {
      steps: this.steps,
      responses: this.#responses,
      invalid: [...this.invalid],
      unchecked: [...this.unchecked],
      surprises: [...this.surprises],
    };
  }
}
