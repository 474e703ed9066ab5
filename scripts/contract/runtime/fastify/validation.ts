// Connects the generated validators with Fastify's validation. The first validator that Fastify calls
// validates the whole request, so that all problems are reported at once; the others are for callers that
// validate a single part.
import type { HeaderFields } from "../boundary/message-head.ts";
import { invalidRequest, type RequestProblem } from "../boundary/problem.ts";
import { checkBody } from "../boundary/read-body.ts";
import { checkPart, type ReadParameters } from "../boundary/read-parameters.ts";
import { own } from "../wire-value.ts";
import type { OperationBoundary } from "./operation-boundary.ts";
import type { AdmittedExchange } from "./served.ts";

/** The result of a validator: `error` carries the problems. */
type Verdict = true | { readonly error: Error };

/** The validation of one operation, as Fastify calls it. */
export interface Validation {
  /** The function for `validatorCompiler`. */
  readonly compile: (part: {
    readonly httpPart?: string;
    readonly contentType?: string;
  }) => (value: unknown) => Verdict;
  /** Validates the whole request, once; returns undefined if it is valid. */
  readonly check: (exchange: AdmittedExchange) => Error | undefined;
  /**
   * Announces the exchange whose `params` are validated next: `params` is all that Fastify passes to a
   * validator.
   */
  readonly expect: (exchange: AdmittedExchange) => void;
}

export function validationOf(boundary: OperationBoundary): Validation {
  const { operation, reader, requests } = boundary.served;
  const hasHeaders = operation.parameters.some((parameter) => parameter.in === "header");
  /** The exchange to be validated next. */
  let expected: AdmittedExchange | undefined;
  /**
   * The parts that were just validated with the whole request: Fastify validates the parts of one request one
   * after the other.
   */
  let body: unknown;
  let query: unknown;
  let headers: unknown;

  function check(exchange: AdmittedExchange): Error | undefined {
    const { request, parameters, problems, declared } = exchange;
    exchange.isChecked = true;
    const values = { ...parameters, path: request.params, query: request.query };
    const read = exchange.body;
    const isNone = request.body === undefined || request.body === null;
    // Hooks before the validation may have replaced the body.
    const put =
      read?.body === request.body ? (read ?? { isRead: false }) : { plain: request.body, isRead: true };
    const body = read === undefined && isNone ? undefined : put;
    boundary.receiver.check(values as ReadParameters, declared, body, problems);
    return problems.length === 0 ? undefined : invalidRequest(problems);
  }

  function checkAll(params: unknown): Verdict {
    const exchange = expected;
    expected = undefined;
    // With hooks in between, another exchange may be the expected one: the handler validates again.
    if (exchange === undefined || exchange.isChecked || exchange.request.params !== params)
      return verdict((problems) => checkPart("path", requests.path, params, problems));
    const error = check(exchange);
    if (error !== undefined) return { error };
    const { request } = exchange;
    ({ body = null, query } = request);
    if (hasHeaders) ({ headers } = request);
    return true;
  }

  return {
    check,
    expect: (exchange) => {
      expected = exchange;
    },
    compile({ httpPart, contentType }) {
      switch (httpPart) {
        case "params":
          return checkAll;
        case "body": {
          const validator = own(requests.body ?? {}, contentType ?? "");
          return (value) => {
            if (value === body) return true;
            return verdict((problems) => checkBody(validator, { plain: value, isRead: true }, problems));
          };
        }
        case "querystring":
          return (value) => {
            const isKnown = value === query;
            // No part of a request is retained longer than its validation takes.
            body = query = undefined;
            return isKnown || verdict((problems) => checkPart("query", requests.query, value, problems));
          };
        default:
          return (value) => {
            const isKnown = value === headers;
            headers = undefined;
            if (isKnown) return true;
            return verdict((problems) => {
              const values = reader.headers(value as HeaderFields, []);
              checkPart("header", requests.headers, values, problems);
            });
          };
      }
    },
  };
}

function verdict(look: (problems: RequestProblem[]) => void): Verdict {
  const problems: RequestProblem[] = [];
  look(problems);
  return problems.length === 0 || { error: invalidRequest(problems) };
}
