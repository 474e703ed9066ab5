// The API behind a test fetch: the generated server's code validates requests, the document's state stores
// resources.
import {
  type BodyRules,
  declaredStatus,
  type Forms,
  type Guard,
  type HttpError,
  type Reached,
  type ReceivedRequest,
  RequestReceiver,
  type Security,
  ServerTable,
  unroutedError,
  wireResponse,
} from "../../generated/boundary.ts";
import { usualLimits } from "../../generated/json.ts";
import type { ParameterReader } from "../../generated/parameters.ts";
import { ApiState, type ErrorParts, type StateOperation, type StateResponse } from "../../generated/state.ts";
import type { RequestValidators } from "../../generated/validators.js";
import { anyCredentials } from "./any-credentials.ts";
import type { RecordedCall, TestApiOptions } from "./recorded-call.ts";
import { RequestHead } from "./request-head.ts";

/** One operation of `operations.ts`. */
export interface ContractOperation extends StateOperation {
  readonly body: BodyRules | undefined;
  readonly security: Security;
}

/** The generated modules of an API, with the types that those of every document have. */
export interface Contract {
  /** `openapi.json`. */
  readonly document: unknown;
  /** `operations.ts`. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
  readonly servers: readonly string[];
  /** `parameters.ts`. */
  readonly parameters: Readonly<Record<string, ParameterReader>>;
  readonly forms: Readonly<Record<string, Forms | undefined>>;
  /** `validators.js`: the validators of requests. */
  readonly requests: Readonly<Record<string, RequestValidators>>;
}

/** A planned response, or error, for the next call of an operation. */
interface Planned {
  readonly respond: () => StateResponse;
  readonly delay: number;
}

/**
 * Responds to requests as the contract's API, with resources in memory, planned responses and recorded calls.
 */
export class TestApi {
  readonly calls: RecordedCall[] = [];
  readonly state: ApiState;
  readonly #contract: Contract;
  readonly #delay: number;
  readonly #table: ServerTable<ContractOperation>;
  readonly #guard: Guard<Request>;
  readonly #receivers = new Map<string, RequestReceiver<Request>>();
  readonly #planned = new Map<string, Planned[]>();

