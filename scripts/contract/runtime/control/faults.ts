// Faults that testers inject, per tenant: one tenant's faults never affect another's tests.
import { HttpError, invalidRequest } from "../boundary/problem.ts";
import { seededRandom } from "./random.ts";
import { type FieldReader, oneOf, readFields, wholeNumber } from "./read-fields.ts";

/**
 * A fault as requested. At the `request`, nothing has been done yet; at the `response`, the operation has
 * been performed and its response is lost, as when a connection breaks at the worst moment.
 */
export interface FaultRule {
  /** Only requests of this operation. Default: any. */
  readonly operationId?: string;
  readonly at: "request" | "response";
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Respond with this error status, if the operation declares it, or need not. */
  readonly status?: number;
  /** Reset the connection (TCP RST). */
  readonly reset?: true;
  /** Number of hits after which the fault ends. */
  readonly count?: number;
  /** The probability that a request is hit. Default: 1. */
  readonly probability?: number;
  /** Seed of the random numbers: two faults with the same seed hit the same requests of a sequence. */
  readonly seed: number;
}

/** An active fault. */
export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** Number of requests hit so far. */
  readonly hits: number;
}

/** The API, as far as faults depend on it. */
export interface FaultyApi {
  readonly operationIds: readonly string[];
  declares(operationId: string, status: number): boolean;
  /** Whether faults may have error statuses that their operation does not declare. Default: false. */
  readonly anyStatus?: boolean;
}

/** Error statuses that clients meet whatever a document declares: of limits, faults and overload. */
const usual: readonly number[] = [429, 500, 503];

/**
 * Returns the operations, each with the error statuses that a fault can use: those that RFC 9110 and RFC 6585
 * define; where all can be used, those that it declares, and the usual ones.
 */
export function faultyOperations(api: FaultyApi): { operationId: string; statuses: number[] }[] {
  const known = [...Array.from({ length: 18 }, (_, at) => 400 + at), 421, 422, 426, 428, 429, 431];
  const all = [...known, 500, 501, 502, 503, 504, 505];
  return api.operationIds.map((operationId) => ({
    operationId,
    statuses: all.filter(
      (status) => api.declares(operationId, status) || (api.anyStatus === true && usual.includes(status)),
    ),
  }));
}

const longestDelay = 600_000;
const largestSeed = 2 ** 31;
const mostHits = 1_000_000_000;

/** Parses a fault. Throws the 400 for an invalid one. */
export function readFaultRule(body: unknown, api: FaultyApi): FaultRule {
  const { reset, probability } = flagReaders;
  const fields = readFields(body, {
    operationId: operationIdReader(api),
    at: oneOf(["request", "response"]),
    delay: wholeNumber(0, longestDelay),
    status: statusReader(api),
    reset,
    count: wholeNumber(1, mostHits),
    probability,
    seed: wholeNumber(0, largestSeed),
  } satisfies { [Name in keyof FaultRule]-?: FieldReader<NonNullable<FaultRule[Name]>> });
  const { operationId, status, delay } = fields;
  const refuse = (pointer: string, detail: string): never => {
    throw invalidRequest([{ in: "body", pointer, detail }]);
  };
  if (status === undefined && fields.reset === undefined && delay === undefined)
    refuse("", "must have at least one of status, delay, reset");
  if (status !== undefined && fields.reset !== undefined)
    refuse("/reset", "must not be combined with status");
  if (operationId !== undefined && status !== undefined && !mayHave(api, operationId, status))
    refuse("/status", `must be one that ${operationId} declares`);
  return { at: "request", seed: Math.floor(Math.random() * largestSeed), ...fields };
}

function mayHave(api: FaultyApi, operationId: string, status: number): boolean {
  return api.anyStatus === true || api.declares(operationId, status);
}

function statusReader(api: FaultyApi): FieldReader<number> {
  if (api.anyStatus === true) return wholeNumber(400, 599);
  return (given) =>
    typeof given === "number" && given >= 400 && api.operationIds.some((id) => api.declares(id, given))
      ? { value: given }
      : { problem: "must be the status of an error that this server has" };
}

/** Maximum number of operations that a message lists. */
const mostListed = 100;

function operationIdReader({ operationIds }: FaultyApi): FieldReader<string> {
  if (operationIds.length <= mostListed) return oneOf(operationIds);
  const known = new Set(operationIds);
  return (given) =>
    typeof given === "string" && known.has(given)
      ? { value: given }
      : { problem: "must be the operationId of an operation" };
}

const flagReaders = {
  reset: ((given) =>
    given === true ? { value: true } : { problem: "must be true" }) satisfies FieldReader<true>,
  probability: ((given) =>
    typeof given === "number" && given > 0 && given <= 1
      ? { value: given }
      : { problem: "must be a number greater than 0, and 1 at most" }) satisfies FieldReader<number>,
};

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly random: () => number;
  hits: number;
}

/** All faults of this process. */
export class Faults {
  readonly #byTenant = new Map<string, Entry[]>();
  readonly #api: FaultyApi;
  readonly #most: number;
  #lastId = 0;

  /** @param most  maximum number of faults per tenant: each is checked for every request of the tenant */
  constructor(api: FaultyApi, most = 100) {
    this.#api = api;
    this.#most = most;
  }

  /** Adds a fault. Throws the 400 for a tenant that has the maximum number. */
  add(tenant: string, rule: FaultRule): ActiveFault {
    const entries = this.#of(tenant);
    if (entries.length >= this.#most)
      throw new HttpError(
        400,
        `There may be ${this.#most} faults at once; DELETE /_control/faults removes them.`,
      );
    const entry = { id: ++this.#lastId, rule, random: seededRandom(rule.seed), hits: 0 };
    this.#byTenant.set(tenant, [...entries, entry]);
    return activeFault(entry);
  }

  /** Returns the faults in the order in which they were added. */
  list(tenant: string): ActiveFault[] {
    return this.#of(tenant).map(activeFault);
  }

  /** Removes a fault; returns whether it existed. */
  remove(tenant: string, id: number): boolean {
    const entries = this.#of(tenant);
    const others = entries.filter((entry) => entry.id !== id);
    this.#byTenant.set(tenant, others);
    return others.length < entries.length;
  }

  clear(tenant: string): void {
    this.#byTenant.delete(tenant);
  }

  /**
   * Returns the fault that hits this request: the first that matches and whose random number is below its
   * probability. Counts the hit.
   */
  hit(tenant: string, operationId: string): FaultRule | undefined {
    const entries = this.#byTenant.get(tenant);
    const entry = entries?.find((one) => this.#isAbout(one, operationId) && isLucky(one));
    if (entry === undefined) return undefined;
    entry.hits++;
    if (entry.hits === entry.rule.count) this.remove(tenant, entry.id);
    return entry.rule;
  }

  #of(tenant: string): Entry[] {
    return this.#byTenant.get(tenant) ?? [];
  }

  #isAbout({ rule }: Entry, operationId: string): boolean {
    if (rule.operationId !== undefined) return rule.operationId === operationId;
    return rule.status === undefined || mayHave(this.#api, operationId, rule.status);
  }
}

function activeFault({ id, rule, hits }: Entry): ActiveFault {
  return { id, ...rule, hits };
}

function isLucky({ rule, random }: Entry): boolean {
  return rule.probability === undefined || random() < rule.probability;
}
