// The transport-independent mock: routes and validates requests, selects the response and validates it.
import { type GivenResponse, ResponseBreaksDocument } from "../runtime/boundary/check-response.ts";
import { andThen, attempt, isPromise, type MaybePromise } from "../runtime/boundary/maybe-promise.ts";
import { fieldText } from "../runtime/boundary/message-head.ts";
import { HttpError, httpErrorOf } from "../runtime/boundary/problem.ts";
import type { ReceivedRequest } from "../runtime/boundary/request-receiver.ts";
import type { Guard } from "../runtime/boundary/security.ts";
import type { FaultRule, Faults } from "../runtime/control/faults.ts";
import { type Preference, preferenceApplied, readPreference } from "../runtime/control/prefer.ts";
import { RequestAborted } from "../runtime/fastify/steps.ts";
import { askedResponse, failedResponse } from "./responses/requested-responses.ts";
import { errorResponse, problem } from "./responses/error-responses.ts";
import type { StatedResponses } from "./responses/stated-responses.ts";
import { pause } from "./pause.ts";
import { respondFromDocument } from "./responses/respond-from-document.ts";
import { checked, checkedOrError, type MockGiven, type MockResponse, unchecked } from "./checked-response.ts";
import { ConnectionReset } from "./connection-reset.ts";
import type { Credential } from "./mock-api.d.ts";
import type { MockContract, MockOperation } from "./mock-contract.ts";
import { MockReceiver, type Received, type SentRequest, withTenant } from "./mock-receiver.ts";
import type { MockFound, MockRouter, MockTarget } from "./mock-router.ts";

/** One exchange, for observers. */
export interface MockExchange {
  readonly target: MockTarget | undefined;
  readonly tenant: string | undefined;
  readonly sent: SentRequest;
  readonly received: Received | undefined;
  /** Why the request was rejected. */
  readonly error: HttpError | undefined;
  readonly response: MockResponse;
  /** Why a response was withheld: it would have violated the document. */
  readonly withheld: string | undefined;
  /** Start time, milliseconds since 1970. */
  readonly began: number;
}

/** A document with its responders. */
export interface MockedContract {
  readonly contract: MockContract;
  readonly answers: StatedResponses;
  readonly guard: Guard;
  readonly credentials: readonly Credential[];
}

/** Responds to a valid request; undefined if the responder does not apply to the operation. */
export type Responding = (
  mocked: MockedContract,
  operation: MockOperation,
  received: Received,
  about: { readonly root: string; readonly sent: SentRequest },
) => MaybePromise<MockGiven | undefined>;

/** Dependencies of `Mock`. */
export interface MockParts {
  readonly contracts: readonly MockedContract[];
  readonly router: MockRouter;
  readonly faults: Faults;
  /** Called in order, before the document's examples and schemas are used. */
  readonly answering: readonly Responding[];
  readonly onExchange: (exchange: MockExchange) => void;
  /** Returns the milliseconds before a response; called for each. */
  readonly delay: () => number;
}

const longestWait = 60;

/** Facts of an exchange, collected while it lasts. */
interface Progress {
  readonly sent: SentRequest;
  readonly target: MockTarget;
  /** The URL up to the document's own paths. */
  readonly root: string;
  readonly began: number;
  received: Received | undefined;
  error: HttpError | undefined;
  withheld: string | undefined;
  applied: Preference | undefined;
}

/** All members from the start: engines are slower with objects that grow. */
function progressOf(sent: SentRequest, target: MockTarget, root: string, began: number): Progress {
  return {
    sent,
    target,
    root,
    began,
    received: undefined,
    error: undefined,
    withheld: undefined,
    applied: undefined,
  };
}

interface Served extends MockedContract {
  readonly receiver: MockReceiver;
}

/** A mock without a listener: converts a request to a response. */
export class Mock {
  readonly #parts: MockParts;
  readonly #byContract: ReadonlyMap<MockContract, Served>;

