// The requests of one operation, from their heads and bodies to the values that a handler gets: what is the same for all of them is made once.
import type { RequestValidators } from "../validator-types.ts";
import type { ParameterProblem } from "../wire-parameter.ts";
import type { ParameterReader } from "../wire-reader.ts";
import { own } from "../wire-value.ts";
import { type BodyRules, expectedType } from "./expected-type.ts";
import { andThen, attempt, type MaybePromise } from "./maybe-promise.ts";
import { fieldText, type MessageHead } from "./message-head.ts";
import { type HttpError, httpErrorOf, invalidRequest, type RequestProblem, statusOf } from "./problem.ts";
import { checkBody, missingBody, type ReadBody, readBody } from "./read-body.ts";
import type { Forms } from "./read-form.ts";
import {
  checkParameters,
  headerNamesOf,
  type ParameterRules,
  readParameters,
  type ReadParameters,
} from "./read-parameters.ts";
import type { JsonLimits } from "./scan-json.ts";
import { Admission, type Callers, type Guard, queryKeys, type Security } from "./security.ts";

/** What an operation says of its requests, and what reads and validates them. */
export interface RequestRules {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly body: BodyRules | undefined;
  readonly security: Security;
  readonly reader: ParameterReader;
  readonly validators: RequestValidators;
  readonly forms: Forms;
}

/** A request on its way in. `Request` is what the functions that judge credentials are given of it. */
export interface SentRequest<Request> {
  readonly head: MessageHead;
  /** The path's values by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  readonly request: Request;
  /** Receives the body. Not called for a request that is rejected before: see RFC 9110, section 10.1.1. */
  bytes(): MaybePromise<Uint8Array>;
}

/** A request as its operation sees it; of a rejected one, what could be read before that. */
export interface ReceivedRequest extends ReadParameters {
  readonly callers: Callers;
  readonly body: unknown;
  /** Why it is rejected: a 401, 403, 415, or a 400 with everything that is wrong; undefined when nothing is. */
  readonly error: HttpError | undefined;
}

/** How requests are judged, whatever their operation. */
export interface Receiving<Request> {
  readonly guard: Guard<Request>;
  readonly limits: JsonLimits;
  /** Bytes as a text; default: by `TextDecoder`. */
  readonly decode?: ((bytes: Uint8Array) => string | undefined) | undefined;
}

/**
 * Reads and checks requests of an operation. Whoever needs nothing in between calls `receive`; whoever has hooks calls its steps.
 */
export class RequestReceiver<Request> {
  readonly admission: Admission<Request>;
  readonly #rules: RequestRules;
  readonly #parameterRules: ParameterRules;
  readonly #receiving: Receiving<Request>;

  constructor(rules: RequestRules, receiving: Receiving<Request>) {
    this.#rules = rules;
    this.#receiving = receiving;
    this.admission = new Admission(rules.security, receiving.guard);
    this.#parameterRules = {
      reader: rules.reader,
      headerNames: headerNamesOf(rules.parameters),
      keys: queryKeys(rules.security, receiving.guard),
    };
  }

  /**
   * Credentials first, then the media type, then everything that is wrong with parameters and body. Now, unless something has to be waited
   * for. Throws, or rejects with, what is no fault of the sender's: an error of a function that judges credentials.
   */
  receive(sent: SentRequest<Request>): MaybePromise<ReceivedRequest> {
    const { head, rawPath, request } = sent;
    const unreadable: ParameterProblem[] = [];
    const parameters = this.read(head, rawPath, unreadable);
    const rejected = (error: unknown): ReceivedRequest => {
      const status = statusOf(error);
      if (status === undefined || status >= 500) throw error;
      return { ...parameters, callers: {}, body: undefined, error: httpErrorOf(error) };
    };
    const admitted = (callers: Callers): MaybePromise<ReceivedRequest> => {
      const declared = expectedType(head.headers, this.#rules.body);
      const finished = (body: ReadBody | undefined): ReceivedRequest => {
        const problems: RequestProblem[] = [...unreadable, ...unreadableBody];
        this.check(parameters, declared, body, problems);
        const { path, query, headers, cookies } = parameters;
        const error = problems.length === 0 ? undefined : invalidRequest(problems);
        return { path, query, headers, cookies, callers, body: body?.body, error };
      };
      const unreadableBody: RequestProblem[] = [];
      if (declared === undefined) return finished(undefined);
      return andThen(sent.bytes(), (bytes) =>
        bytes.length === 0
          ? finished(undefined)
          : andThen(this.readBody(bytes, head, declared, unreadableBody), finished),
      );
    };
    const { operationId } = this.#rules;
    return attempt(() => andThen(this.admission.callers({ head, request, operationId }), admitted), rejected);
  }

  /** Reads what stands in the head of a request; what cannot be read is added to the problems. */
  read(
    head: MessageHead,
    rawPath: Readonly<Record<string, string>>,
    problems: ParameterProblem[],
  ): ReadParameters {
    return readParameters(this.#parameterRules, head, rawPath, problems);
  }

  /** Reads a body that came as `declared` says; what cannot be read is added to the problems. */
  readBody(
    bytes: Uint8Array,
    { headers }: MessageHead,
    declared: string,
    problems: RequestProblem[],
  ): MaybePromise<ReadBody> {
    const { limits, decode } = this.#receiving;
    const type = fieldText(headers, "content-type") ?? "";
    return readBody({ bytes, type, declared, decode }, { forms: this.#rules.forms, limits }, problems);
  }

  /** Adds what the validators find. `body` is undefined where none has come. */
  check(
    parameters: ReadParameters,
    declared: string | undefined,
    body: Pick<ReadBody, "plain" | "isRead"> | undefined,
    problems: RequestProblem[],
  ): void {
    const { validators, body: rules } = this.#rules;
    checkParameters(validators, parameters, problems);
    if (body === undefined) {
      if (rules?.required === true) problems.push(missingBody);
    } else if (declared !== undefined) checkBody(own(validators.body ?? {}, declared), body, problems);
  }
}
