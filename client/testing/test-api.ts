// The API that a test fetch responds for: the boundary that servers have reads and rejects, the state of the document remembers.
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
  usualLimits,
  wireResponse,
} from "../../generated/boundary.ts";
import type { ParameterReader } from "../../generated/parameters.ts";
import { ApiState, type ErrorParts, type StateOperation, type StateResponse } from "../../generated/state.ts";
import type { RequestValidators } from "../../generated/validators.js";
import { anyCredentials } from "./any-credentials.ts";
import type { RecordedCall, TestApiOptions } from "./recorded-call.ts";
import { RequestHead } from "./request-head.ts";

/** One operation of the table `operations.ts`. */
export interface ContractOperation extends StateOperation {
  readonly body: BodyRules | undefined;
  readonly security: Security;
}

/** The generated parts of an API, in the shape that those of every document have. */
export interface Contract {
  /** `openapi.json`. */
  readonly document: unknown;
  /** `operations.ts`. */
  readonly operations: Readonly<Record<string, ContractOperation>>;
  readonly servers: readonly string[];
  /** `parameters.ts`. */
  readonly parameters: Readonly<Record<string, ParameterReader>>;
  readonly forms: Readonly<Record<string, Forms | undefined>>;
  /** `validators.js`: those of requests. */
  readonly requests: Readonly<Record<string, RequestValidators>>;
}

/** A response, or the lack of one, for the next call of an operation. */
interface Planned {
  readonly respond: () => StateResponse;
  readonly delay: number;
}

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
    // A client may be told to call any address: the paths of the document are at its root, too.
    const servers = [...contract.servers, "/"];
    this.#contract = contract;
    this.#delay = delay;
    this.state = new ApiState(contract, { looks });
    this.#table = new ServerTable(
      operations.map((target) => ({ method: target.method, path: target.path, target, servers })),
    );
    this.#guard = anyCredentials(this.state.schemas, operations);
  }

  /** Responds to a request as the contract says. Rejects only when a test asked for it, or the signal aborts. */
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

  /** Plans the next response of an operation; several are given in turn. */
  plan(operationId: string, respond: Planned["respond"], delay = this.#delay): void {
    this.known(operationId);
    this.#planned.set(operationId, [...(this.#planned.get(operationId) ?? []), { respond, delay }]);
  }

  /** Plans a declared response. Throws a TypeError for a status that the document does not declare. */
  planStatus(operationId: string, status: number, parts: ErrorParts & { readonly delay?: number }): void {
    const operation = this.known(operationId);
    if (declaredStatus(operation.responses, status) === undefined)
      throw new TypeError(`The document declares no ${status} for ${operationId}`);
    // A text is what is sent, whatever the media type.
    const body = typeof parts.body === "string" ? new TextEncoder().encode(parts.body) : parts.body;
    this.plan(operationId, () => this.state.error(operationId, status, { ...parts, body }), parts.delay);
  }

  /** Throws a TypeError that names an operationId which the document does not have. */
  known(operationId: string): ContractOperation {
    const { operations } = this.#contract;
    const operation = Object.hasOwn(operations, operationId) ? operations[operationId] : undefined;
    if (operation !== undefined) return operation;
    throw new TypeError(`The document has no operation ${JSON.stringify(operationId)}`);
  }

  /** Forgets everything: things, calls, plans. */
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

  /** A path that is not there; or a method that its path has not, as the operations of the path declare that. */
  #unrouted(found: Reached<ContractOperation> | undefined, path: string): StateResponse {
    const [method = ""] = found?.allowed ?? [];
    const beside = this.#table.find(method, path)?.target;
    return this.#rejected(beside?.operationId, unroutedError(found));
  }

  /** In the form that the document has for the error. Of credentials nothing more is said than what the header fields say. */
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

/** A table of all operations has each of them. */
function part<Part>(table: Readonly<Record<string, Part>>, operationId: string): Part {
  const found = Object.hasOwn(table, operationId) ? table[operationId] : undefined;
  if (found === undefined) throw new TypeError(`Nothing was generated for ${operationId}`);
  return found;
}

/** As it goes on the wire. RFC 9110, section 9.3.2: to HEAD, what GET would get, without the content. */
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