  constructor(parts: MockParts) {
    this.#parts = parts;
    this.#byContract = new Map(
      parts.contracts.map((mocked) => [
        mocked.contract,
        { ...mocked, receiver: new MockReceiver(mocked.guard, mocked.contract.root) },
      ]),
    );
  }

  /**
   * Responds, synchronously if nothing has to be awaited. Throws or rejects with a ConnectionReset, or with a
   * RequestAborted if the client disconnects.
   *
   * @param origin  the mock's own origin, for URLs in responses
   */
  respond(sent: SentRequest, origin: string): MaybePromise<MockResponse> {
    const began = Date.now();
    const found = this.#parts.router.find(sent.method, pathOf(sent.head.target));
    const exchange = (): MaybePromise<MockResponse> =>
      found?.target === undefined
        ? this.#unrouted(sent, found, began)
        : this.#exchange(progressOf(sent, found.target, origin + found.basePath, began), found.rawPath);
    const delay = this.#parts.delay();
    return delay > 0 ? pause(delay).then(exchange) : exchange();
  }

  #exchange(progress: Progress, rawPath: MockFound["rawPath"]): MaybePromise<MockResponse> {
    const { sent, target } = progress;
    const served = this.#byContract.get(target.contract)!;
    const failed = (error: unknown): MockResponse => this.#concluded(progress, this.#failed(progress, error));
    try {
      const received = served.receiver.receive(target.operation, sent, rawPath);
      return isPromise(received)
        ? received.then((one) => this.#ended(served, one, progress), failed)
        : this.#ended(served, received, progress);
    } catch (error) {
      return failed(error);
    }
  }

  /** One function for both kinds of requests: each further promise would cost more than its callback. */
  #ended(served: Served, received: ReceivedRequest, progress: Progress): MaybePromise<MockResponse> {
    const failed = (error: unknown): MockResponse => this.#failed(progress, error);
    const response = attempt(() => this.#received(served, withTenant(received), progress), failed);
    return andThen(response, (given) => this.#concluded(progress, given));
  }

  #received(served: Served, received: Received, progress: Progress): MaybePromise<MockResponse> {
    const { sent, target } = progress;
    progress.received = received;
    const { tenant } = received;
    const { operationId } = target.operation;
    const fault = tenant === undefined ? undefined : this.#parts.faults.hit(tenant, operationId);
    if (fault !== undefined || sent.head.headers["prefer"] !== undefined)
      return this.#asked(served, received, { progress, fault });
    if (received.error !== undefined) throw received.error;
    return this.#answer(served, received, progress);
  }

  /** Returns the response that a fault or `Prefer` requests. */
  async #asked(
    served: Served,
    received: Received,
    { progress, fault }: { readonly progress: Progress; readonly fault: FaultRule | undefined },
  ): Promise<MockResponse> {
    const { sent, target } = progress;
    const { operation } = target;
    if (fault?.at === "request") {
      const failed = await failedResponse(served, operation, fault, sent);
      if (failed !== undefined) return checked(operation, failed);
    }
    if (received.error !== undefined) throw received.error;
    const wish = await preferred(progress);
    if (wish?.code !== undefined || wish?.example !== undefined) {
      const asked = askedResponse(served, operation, wish, sent);
      progress.applied = wish;
      return checked(operation, asked);
    }
    const given = await this.#answer(served, received, progress);
    const failed =
      fault?.at === "response" ? await failedResponse(served, operation, fault, sent) : undefined;
    return failed === undefined ? given : checked(operation, failed);
  }

  /** @param at  index of the next responder */
  #answer(served: Served, received: Received, progress: Progress, at = 0): MaybePromise<MockResponse> {
    const { operation } = progress.target;
    const answering = this.#parts.answering[at];
    if (answering === undefined)
      return checked(operation, respondFromDocument(served, operation, progress.sent, received.body));
    const next = (given: MockGiven | undefined): MaybePromise<MockResponse> => {
      if (given === undefined) return this.#answer(served, received, progress, at + 1);
      try {
        return checked(operation, given);
      } catch (error) {
        if (!(error instanceof ResponseBreaksDocument)) throw error;
        progress.withheld = error.message;
        return this.#answer(served, received, progress, at + 1);
      }
    };
    const given = answering(served, operation, received, progress);
    return isPromise(given) ? given.then(next) : next(given);
  }

  #failed(progress: Progress, error: unknown): MockResponse {
    if (error instanceof ConnectionReset || error instanceof RequestAborted) throw error;
    const { target, sent } = progress;
    progress.error = httpErrorOf(error);
    if (progress.error.statusCode >= 500)
      progress.withheld ??= error instanceof Error ? (error.stack ?? error.message) : String(error);
    return checkedOrError(target.operation, this.#errorOf(target, progress.error, sent), (reason) => {
      progress.withheld = reason;
    });
  }

  #concluded(progress: Progress, given: MockResponse): MockResponse {
    const { target, sent, began, received, error, withheld, applied } = progress;
    const response =
      applied === undefined ? given : withField(given, "Preference-Applied", preferenceApplied(applied));
    const tenant = received?.tenant;
    this.#parts.onExchange({ target, tenant, received, error, sent, response, withheld, began });
    return response;
  }

  #errorOf(target: MockTarget, error: HttpError, { head }: SentRequest): GivenResponse {
    const accept = fieldText(head.headers, "accept");
    return errorResponse(this.#byContract.get(target.contract)!, target.operation, error, accept);
  }

  #unrouted(sent: SentRequest, found: MockFound | undefined, began: number): MockResponse {
    const allowed = found?.allowed.join(", ") ?? "";
    const error =
      found === undefined
        ? new HttpError(404, "The document does not declare this path.")
        : new HttpError(405, `This resource supports ${allowed}.`, { headers: { Allow: allowed } });
    const [target] = found?.beside ?? [];
    const response =
      target === undefined
        ? unchecked(problem(error))
        : checkedOrError(target.operation, this.#errorOf(target, error, sent), () => undefined);
    const nobody = { target: undefined, tenant: undefined, received: undefined, withheld: undefined };
    this.#parts.onExchange({ ...nobody, error, sent, response, began });
    return response;
  }
}

/** Parses `Prefer`, and waits as long as it requests. */
async function preferred(progress: Progress): Promise<Preference | undefined> {
  const field = fieldText(progress.sent.head.headers, "prefer");
  if (field === undefined) return undefined;
  const wish = readPreference(field, longestWait);
  if (Object.keys(wish).length === 0) return undefined;
  const { wait } = wish;
  if (wait === undefined) return wish;
  progress.applied = { wait };
  await pause(wait * 1000);
  return wish;
}

function withField(response: MockResponse, name: string, value: string): MockResponse {
  return { ...response, headers: { ...response.headers, [name]: value } };
}

function pathOf(target: string): string {
  const end = target.search(/[?#]/);
  return end < 0 ? target : target.slice(0, end);
}
