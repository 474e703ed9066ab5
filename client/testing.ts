// The entry point for unit tests: a `fetch` that responds according to the contract, without a server.
import { type OperationId, operations, servers } from "../generated/operations.ts";
import { forms, parameters } from "../generated/parameters.ts";
import type { operations as Operations } from "../generated/types.ts";
import type { Formats } from "../generated/validators.js";
import { document } from "./testing/document.ts";
import type { RecordedCall, TestApiOptions } from "./testing/recorded-call.ts";
import { TestApi } from "./testing/test-api.ts";
import { validators } from "./validate/validators.ts";

export type { OperationId } from "../generated/operations.ts";
export type { RecordedCall } from "./testing/recorded-call.ts";

/** Options of a test fetch. */
export interface TestFetchOptions extends TestApiOptions {
  /** Checks for the document's custom string formats; a format without a check is not validated. */
  readonly formats?: Partial<Formats> | undefined;
}

/** Properties of a planned response. */
export interface PlannedResponse {
  /** Replaces the document's example. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before the response. */
  readonly delay?: number;
}

/** The statuses that the document declares for an operation. */
export type DeclaredStatus<Id extends OperationId> = Extract<keyof Operations[Id]["responses"], number>;

/** A `fetch` with state. */
export interface TestFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** All calls so far, oldest first. */
  readonly calls: readonly RecordedCall[];
  /** Returns the calls of one operation. */
  callsOf(operationId: OperationId): readonly RecordedCall[];
  /**
   * Plans the response to the next call of an operation, which then has no effect; several planned responses
   * are used in order.
   */
  respondOnce<Id extends OperationId>(
    operationId: Id,
    status: DeclaredStatus<Id>,
    response?: PlannedResponse,
  ): void;
  /** Makes the next call of an operation fail as if the connection broke. */
  failOnce(operationId: OperationId, error?: Error): void;
  /**
   * Adds a resource under the operation that fetches it, and returns the complete resource. Omitted
   * properties are generated, with the smallest value that the schema allows.
   */
  add(fetchedBy: OperationId, values?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** Completes all work in progress without polling. */
  finishWork(): void;
  /** Removes all state: resources, calls, planned responses. */
  reset(): void;
}

/**
 * Creates a `fetch` for the client's `fetch` option. Requests are validated against the contract and rejected
 * with its errors; created resources can be fetched, listed page by page, changed and deleted. Work that a
 * call starts is in progress when polled once, then done. Resources that no operation creates are initialised
 * from the document's examples.
 *
 * @example
 * const testFetch = createTestFetch();
 * const client = new TwilioClient({ accountId: "AC1", authToken: "secret", fetch: testFetch });
 * const accepted = await client.senderPools.create({ name: "Sales" });
 * await accepted.wait();
 * testFetch.respondOnce("createSenderPool", 503, { headers: { "Retry-After": "0" } });
 * testFetch.callsOf("createSenderPool").length; // 1
 */
export function createTestFetch(options: TestFetchOptions = {}): TestFetch {
  const { requests } = validators(options.formats);
  const api = new TestApi({ document, operations, servers, parameters, forms, requests }, options);
  const testFetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    api.fetch(new Request(input, init));
  const fail = (error: Error): never => {
    throw error;
  };
  return Object.assign(testFetch, {
    calls: api.calls,
    callsOf: (operationId: OperationId) => {
      api.known(operationId);
      return api.calls.filter((call) => call.operationId === operationId);
    },
    respondOnce: (operationId: OperationId, status: number, planned: PlannedResponse = {}) =>
      api.planStatus(operationId, status, planned),
    failOnce: (operationId: OperationId, error: Error = new TypeError("fetch failed")) =>
      api.plan(operationId, () => fail(error)),
    add: (fetchedBy: OperationId, values: Readonly<Record<string, unknown>> = {}) =>
      api.state.add(fetchedBy, values),
    finishWork: () => api.state.finishWork(),
    reset: () => api.reset(),
  });
}
