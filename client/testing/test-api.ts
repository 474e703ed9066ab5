// The API that a test fetch answers for: reads requests, refuses what the contract refuses, and remembers everything.
import type { Contract, ContractOperation } from "./contract.ts";
import { declaredError, declaredStatus, type ErrorParts } from "./declared-error.ts";
import { findOperation, type Found } from "./find-operation.ts";
import { isAuthorized, withoutCredentials } from "./is-authorized.ts";
import { getOwn } from "./own-property.ts";
import { perform, type Performed, textOf } from "./perform.ts";
import { readRequest, sentType } from "./read-request.ts";
import { TestState } from "./state.ts";

/** One call that was made. */
export interface RecordedCall {
  /** Undefined for a path or method that the document does not have. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly url: string;
  /** As read from the wire: integers are numbers. */
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
  readonly body: unknown;
  /** Undefined when the call failed without an answer. */
  readonly status: number | undefined;
}

/** An answer, or the lack of one, for the next call of an operation. */
interface Planned {
  readonly answer: (operation: ContractOperation) => Response;
  readonly delay: number;
}

/** How the API behaves. */
export interface TestApiOptions {
  /** How often work is seen under way before it is seen done. Default 1. */
  readonly looks?: number | undefined;
  /** Milliseconds before every answer. Default 0. */
  readonly delay?: number | undefined;
}

export class TestApi {
  readonly calls: RecordedCall[] = [];
  readonly state: TestState;
  readonly #contract: Contract;
  readonly #delay: number;
  readonly #planned = new Map<string, Planned[]>();
  readonly #kept = new Map<string, { readonly body: string; readonly answer: Response }>();

  constructor(contract: Contract, { looks = 1, delay = 0 }: TestApiOptions = {}) {
    this.#contract = contract;
    this.#delay = delay;
    this.state = new TestState(contract, looks);
  }

  /** Answers a request as the contract says. Rejects only when a test asked for it, or the signal aborts. */
  async fetch(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const found = findOperation(this.#contract, request.method, url);
    const operation = found?.operation;
    const planned = operation && this.#planned.get(operation.operationId)?.shift();
    const call = { operationId: operation?.operationId, method: request.method, url: request.url };
    const seen = { path: {}, query: {}, headers: request.headers, body: undefined as unknown };
    let answer: Response | undefined;
    try {
      const read =
        found && operation
          ? await this.#read(found, operation, request, url)
          : { refused: this.#noOperation(found), values: undefined };
      Object.assign(seen, read.values);
      await sleep(planned?.delay ?? this.#delay, request.signal);
      if (operation !== undefined && planned !== undefined) answer = planned.answer(operation);
      else answer = "refused" in read ? read.refused : this.#perform(read.values);
      // RFC 9110, section 9.3.2: what GET would answer, without the content.
      if (request.method === "HEAD") answer = new Response(null, answer);
      return answer;
    } finally {
      this.calls.push({ ...call, ...seen, headers: request.headers, status: answer?.status });
    }
  }

  /** Plans the next answer of an operation; several are given in turn. */
  plan(operationId: string, answer: Planned["answer"], delay = this.#delay): void {
    this.known(operationId);
    this.#planned.set(operationId, [...(this.#planned.get(operationId) ?? []), { answer, delay }]);
  }

  /** Plans a declared error. Throws a TypeError for a status that the document does not declare. */
  planStatus(operationId: string, status: number, parts: ErrorParts & { readonly delay?: number }): void {
    this.known(operationId);
    const operation = getOwn(this.#contract.operations, operationId);
    if (operation === undefined || declaredStatus(operation, status) === undefined) {
      throw new TypeError(`The document declares no ${status} for ${operationId}`);
    }
    this.plan(operationId, () => declaredError(this.state.schemas, operation, status, parts), parts.delay);
  }

  /** Throws a TypeError that names an operationId which the document does not have. */
  known(operationId: string): void {
    if (Object.hasOwn(this.#contract.operations, operationId)) return;
    throw new TypeError(`The document has no operation ${JSON.stringify(operationId)}`);
  }

  /** Adds a thing of the kind that an operation fetches. Throws a TypeError when it fetches none by an id of its own. */
  add(fetchedBy: string, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const kind = this.state.model.kinds.find(({ fetch }) => fetch.operationId === fetchedBy);
    if (kind === undefined || kind.collection.includes("{"))
      throw new TypeError(`${fetchedBy} fetches nothing by its id`);
    return this.state.create(kind, kind.collection, values).value;
  }

  /** Forgets everything: things, calls, plans. */
  reset(): void {
    this.state.begin();
    this.#planned.clear();
    this.#kept.clear();
    this.calls.length = 0;
  }

  #noOperation(found: Found | undefined): Response {
    const { schemas } = this.state;
    if (found === undefined) return declaredError(schemas, undefined, 404);
    const onPath = findByMethod(this.#contract, found.allowed[0], found);
    return declaredError(schemas, onPath, 405, { headers: { Allow: found.allowed.join(", ") } });
  }

  async #read(
    found: Found,
    operation: ContractOperation,
    request: Request,
    url: URL,
  ): Promise<{ values: Performed } | { refused: Response; values: Performed }> {
    const { schemas } = this.state;
    const bytes = await request.arrayBuffer();
    const body = bytes.byteLength === 0 ? undefined : new Response(bytes, { headers: request.headers });
    const query = withoutCredentials(schemas, url.search.slice(1));
    const { headers } = request;
    const read = await readRequest(this.#contract, operation, found, { query, headers, body });
    const values = { ...read, operation, root: found.root };
    const refuse = (status: number, parts?: ErrorParts): { refused: Response; values: Performed } => ({
      refused: declaredError(schemas, operation, status, parts),
      values,
    });
    if (!isAuthorized(schemas, operation, request.headers, url)) return refuse(401);
    if (body !== undefined && !isTaken(operation, sentType(request.headers))) return refuse(415);
    const { problems } = read;
    if (problems.length === 0) return { values };
    const detail = `The request has ${problems.length} ${problems.length === 1 ? "problem" : "problems"}.`;
    return refuse(400, { errors: problems, detail });
  }

  /** A write with a key is done once (draft-ietf-httpapi-idempotency-key-header). */
  #perform(request: Performed): Response {
    const { operation, headers, path } = request;
    const key = textOf(headers["Idempotency-Key"]);
    if (key === undefined) return perform(this.state, request);
    const scope = JSON.stringify([operation.operationId, path, key.replace(/^"(.*)"$/, "$1")]);
    const body = request.body === undefined ? "" : JSON.stringify(request.body);
    const kept = this.#kept.get(scope);
    if (kept !== undefined && kept.body !== body) return declaredError(this.state.schemas, operation, 422);
    if (kept !== undefined) return kept.answer.clone();
    const answer = perform(this.state, request);
    if (answer.ok) this.#kept.set(scope, { body, answer: answer.clone() });
    return answer;
  }
}

function findByMethod(
  contract: Contract,
  method: string | undefined,
  { path, rawPath }: Found,
): ContractOperation | undefined {
  const length = path.split("/").length;
  return Object.values(contract.operations).find(
    (operation) =>
      operation.method === method &&
      operation.path.split("/").length === length &&
      Object.keys(rawPath).every((name) => operation.path.includes(`{${name}}`)),
  );
}

function isTaken({ body }: ContractOperation, type: string): boolean {
  if (body === undefined) return true;
  return body.mediaTypes.some((taken) =>
    taken.endsWith("/*")
      ? type.startsWith(taken.slice(0, -1)) || taken === "*/*"
      : taken.toLowerCase() === type,
  );
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
