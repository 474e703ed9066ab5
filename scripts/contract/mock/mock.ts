// The mock itself, whatever carries its requests: finds the operation, rejects what breaks the document, answers, and lets nothing out
// that the document does not allow.
import { setTimeout as sleep } from "node:timers/promises";
import {
  type GivenResponse,
  ResponseBreaksDocument,
  type WireResponse,
} from "../runtime/boundary/check-response.ts";
import { fieldText } from "../runtime/boundary/message-head.ts";
import { HttpError, httpErrorOf } from "../runtime/boundary/problem.ts";
import type { Guard } from "../runtime/boundary/security.ts";
import type { Faults } from "../runtime/control/faults.ts";
import { type Preference, preferenceApplied, readPreference } from "../runtime/control/prefer.ts";
import { askedAnswer, failedAnswer } from "./answers/asked-answers.ts";
import { errorAnswer, problem } from "./answers/error-answers.ts";
import { type StatedAnswers, successKey } from "./answers/stated-answers.ts";
import { checked, checkedOrError, unchecked } from "./checked-response.ts";
import { ConnectionReset } from "./connection-reset.ts";
import type { Credential } from "./credentials.ts";
import type { MockContract, MockOperation } from "./mock-contract.ts";
import { MockReceiver, type Received, type SentRequest } from "./mock-receiver.ts";
import type { MockFound, MockRouter, MockTarget } from "./mock-router.ts";

/** What a request came to, for those who watch. */
export interface MockExchange {
  readonly target: MockTarget | undefined;
  readonly tenant: string | undefined;
  readonly sent: SentRequest;
  readonly received: Received | undefined;
  /** Why the request was rejected. */
  readonly error: HttpError | undefined;
  readonly response: WireResponse;
  /** A response that was not sent, since it would have broken the document. */
  readonly withheld: string | undefined;
  /** Milliseconds since 1970. */
  readonly began: number;
}

/** A document with what answers for it. */
export interface MockedContract {
  readonly contract: MockContract;
  readonly answers: StatedAnswers;
  readonly guard: Guard;
  readonly credentials: readonly Credential[];
}

/** What answers a request that keeps to the document; undefined where it has nothing to say of the operation. */
export type Answering = (
  mocked: MockedContract,
  operation: MockOperation,
  received: Received,
  about: { readonly root: string; readonly sent: SentRequest },
) => GivenResponse | undefined | Promise<GivenResponse | undefined>;

export interface MockParts {
  readonly contracts: readonly MockedContract[];
  readonly router: MockRouter;
  readonly faults: Faults;
  /** Asked in turn, before the document's examples and schemas. */
  readonly answering: readonly Answering[];
  readonly onExchange: (exchange: MockExchange) => void;
  /** Milliseconds before every response. */
  readonly delay: number;
}

const longestWait = 60;

/** What becomes known of an exchange while it lasts. */
interface Progress {
  received?: Received;
  error?: HttpError;
  withheld?: string;
  applied?: Preference;
}

export class Mock {
  readonly #parts: MockParts;
  readonly #byContract: ReadonlyMap<MockContract, MockedContract & { readonly receiver: MockReceiver }>;

