// One request of an operation, from its head and its body to the values that a handler gets, for adapters that need no hooks in between.
import type { RequestValidators } from "../validator-types.ts";
import type { ParameterProblem } from "../wire-parameter.ts";
import type { ParameterReader } from "../wire-reader.ts";
import { own } from "../wire-value.ts";
import { type BodyRules, expectedType } from "./expected-type.ts";
import { fieldText, type MessageHead } from "./message-head.ts";
import { type HttpError, httpErrorOf, invalidRequest, type RequestProblem, statusOf } from "./problem.ts";
import { checkBody, missingBody, readBody } from "./read-body.ts";
import type { Forms } from "./read-form.ts";
import { checkParameters, headerNamesOf, readParameters, type ReadParameters } from "./read-parameters.ts";
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
  bytes(): Uint8Array | Promise<Uint8Array>;
}

/** A request as its operation sees it; of a rejected one, what could be read before that. */
export interface ReceivedRequest extends ReadParameters {
  readonly callers: Callers;
  readonly body: unknown;
  /** Why it is rejected: a 401, 403, 415, or a 400 with everything that is wrong; undefined when nothing is. */
  readonly error: HttpError | undefined;
}

/**
 * Credentials first, then the media type, then everything that is wrong with parameters and body. Rejects with what is no fault of the
 * sender's: an error of a function that judges credentials.
 */
export async function receiveRequest<Request>(
  rules: RequestRules,
  sent: SentRequest<Request>,
  { guard, limits }: { readonly guard: Guard<Request>; readonly limits: JsonLimits },
): Promise<ReceivedRequest> {
  const { head, rawPath, request } = sent;
  const { operationId, security, validators } = rules;
  const unreadable: ParameterProblem[] = [];
  const parameters = readParameters(
    { reader: rules.reader, headerNames: headerNamesOf(rules.parameters), keys: queryKeys(security, guard) },
    head,
    rawPath,
    unreadable,
  );
  const received = { ...parameters, callers: {}, body: undefined };
  try {
    const callers = await new Admission(security, guard).callers({ head, request, operationId });
    const declared = expectedType(head.headers, rules.body);
    const problems: RequestProblem[] = [...unreadable];
    checkParameters(validators, parameters, problems);
    const body =
      declared === undefined ? undefined : await bodyOf(rules, sent, { declared, limits }, problems);
    if (declared === undefined && rules.body?.required === true) problems.push(missingBody);
    const error = problems.length === 0 ? undefined : invalidRequest(problems);
    return { ...parameters, callers, body, error };
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined || status >= 500) throw error;
    return { ...received, error: httpErrorOf(error) };
  }
}

async function bodyOf(
  { validators, forms }: RequestRules,
  { head, bytes }: Pick<SentRequest<unknown>, "head" | "bytes">,
  { declared, limits }: { readonly declared: string; readonly limits: JsonLimits },
  problems: RequestProblem[],
): Promise<unknown> {
  const type = fieldText(head.headers, "content-type") ?? "";
  const read = await readBody({ bytes: await bytes(), type, declared }, { forms, limits }, problems);
  checkBody(own(validators.body ?? {}, declared), read, problems);
  return read.body;
}
