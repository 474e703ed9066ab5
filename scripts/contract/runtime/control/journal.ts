// Records the last requests and their responses, for testing clients.
import type { RequestProblem } from "../boundary/problem.ts";
import { HttpError, invalidRequest } from "../boundary/problem.ts";

/** A recorded request, without credentials. */
export interface JournalEntry {
  /** Ascending number, unique within the process. */
  readonly id: number;
  /** When the request arrived (RFC 3339). */
  readonly at: string;
  /** Milliseconds until the response was ready. */
  readonly took: number;
  /** Undefined if no operation has this path and method. */
  readonly operationId: string | undefined;
  /** Undefined if the credentials were invalid or missing. */
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query as sent, without credentials. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as parsed: a value for JSON and forms, a string, or undefined. */
  readonly body: unknown;
  readonly status: number;
  /** The problems of the request. */
  readonly problems: readonly RequestProblem[];
  /** Why the original response was not sent. */
  readonly withheld: string | undefined;
}

/** Conditions on recorded requests; all of them must hold. */
export interface JournalFilter {
  readonly operationId?: string;
  readonly method?: string;
  /** `404`, or `4XX`. */
  readonly status?: string;
  readonly tenant?: string;
  /** Only requests after the one with this id. */
  readonly after?: number;
  /** Only invalid requests, or only valid ones. */
  readonly valid?: boolean;
}

/** A recorded request, with its entry once that was read. */
interface Kept {
  readonly id: number;
  ended: unknown;
  readonly describe: (ended: never) => Omit<JournalEntry, "id">;
  told: JournalEntry | undefined;
}

/** The last requests of all tenants; older ones are dropped. */
export class Journal {
  readonly #entries: Kept[] = [];
  readonly #most: number;
  #lastId = 0;

  /** @param most  number of requests to keep; older ones are discarded */
  constructor(most = 1000) {
    this.#most = most;
  }

  /**
   * Records a request.
   *
   * @param describe  creates its entry; called when that is first read, because most entries never are
   */
  add<Ended>(ended: Ended, describe: (ended: Ended) => Omit<JournalEntry, "id">): void {
    const kept: Kept = { id: ++this.#lastId, ended, describe, told: undefined };
    this.#entries.push(kept);
    // Discards in batches: removing the first element each time would move all others.
    if (this.#entries.length >= this.#most * 2) this.#entries.splice(0, this.#entries.length - this.#most);
  }

  /** Returns the entries that match, the oldest first. */
  list(filter: JournalFilter = {}): JournalEntry[] {
    return this.#entries
      .slice(-this.#most)
      .map(told)
      .filter((entry) => isFound(entry, filter));
  }

  /** Clears the requests of a tenant and those without a tenant; without an argument, all. */
  clear(tenant?: string): void {
    const kept =
      tenant === undefined
        ? []
        : this.#entries.filter((kept) => told(kept).tenant !== undefined && told(kept).tenant !== tenant);
    this.#entries.splice(0);
    for (const entry of kept) this.#entries.push(entry);
  }
}

function told(kept: Kept): JournalEntry {
  if (kept.told !== undefined) return kept.told;
  const entry = { id: kept.id, ...kept.describe(kept.ended as never) };
  kept.told = entry;
  kept.ended = undefined;
  return entry;
}

function isFound(entry: JournalEntry, filter: JournalFilter): boolean {
  const { operationId, method, status, tenant, after, valid } = filter;
  return (
    (operationId === undefined || entry.operationId === operationId) &&
    (method === undefined || entry.method === method) &&
    (status === undefined || isStatus(entry.status, status)) &&
    // Requests without a known tenant are visible to everyone: they contain no tenant's data.
    (tenant === undefined || entry.tenant === undefined || entry.tenant === tenant) &&
    (after === undefined || entry.id > after) &&
    (valid === undefined || (entry.problems.length === 0) === valid)
  );
}

export function isStatus(status: number, wanted: string): boolean {
  return /^\dxx$/i.test(wanted)
    ? wanted.startsWith(String(Math.floor(status / 100)))
    : wanted === String(status);
}

/** Parses the filter in a query. Throws the 400 for an invalid one. */
export function readJournalFilter(query: URLSearchParams): JournalFilter & { readonly limit: number } {
  const problems: RequestProblem[] = [];
  const wrong = (name: string, detail: string): void => {
    problems.push({ in: "query", name, detail });
  };
  for (const name of query.keys())
    if (!known.includes(name)) wrong(name, `is unknown; known are ${known.join(", ")}`);
  const number = (name: string, most: number): number | undefined => {
    const given = query.get(name);
    if (given === null) return undefined;
    if (/^\d{1,10}$/.test(given) && Number(given) <= most) return Number(given);
    wrong(name, `must be a whole number from 0 to ${most}`);
    return undefined;
  };
  const status = query.get("status");
  if (status !== null && !/^[1-5](\d\d|xx)$/i.test(status))
    wrong("status", "must be a status such as 404, or 4XX");
  const valid = query.get("valid");
  if (valid !== null && valid !== "true" && valid !== "false") wrong("valid", "must be true or false");
  const after = number("after", Number.MAX_SAFE_INTEGER);
  const limit = number("limit", 10_000) ?? 100;
  if (problems.length > 0) throw invalidRequest(problems);
  const operationId = query.get("operationId");
  const method = query.get("method");
  return {
    limit,
    ...(operationId !== null && { operationId }),
    ...(method !== null && { method: method.toUpperCase() }),
    ...(status !== null && { status }),
    ...(after !== undefined && { after }),
    ...(valid !== null && { valid: valid === "true" }),
  };
}

const known = ["operationId", "method", "status", "after", "valid", "limit"];

/** Returns the 404 for a snapshot, a fault or a request that does not exist. */
export function notThere(what: string): HttpError {
  return new HttpError(404, `The ${what} does not exist.`);
}