  constructor(parts: MockParts) {
    this.#parts = parts;
    this.#byContract = new Map(
      parts.contracts.map((mocked) => [
        mocked.contract,
        { ...mocked, receiver: new MockReceiver(mocked.guard) },
      ]),
    );
  }

  /** @param origin  where the mock is, for what is located in responses. Rejects with a ConnectionReset, or when the sender went away. */
  async respond(sent: SentRequest, origin: string): Promise<WireResponse> {
    const began = Date.now();
    const found = this.#parts.router.find(sent.method, pathOf(sent.head.target));
    if (this.#parts.delay > 0) await sleep(this.#parts.delay);
    if (found?.target === undefined) return this.#unrouted(sent, found, began);
    const { target } = found;
    const progress: Progress = {};
    let response: WireResponse;
    try {
      response = await this.#given(target, sent, { found, progress, origin });
    } catch (error) {
      if (error instanceof ConnectionReset) throw error;
      progress.error = httpErrorOf(error);
      if (progress.error.statusCode >= 500)
        progress.withheld ??= error instanceof Error ? (error.stack ?? error.message) : String(error);
      response = checkedOrError(target.operation, this.#errorOf(target, progress.error, sent), (reason) => {
        progress.withheld = reason;
      });
    }
    if (progress.applied !== undefined)
      response = withField(response, "Preference-Applied", preferenceApplied(progress.applied));
    const { received, error, withheld } = progress;
    this.#parts.onExchange({
      target,
      tenant: received?.tenant,
      received,
      error,
      sent,
      response,
      withheld,
      began,
    });
    return response;
  }

  async #given(
    target: MockTarget,
    sent: SentRequest,
    {
      found,
      progress,
      origin,
    }: { readonly found: MockFound; readonly progress: Progress; readonly origin: string },
  ): Promise<WireResponse> {
    const mocked = this.#byContract.get(target.contract)!;
    const { operation } = target;
    const received = await mocked.receiver.receive(operation, sent, found.rawPath);
    progress.received = received;
    const fault =
      received.tenant === undefined
        ? undefined
        : this.#parts.faults.hit(received.tenant, operation.operationId);
    if (fault?.at === "request") {
      const failed = await failedAnswer(mocked, operation, fault, sent);
      if (failed !== undefined) return checked(operation, failed);
    }
    if (received.error !== undefined) throw received.error;
    const wish = await this.#preferred(sent, progress);
    if (wish?.code !== undefined || wish?.example !== undefined)
      return checked(operation, askedAnswer(mocked, operation, wish, sent));
    const root = origin + found.basePath;
    const given = await this.#answer(mocked, operation, received, { root, sent }, progress);
    const failed = fault?.at === "answer" ? await failedAnswer(mocked, operation, fault, sent) : undefined;
    return failed === undefined ? given : checked(operation, failed);
  }

  async #answer(
    mocked: MockedContract,
    operation: MockOperation,
    received: Received,
    about: { readonly root: string; readonly sent: SentRequest },
    progress: Progress,
  ): Promise<WireResponse> {
    for (const answering of this.#parts.answering) {
      const given = await answering(mocked, operation, received, about);
      if (given === undefined) continue;
      try {
        return checked(operation, given);
      } catch (error) {
        if (!(error instanceof ResponseBreaksDocument)) throw error;
        progress.withheld = error.message;
      }
    }
    return checked(operation, this.#stated(mocked, operation, about.sent));
  }

  #stated({ answers }: MockedContract, operation: MockOperation, { head }: SentRequest): GivenResponse {
    const key = successKey(operation);
    if (key === undefined) return { status: 200 };
    const answer = answers.answer(operation, { key, accept: fieldText(head.headers, "accept") });
    if (answer.source === "nothing")
      throw new HttpError(
        500,
        `No response was found that the document allows for ${operation.operationId}.`,
      );
    return answers.given(operation, answer);
  }

  /** What `Prefer` asks for; it is waited for here. */
  async #preferred({ head }: SentRequest, progress: Progress): Promise<Preference | undefined> {
    const field = fieldText(head.headers, "prefer");
    if (field === undefined) return undefined;
    const wish = readPreference(field, longestWait);
    if (Object.keys(wish).length === 0) return undefined;
    progress.applied = wish;
    if (wish.wait !== undefined) await sleep(wish.wait * 1000);
    return wish;
  }

  #errorOf(target: MockTarget, error: HttpError, { head }: SentRequest): GivenResponse {
    return errorAnswer(
      this.#byContract.get(target.contract)!,
      target.operation,
      error,
      fieldText(head.headers, "accept"),
    );
  }

  #unrouted(sent: SentRequest, found: MockFound | undefined, began: number): WireResponse {
    const allowed = found?.allowed.join(", ") ?? "";
    const error =
      found === undefined
        ? new HttpError(404, "The document has no such path.")
        : new HttpError(405, `This path has ${allowed}.`, { headers: { Allow: allowed } });
    const [target] = found?.beside ?? [];
    const response =
      target === undefined
        ? unchecked(problem(error))
        : checkedOrError(target.operation, this.#errorOf(target, error, sent), () => undefined);
    this.#parts.onExchange({
      target: undefined,
      tenant: undefined,
      received: undefined,
      error,
      sent,
      response,
      withheld: undefined,
      began,
    });
    return response;
  }
}

function withField(response: WireResponse, name: string, value: string): WireResponse {
  return { ...response, headers: { ...response.headers, [name]: value } };
}

function pathOf(target: string): string {
  const end = target.search(/[?#]/);
  return end < 0 ? target : target.slice(0, end);
}
