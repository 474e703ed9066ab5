// Counts the results of trying a mock: successes of each step, and violations in responses.
import type { Outcome } from "./called-client.ts";

export type Step = "create" | "fetch" | "list" | "delete";

export interface Tallied {
  /** Successes and attempts of each step, over the resource kinds that calls create. */
  readonly steps: Readonly<Record<Step, { done: number; of: number }>>;
  readonly responses: number;
  /** Responses that violate the document, and those that the third-party validator could not check. */
  readonly invalid: readonly string[];
  readonly unchecked: readonly string[];
  /** Differences from what the document leads clients to expect. */
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
   * Counts a response.
   *
   * @param judged.problem  violation that the independent validator found
   * @param judged.mayFail  whether the document declares only errors for the operation
   */
  count(
    operationId: string,
    { response, error }: Outcome,
    { problem, mayFail }: { readonly problem: string | undefined; readonly mayFail: boolean },
  ): void {
    if (response === undefined) return;
    this.#responses += 1;
    const { status, body } = response;
    // Nothing describes a success where the document declares errors only.
    if (mayFail && status < 300) return;
    if (problem?.startsWith("not checked") === true) this.unchecked.add(`${operationId}: ${problem}`);
    else if (problem !== undefined) this.invalid.add(`${operationId}: ${problem}`);
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
