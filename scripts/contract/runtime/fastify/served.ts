// An operation with everything that serves it, and what all operations share.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { BodyRules } from "../boundary/expected-type.ts";
import type { ReadBody } from "../boundary/read-body.ts";
import type { Forms } from "../boundary/read-form.ts";
import type { ReadParameters } from "../boundary/read-parameters.ts";
import type { HttpError, RequestProblem } from "../boundary/problem.ts";
import type { GivenResponse, ResponseRules } from "../boundary/check-response.ts";
import type { MaybePromise } from "../boundary/maybe-promise.ts";
import type { JsonLimits } from "../json/scan-json.ts";
import type { Guard, Security } from "../boundary/security.ts";
import type { RequestValidators } from "../validator-types.ts";
import type { ParameterReader } from "../wire-reader.ts";
import type { ConnectionState } from "./respond.ts";
import type { ProblemService } from "./send-problem.ts";
import type { Exchange, Steps } from "./steps.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The id of the operation, for routes that the contract declares. */
    operationId?: string;
  }
}

/** The `schema` of a route as Fastify and its plugins know it; references are those of the document. */
export interface RouteSchema {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly externalDocs?: object;
  readonly servers?: readonly object[];
  readonly [extension: `x-${string}`]: unknown;
  readonly params: object;
  readonly querystring: object;
  readonly headers?: object;
  readonly cookies?: object;
  readonly body?: object;
  readonly response: Readonly<Record<string, object>>;
}

/** One operation with everything that serves it. */
export interface Served {
  readonly operation: {
    readonly operationId: string;
    readonly method: string;
    readonly path: string;
    readonly pointer: string;
    readonly parameters: readonly { readonly name: string; readonly in: string }[];
    readonly body: BodyRules | undefined;
    readonly responses: ResponseRules["responses"];
    readonly security: Security;
    /** Header fields of every response, which announce that the operation is deprecated or will end. */
    readonly announced?: Readonly<Record<string, string>>;
  };
  readonly schema: RouteSchema;
  /** The Link Objects of the document by status and name. */
  readonly links: Readonly<Record<string, object>> | undefined;
  /** The path of the operation's server, without a trailing slash. */
  readonly basePath: string;
  readonly reader: ParameterReader;
  readonly requests: RequestValidators;
  readonly responses: ResponseRules["validators"];
  readonly forms: Forms;
  readonly handle: (input: object) => MaybePromise<GivenResponse | FastifyReply>;
}

/** What all operations share. */
export interface Service extends ProblemService {
  readonly guard: Guard<FastifyRequest>;
  readonly checkResponses: boolean;
  /** Whether problem documents are also validated against the document; violations are only logged. */
  readonly checkProblems: boolean;
  readonly limits: JsonLimits;
  readonly steps: Steps;
  /** Whether exchanges bypass Fastify once their route is found. */
  readonly direct: boolean;
  readonly connection: ConnectionState | undefined;
}

/**
 * The state of an exchange that passes through Fastify's whole lifecycle; parameters are set once its
 * credentials are accepted.
 */
export interface AdmittedExchange extends Exchange {
  parameters: ReadParameters;
  readonly problems: RequestProblem[];
  /** Whether the request was received with content that the operation may take. */
  readonly hasContent: boolean;
  /** The media type of the incoming body, as written in the document. */
  declared: string | undefined;
  readonly forms: Forms;
  body: ReadBody | undefined;
  /** Why the body was not read, such as its size: the response once Fastify's parsers are done. */
  unreadable: HttpError | undefined;
  isChecked: boolean;
}
