// A client that retries each request with the same key until it gets a response.
import { setTimeout as delay } from "node:timers/promises";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import { basePath } from "../../../server/ids/locations.ts";

/** The response that ends a call. */
export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly key?: string;
  readonly body?: unknown;
}

const { accountId, authToken } = demoAccount;
const authorization = `Basic ${Buffer.from(`${accountId}:${authToken}`).toString("base64")}`;

/** Timeout of one attempt in milliseconds; a server that is cut off responds late or never. */
const attemptTimeout = 3000;
/** Milliseconds for which a call is retried before the test fails. */
const patience = 60_000;
const pause = 20;

/** Calls one of several servers; if that fails, the next. */
export class PersistentClient {
  readonly #servers: readonly { readonly url: string }[];
  #turn: number;

  constructor(servers: readonly { readonly url: string }[], first = 0) {
    this.#servers = servers;
    this.#turn = first;
  }

  get<Body>(path: string): Promise<Reply<Body>> {
    return this.#call<Body>({ method: "GET", path });
  }

  /** Sends a write that takes effect once, however often it is retried. */
  write<Body>(method: string, path: string, key: string, body?: unknown): Promise<Reply<Body>> {
    return this.#call<Body>({ method, path, key, body });
  }

  async #call<Body>(call: Call): Promise<Reply<Body>> {
    const deadline = Date.now() + patience;
    for (;;) {
      const response = await this.#attempt<Body>(call);
      if (response !== undefined) return response;
      if (Date.now() > deadline) throw new Error(`${call.method} ${call.path} got no answer`);
      this.#turn++;
      await delay(pause);
    }
  }

  /**
   * Returns undefined if the request must be retried: the server died, cannot reach its data, or is still
   * processing the first attempt.
   */
  async #attempt<Body>({ method, path, key, body }: Call): Promise<Reply<Body> | undefined> {
    const server = this.#servers[this.#turn % this.#servers.length]!;
    const headers: Record<string, string> = { authorization };
    if (key !== undefined) headers["idempotency-key"] = key;
    if (body !== undefined) headers["content-type"] = "application/json";
    try {
      const response = await fetch(`${server.url}${basePath}${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(attemptTimeout),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const responded = (await response.json()) as Body;
      return response.status === 503 || response.status === 409
        ? undefined
        : { status: response.status, body: responded };
    } catch {
      return undefined;
    }
  }
}
