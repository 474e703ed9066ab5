// Reads and validates the requests of one operation, from head and body to the values that its handler
// receives. Everything that is equal for all of its requests is computed once.
import type { RequestValidators } from "../validator-types.ts";
import type { ParameterProblem } from "../wire-parameter.ts";
import type { ParameterReader } from "../wire-reader.ts";
import { own } from "../wire-value.ts";
import { type BodyRules, expectedType } from "./expected-type.ts";
import { attempt, isPromise, type MaybePromise } from "./maybe-promise.ts";
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
import type { JsonLimits } from "../json/scan-json.ts";
import { Admission, type Callers, type Guard, queryKeys, type Security } from "./security.ts";

/** The requests that an operation declares, with what reads and validates them. */
export interface RequestRules {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly body: BodyRules | undefined;
  readonly security: Security;
  readonly reader: ParameterReader;
  readonly validators: RequestValidators;
  readonly forms: Forms;
}

/** An incoming request. `Request` is the type that authentication functions receive. */
export interface SentRequest<Request> {
  readonly head: MessageHead;
  /** The path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  readonly request: Request;
  /** Receives the body. Not called for a request that is rejected before (RFC 9110, section 10.1.1). */
  bytes(): MaybePromise<Uint8Array>;
}

/** A request as its handler receives it; for a rejected one, what could be read before. */
export interface ReceivedRequest extends ReadParameters {
  readonly callers: Callers;
  readonly body: unknown;
  /**
   * Why the request is rejected: a 401, 403, 415, or a 400 with all problems; undefined if it is accepted.
   */
  readonly error: HttpError | undefined;
}

/** Settings for receiving requests that all operations share. */
export interface Receiving<Request> {
  readonly guard: Guard<Request>;
  readonly limits: JsonLimits;
  /** Decodes UTF-8. Default: `TextDecoder`. */
  readonly decode?: ((bytes: Uint8Array) => string | undefined) | undefined;
}

/**
 * Reads and validates the requests of an operation. Call `receive` for a whole request, or the single steps
 * to run hooks in between.
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
    const declared = rules.parameters.flatMap(({ name, in: place }) => (place === "query" ? [name] : []));
    this.#parameterRules = {
      reader: rules.reader,
      headerNames: headerNamesOf(rules.parameters),
      // Many documents declare their key as a parameter, too: then it is both.
      keys: queryKeys(rules.security, receiving.guard).filter((name) => !declared.includes(name)),
    };
  }

  /**
   * Authenticates first, then checks the media type, then collects all problems of parameters and body.
   * Returns a value, unless something has to be awaited. Throws, or rejects with, errors that the client did
   * not cause, such as those of an authentication function.
   */
  receive(sent: SentRequest<Request>): MaybePromise<ReceivedRequest> {
    const { head, rawPath, request } = sent;
    const unreadable: ParameterProblem[] = [];
    const parameters = this.read(head, rawPath, unreadable);
    const { operationId } = this.#rules;
    try {
      const callers = this.admission.callers({ head, request, operationId });
      // Each further promise would cost a request more than its parameters do.
      return isPromise(callers)
        ? callers
            .then((one) => this.#admitted(sent, parameters, one, unreadable))
            .then(undefined, (error: unknown) => rejected(parameters, error))
        : this.#admitted(sent, parameters, callers, unreadable);
    } catch (error) {
      return rejected(parameters, error);
    }
  }

  #admitted(
    sent: SentRequest<Request>,
    parameters: ReadParameters,
    callers: Callers,
    unreadable: readonly ParameterProblem[],
  ): MaybePromise<ReceivedRequest> {
    const { head } = sent;
    const declared = expectedType(head.headers, this.#rules.body);
    const finished = (body: ReadBody | undefined, inBody: readonly RequestProblem[]): ReceivedRequest => {
      const problems: RequestProblem[] = [...unreadable, ...inBody];
      this.check(parameters, declared, body, problems);
      const { path, query, headers, cookies } = parameters;
      const error = problems.length === 0 ? undefined : invalidRequest(problems);
      return { path, query, headers, cookies, callers, body: body?.body, error };
    };
    if (declared === undefined) return finished(undefined, []);
    const received = (bytes: Uint8Array): MaybePromise<ReceivedRequest> => {
      if (bytes.length === 0) return finished(undefined, []);
      const inBody: RequestProblem[] = [];
      const body = this.readBody(bytes, head, declared, inBody);
      if (!isPromise(body)) return finished(body, inBody);
      return body
        .then((one) => finished(one, inBody))
        .then(undefined, (error: unknown) => rejected(parameters, error));
    };
    const bytes = sent.bytes();
    return isPromise(bytes)
      ? bytes.then(
          (all) =>
            attempt(
              () => received(all),
              (error) => rejected(parameters, error),
            ),
          (error: unknown) => rejected(parameters, error),
        )
      : received(bytes);
  }

  /** Reads the head of a request; parsing problems are added to the list. */
  read(
    head: MessageHead,
    rawPath: Readonly<Record<string, string>>,
    problems: ParameterProblem[],
  ): ReadParameters {
    return readParameters(this.#parameterRules, head, rawPath, problems);
  }

  /** Reads a body of the media type `declared`; parsing problems are added to the list. */
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

  /** Adds the errors that the validators find. `body` is undefined if none was sent. */
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

/** Returns what could be read of a rejected request; rethrows errors that the client did not cause. */
function rejected(parameters: ReadParameters, error: unknown): ReceivedRequest {
  const status = statusOf(error);
  if (status === undefined || status >= 500) throw error;
  return { ...parameters, callers: {}, body: undefined, error: httpErrorOf(error) };
}
