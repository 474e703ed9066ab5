// What a tester makes go wrong, tenant by tenant: nobody's tests break another's.
import { HttpError, invalidRequest } from "../boundary/problem.ts";
import { seededRandom } from "./random.ts";
import { type FieldReader, oneOf, readFields, wholeNumber } from "./read-fields.ts";

/**
 * A fault, as it was asked for. At the `request` nothing is done yet; at the `answer` the work is done and its response is lost, as when a
 * connection breaks at the worst moment.
 */
export interface FaultRule {
  /** Only this operation; any by default. */
  readonly operationId?: string;
  readonly at: "request" | "response";
  /** Milliseconds to wait first. */
  readonly delay?: number;
  /** Respond with this error, where the operation declares it. */
  readonly status?: number;
  /** Break the connection off (TCP RST). */
  readonly reset?: true;
  /** After so many hits it is over. */
  readonly count?: number;
  /** How likely a request is hit; every one by default. */
  readonly probability?: number;
  /** Two faults with one seed hit the same requests of a sequence. */
  readonly seed: number;
}

/** A fault that is set. */
export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** Requests it has hit. */
  readonly hits: number;
}

/** What an API has, for faults that are about it. */
export interface FaultyApi {
  readonly operationIds: readonly string[];
  declares(operationId: string, status: number): boolean;
}

/** The operations, each with the errors that a fault can answer with: the statuses that RFC 9110 and RFC 6585 name. */
export function faultyOperations(api: FaultyApi): { operationId: string; statuses: number[] }[] {
  const known = [...Array.from({ length: 18 }, (_, at) => 400 + at), 421, 422, 426, 428, 429, 431];
  const all = [...known, 500, 501, 502, 503, 504, 505];
  return api.operationIds.map((operationId) => ({
    operationId,
    statuses: all.filter((status) => api.declares(operationId, status)),
  }));
}

const longestDelay = 600_000;
const largestSeed = 2 ** 31;
const mostHits = 1_000_000_000;

/** Throws the 400 for a fault that cannot be. */
export function readFaultRule(body: unknown, api: FaultyApi): FaultRule {
  const { reset, probability } = flagReaders;
  const fields = readFields(body, {
    operationId: operationIdReader(api),
    at: oneOf(["request", "response"]),
    delay: wholeNumber(0, longestDelay),
    status: (given) =>
      typeof given === "number" && given >= 400 && api.operationIds.some((id) => api.declares(id, given))
        ? { value: given }
        : { problem: "must be the status of an error that this server has" },
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
  if (status !== undefined && fields.reset !== undefined) refuse("/reset", "must not stand beside status");
  if (operationId !== undefined && status !== undefined && !api.declares(operationId, status))
    refuse("/status", `must be one that ${operationId} declares`);
  return { at: "request", seed: Math.floor(Math.random() * largestSeed), ...fields };
}

/** More operations are not listed in a message. */
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

  /** @param most faults that a tenant may have at once: each is looked at for every request of the tenant */
  constructor(api: FaultyApi, most = 100) {
    this.#api = api;
    this.#most = most;
  }

  /** Throws the 400 for a tenant that has as many as it may. */
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

  /** In the order they were set. */
  list(tenant: string): ActiveFault[] {
    return this.#of(tenant).map(activeFault);
  }

  /** Whether there was one with this id. */
  remove(tenant: string, id: number): boolean {
    const entries = this.#of(tenant);
    const others = entries.filter((entry) => entry.id !== id);
    this.#byTenant.set(tenant, others);
    return others.length < entries.length;
  }

  clear(tenant: string): void {
    this.#byTenant.delete(tenant);
  }

  /** The fault that hits this request: the first that is about it and whose dice say so. It counts as a hit. */
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
    return rule.status === undefined || this.#api.declares(operationId, rule.status);
  }
}

function activeFault({ id, rule, hits }: Entry): ActiveFault {
  return { id, ...rule, hits };
}

function isLucky({ rule, random }: Entry): boolean {
  return rule.probability === undefined || random() < rule.probability;
}