  constructor(contract: Contract, { looks, delay = 0 }: TestApiOptions = {}) {
    const operations = Object.values(contract.operations);
    // Clients may be configured with any address, so the paths of the document are also served at the root.
    const servers = [...contract.servers, "/"];
    this.#contract = contract;
    this.#delay = delay;
    this.state = new ApiState(contract, { looks });
    this.#table = new ServerTable(
      operations.map((target) => ({ method: target.method, path: target.path, target, servers })),
    );
    this.#guard = anyCredentials(this.state.schemas, operations);
  }

  /**
   * Responds to a request according to the contract. Rejects only if a test planned it, or if the signal
   * aborts.
   */
  async fetch(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const { pathname, origin } = new URL(request.url);
    const found = this.#table.find(request.method, pathname);
    const operation = found?.target;
    const planned = operation && this.#planned.get(operation.operationId)?.shift();
    let seen: Pick<RecordedCall, "path" | "query" | "body"> = { path: {}, query: {}, body: undefined };
    let response: Response | undefined;
    try {
      const received = found?.target && (await this.#receive(found.target, found.rawPath, request));
      if (received !== undefined) seen = received;
      await sleep(planned?.delay ?? this.#delay, request.signal);
      const given =
        planned?.respond() ??
        (received === undefined || operation === undefined
          ? this.#unrouted(found, pathname)
          : this.#respond(operation, received, origin + (found?.base ?? "")));
      response = responseOf(operation, given, request.method);
      return response;
    } finally {
      const { method, url, headers } = request;
      const { path, query, body } = seen;
      const operationId = operation?.operationId;
      this.calls.push({ operationId, method, url, path, query, headers, body, status: response?.status });
    }
  }

  /** Plans the next response of an operation; several are used in order. */
  plan(operationId: string, respond: Planned["respond"], delay = this.#delay): void {
    this.known(operationId);
    this.#planned.set(operationId, [...(this.#planned.get(operationId) ?? []), { respond, delay }]);
  }

  /** Plans a declared response. Throws a TypeError for a status that the document does not declare. */
  planStatus(operationId: string, status: number, parts: ErrorParts & { readonly delay?: number }): void {
    const operation = this.known(operationId);
    if (declaredStatus(operation.responses, status) === undefined)
      throw new TypeError(`The document declares no ${status} for ${operationId}`);
    // A string is sent as it is, whatever the media type.
    const body = typeof parts.body === "string" ? new TextEncoder().encode(parts.body) : parts.body;
    this.plan(operationId, () => this.state.error(operationId, status, { ...parts, body }), parts.delay);
  }

  /**
   * Returns an operation. Throws a TypeError that names an operationId which the document does not declare.
   */
  known(operationId: string): ContractOperation {
    const { operations } = this.#contract;
    const operation = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined;
    if (operation !== undefined) return operation;
    throw new TypeError(`The document has no operation ${JSON.stringify(operationId)}`);
  }

  /** Removes all state: resources, calls, planned responses. */
  reset(): void {
    this.state.reset();
    this.#planned.clear();
    this.calls.length = 0;
  }

  async #receive(
    operation: ContractOperation,
    rawPath: Readonly<Record<string, string>>,
    request: Request,
  ): Promise<ReceivedRequest> {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const head = new RequestHead(request, bytes.length);
    return this.#receiver(operation).receive({ head, rawPath, request, bytes: () => bytes });
  }

  #receiver(operation: ContractOperation): RequestReceiver<Request> {
    const { operationId } = operation;
    const known = this.#receivers.get(operationId);
    if (known !== undefined) return known;
    const { parameters, forms, requests } = this.#contract;
    const rules = {
      ...operation,
      reader: part(parameters, operationId),
      validators: part(requests, operationId),
      forms: Object.hasOwn(forms, operationId) ? (forms[operationId] ?? {}) : {},
    };
    const receiver = new RequestReceiver(rules, { guard: this.#guard, limits: usualLimits });
    this.#receivers.set(operationId, receiver);
    return receiver;
  }

  #respond(operation: ContractOperation, received: ReceivedRequest, root: string): StateResponse {
    const { operationId } = operation;
    const { error, path, query, headers, body } = received;
    if (error !== undefined) return this.#rejected(operationId, error);
    return this.state.respond({ operationId, root, path, query, headers, body });
  }

  /**
   * The response to an unknown path, or to a method that its path does not support; in the form of errors
   * that the path's operations declare.
   */
  #unrouted(found: Reached<ContractOperation> | undefined, path: string): StateResponse {
    const [method = ""] = found?.allowed ?? [];
    const beside = this.#table.find(method, path)?.target;
    return this.#rejected(beside?.operationId, unroutedError(found));
  }

  /**
   * The error response in the form that the document declares. For credentials it adds nothing to what the
   * header fields report.
   */
  #rejected(operationId: string | undefined, error: HttpError): StateResponse {
    const { statusCode, message: detail, errors } = error;
    const headers = Object.fromEntries(
      Object.entries(error.headers).map(([name, value]) => [name, String(value)]),
    );
    const isAboutCredentials = statusCode === 401 || statusCode === 403;
    const parts = { headers, detail, ...(isAboutCredentials || errors.length === 0 ? {} : { errors }) };
    return this.state.error(operationId, statusCode, parts);
  }
}

/** Returns an operation's entry; every table has one for each operation. */
function part<Part>(table: Readonly<Record<string, Part>>, operationId: string): Part {
  const found = Object.hasOwn(table, operationId) ? table[operationId] : undefined;
  if (found === undefined) throw new TypeError(`Nothing was generated for ${operationId}`);
  return found;
}

/**
 * Converts a response to the platform's. A response to HEAD is that to GET, without the content (RFC 9110,
 * section 9.3.2).
 */
function responseOf(
  operation: ContractOperation | undefined,
  given: StateResponse,
  method: string,
): Response {
  const { pointer = "", responses = {} } = operation ?? {};
  const { status, headers, body, isJson } = wireResponse(
    { method, pointer, responses, validators: {} },
    given,
    false,
  );
  const content = method === "HEAD" || body === undefined ? null : isJson ? JSON.stringify(body) : body;
  const fields = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Response(content as ConstructorParameters<typeof Response>[0], { status, headers: fields });
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
