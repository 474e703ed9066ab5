// From a request on the wire to what its handler gets, or to everything that is wrong with it.
import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import {
  checkBody,
  checkParameters,
  type HeaderFields,
  headerNamesOf,
  type MessageHead,
  missingBody,
  readJsonBody,
  readParameters,
  type RequestProblem,
} from "../../generated/boundary.ts";
import { type OperationId, operations } from "../../generated/operations.ts";
import { type ParameterProblem, parameters } from "../../generated/parameters.ts";
import type { Validators } from "../../generated/validators.js";
import type { Input } from "./handler.ts";
import { countProblems, enoughProblems } from "../problems/problem.ts";
import { type ProblemError, Refusal } from "../problems/refusal.ts";
import type { Settings } from "../settings/settings.ts";

/** A body, whole. */
export interface ReceivedBody {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A request whose head and body have arrived. */
export interface ReceivedRequest {
  readonly accountId: string;
  readonly message: IncomingMessage;
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  /** Undefined when none came. */
  readonly body: ReceivedBody | undefined;
}

type Limits = Pick<Settings, "maxUrl" | "maxDepth">;

/** Reads the input of one operation. Throws the 400 that lists every problem. */
export type InputReader<Id extends OperationId> = (request: ReceivedRequest) => Input<Id>;

/** Makes the reader of an operation from its generated parsers and validators. */
export function createInputReader<Id extends OperationId>(
  operationId: Id,
  validators: Validators,
  options: { readonly bodyRequired: boolean; readonly limits: Limits },
): InputReader<Id> {
  const rules = {
    reader: parameters[operationId],
    headerNames: headerNamesOf(operations[operationId].parameters),
    keys: [],
  };
  const validate = validators.requests[operationId];
  const { limits } = options;
  const jsonLimits = { depth: limits.maxDepth, problems: enoughProblems, nul: false };
  return ({ accountId, message, rawPath, body: sent }) => {
    const { url = "", headers } = message;
    if (url.length > limits.maxUrl) {
      throw new Refusal("invalid", { detail: `A URL may have ${limits.maxUrl} bytes.` });
    }
    const found: ParameterProblem[] = [];
    const read = readParameters(rules, new IncomingHead(message), rawPath, found);
    const problems: RequestProblem[] = found;
    if (headers.host === undefined && message.httpVersion === "1.1") problems.unshift(missingHost);
    checkParameters(validate, read, problems);
    let body: unknown;
    if (sent !== undefined) {
      const { mediaType, bytes } = sent;
      const reading = readJsonBody(isUtf8(bytes) ? bytes.toString() : undefined, jsonLimits, problems);
      checkBody(validate.body?.[mediaType], reading, problems);
      ({ body } = reading);
    } else if (options.bodyRequired) problems.push(missingBody);
    if (problems.length > 0) {
      const errors = problems.map(problemOfContract);
      throw new Refusal("invalid", { detail: countProblems(problems.length), errors });
    }
    const end = url.indexOf("?");
    const input = {
      accountId,
      operationId,
      sentTo: end < 0 ? url : url.slice(0, end),
      path: read.path,
      query: read.query,
      headers: read.headers,
      body,
    };
    return input as Input<Id>; // The validators are made from the same schemas as the types.
  };
}

/** A class, since closures for each request would cost more than what they are asked for. */
class IncomingHead implements MessageHead {
  readonly target: string;
  readonly headers: HeaderFields;
  private readonly message: IncomingMessage;

  constructor(message: IncomingMessage) {
    this.target = message.url ?? "";
    this.headers = message.headers;
    this.message = message;
  }

  lines(): HeaderFields {
    return this.message.headersDistinct;
  }

  /** No operation asks for one. */
  certificate(): object {
    return {};
  }
}

/** RFC 9112, section 3.2. */
const missingHost: RequestProblem = { in: "header", name: "Host", detail: "must be sent in HTTP/1.1" };

/** As the contract lists problems, which knows no cookies. */
function problemOfContract({ in: place, name = "", pointer = "", detail }: RequestProblem): ProblemError {
  if (place === "body") return { in: place, pointer, detail };
  return { in: place === "path" || place === "query" ? place : "header", name, detail };
}
