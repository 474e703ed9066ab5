// What a test fetch knows of an API: the generated parts, in the shape that those of every document have.
import type { Validator } from "../../generated/validators.js";

/** One operation of the table `operations.ts`. */
export interface ContractOperation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Where the operation is in the document. */
  readonly pointer: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly body: { readonly required: boolean; readonly mediaTypes: readonly string[] } | undefined;
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
  readonly security: readonly object[];
  /** By status and name. */
  readonly links: Readonly<Record<string, Readonly<Record<string, ContractLink>>>>;
}

export interface DeclaredResponse {
  readonly mediaTypes: readonly string[];
  readonly headers: readonly string[];
}

export interface ContractLink {
  readonly operationId: string | undefined;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly xSdk: unknown;
}

/** A parameter that cannot even be read. */
interface Unreadable {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly name: string;
  readonly detail: string;
}

export interface ContractParameters {
  path(raw: Record<string, string>, problems: Unreadable[]): unknown;
  query(raw: string, problems: Unreadable[]): unknown;
  headers(raw: Record<string, string | string[] | undefined>, problems: Unreadable[]): unknown;
}

export interface ContractValidators {
  readonly path?: Validator;
  readonly query?: Validator;
  readonly headers?: Validator;
  readonly body?: Readonly<Record<string, Validator>>;
}

/** All of it. */
export interface Contract {
  /** `openapi.json`. */
  readonly document: unknown;
  /** `operations.ts`: the table, which of them a path means, and the servers. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
  readonly routingOrder: readonly string[];
  readonly servers: readonly string[];
  /** `parameters.ts`. */
  readonly parameters: Readonly<Record<string, ContractParameters>>;
  /** `validators.js`: those of requests. */
  readonly requests: Readonly<Record<string, ContractValidators>>;
}
