// The entry for unit tests: a `fetch` that answers as the contract says, without a server.
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

/** How a test fetch behaves. */
export interface TestFetchOptions extends TestApiOptions {
  /** What the document's own string formats mean, where nothing here knows them; such a format is not checked otherwise. */
  readonly formats?: Partial<Formats> | undefined;
}

/** What is particular about a planned answer. */
export interface PlannedAnswer {
  /** In place of the document's example. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before it. */
  readonly delay?: number;
}

/** The statuses that the document declares for an operation. */
export type DeclaredStatus<Id extends OperationId> = Extract<keyof Operations[Id]["responses"], number>;

/** A `fetch` with a memory. */
export interface TestFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Every call so far, oldest first. */
  readonly calls: readonly RecordedCall[];
  /** The calls of one operation. */
  callsOf(operationId: OperationId): readonly RecordedCall[];
  /**
   * The next call of an operation gets this answer, and does nothing else; several are given in turn.
   */
  respondOnce<Id extends OperationId>(
    operationId: Id,
    status: DeclaredStatus<Id>,
    answer?: PlannedAnswer,
  ): void;
  /** The next call of an operation fails as when the connection breaks. */
  failOnce(operationId: OperationId, error?: Error): void;
  /** Adds a thing as if it had been there, under the operation that fetches it; gives all of it. What is left out is as small as the schema allows. */
  add(fetchedBy: OperationId, values?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** Ends all that is under way, though nobody has looked. */
  finishWork(): void;
  /** Forgets everything: things, calls, planned answers. */
  reset(): void;
}

/**
 * Makes a `fetch` for the client's `fetch` option. Requests are checked as the contract says and refused with its errors;
 * what was created can be fetched, listed page by page, changed and deleted. Work that a call starts is seen under way
 * once, then done. What nothing creates begins with the document's examples.
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
  const answer = (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    api.fetch(new Request(input, init));
  const fail = (error: Error): never => {
    throw error;
  };
  return Object.assign(answer, {
    calls: api.calls,
    callsOf: (operationId: OperationId) => {
      api.known(operationId);
      return api.calls.filter((call) => call.operationId === operationId);
    },
    respondOnce: (operationId: OperationId, status: number, planned: PlannedAnswer = {}) =>
      api.planStatus(operationId, status, planned),
    failOnce: (operationId: OperationId, error: Error = new TypeError("fetch failed")) =>
      api.plan(operationId, () => fail(error)),
    add: (fetchedBy: OperationId, values: Readonly<Record<string, unknown>> = {}) =>
      api.state.add(fetchedBy, values),
    finishWork: () => api.state.finishWork(),
    reset: () => api.reset(),
  });
}
