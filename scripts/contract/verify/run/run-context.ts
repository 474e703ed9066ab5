// The shared state of one run, and its only way to send: every response is checked and recorded.
import type { JsonObject, OpenApiDocument } from "../../document/document.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { checkReceived } from "../judge/check-response.ts";
import type { FindingLog } from "../judge/finding-log.ts";
import type { KnownValues } from "../plan/build-request.ts";
import type { Case } from "../plan/case.ts";
import { isOpaqueIn } from "../plan/opaque-parameters.ts";
import { type OperationSlots, type ParameterSlot, slotsOf } from "../plan/operation-slots.ts";
import { Searching } from "../plan/searching.ts";
import { type Account, alternativeFor, alternativesBy, madeUp, nearly } from "../send/account.ts";
import type { Caller, Sender, Sent } from "../send/sender.ts";
import type { Coverage } from "./coverage.ts";
import type { DocumentModel } from "./document-model.ts";
import type { KnownResources } from "./known-resources.ts";

/** Settings of a run. */
export interface RunSettings {
  readonly write: boolean;
  readonly changeExisting: boolean;
  readonly concurrency: number;
  readonly seed: number;
  /** Distinguishes the requests of runs for servers that remember them: part of idempotency keys. */
  readonly runId: string;
  readonly slow: number | undefined;
  /** Only these operations; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
}

/** The parts of a run. */
export interface RunParts {
  readonly document: OpenApiDocument;
  readonly api: Api;
  readonly model: DocumentModel;
  readonly sender: Sender;
  readonly account: Account;
  readonly other: Account | undefined;
  readonly settings: RunSettings;
  readonly findings: FindingLog;
  readonly coverage: Coverage;
  readonly knownResources: KnownResources;
  /** Returns whether the run must end; pending work is finished. */
  readonly isOver: () => boolean;
}

/** Result of one case. */
export type Outcome =
  { readonly tried: true } | { readonly tried: false; readonly why: string; readonly isImpossible?: true };

/** Credentials of a request. */
export type As = "account" | "other" | "nobody" | "made up" | "nearly" | { readonly alternative: number };

/** The shared state of a run. */
export class RunContext {
  readonly parts: RunParts;
  /** Results of the cases, in the order of completion. */
  readonly outcomes: { readonly one: Case; readonly outcome: Outcome }[] = [];
  /** Resources that operations remove next, as path values. */
  readonly victims = new Map<ApiOperation, KnownValues>();
  /** Operations whose cases have all been taken from the plan. */
  readonly planned = new Set<ApiOperation>();
  readonly #slots = new Map<ApiOperation, OperationSlots>();
  readonly #searching: Searching;
  readonly #followed = new Set<string>();
  readonly #turns = new Map<object, Promise<unknown>>();
  #count = 0;

  constructor(parts: RunParts) {
    this.parts = parts;
    this.#searching = new Searching(parts.isOver);
  }

  get root(): JsonObject {
    return this.parts.document.root;
  }

  slots(operation: ApiOperation): OperationSlots {
    const known = this.#slots.get(operation);
    if (known !== undefined) return known;
    const made = slotsOf(this.parts.api, operation, this.#searching);
    this.#slots.set(operation, made);
    return made;
  }

  isOpaque(operation: ApiOperation, slot: ParameterSlot): boolean {
    return isOpaqueIn(this.parts.model, operation, slot.parameter);
  }

  /** Serialises work with the same key; work without a key runs at once. */
  async alone<T>(key: object | undefined, work: () => Promise<T>): Promise<T> {
    if (key === undefined) return work();
    const before = this.#turns.get(key) ?? Promise.resolve();
    const own = before.then(work, work);
    this.#turns.set(key, own);
    return own;
  }

  /** Returns an identifier that is unique in this run; runs with another seed or start time use others. */
  unique(): string {
    this.#count += 1;
    return `${this.parts.settings.runId}-${this.#count}`;
  }

  /** Returns whether a link was already followed. */
  isFollowed(label: string): boolean {
    return this.#followed.has(label);
  }

  follow(label: string): void {
    this.#followed.add(label);
  }

  /** Returns whether requests of an operation may be sent. */
  isAllowed({ source: { method } }: ApiOperation): boolean {
    return this.parts.settings.write || ["GET", "HEAD", "OPTIONS", "QUERY"].includes(method);
  }

  /** Returns whether an operation may only be called for resources that this run created. */
  isForOwnOnly({ source: { method } }: ApiOperation): boolean {
    return !this.parts.settings.changeExisting && !["GET", "HEAD", "OPTIONS", "QUERY"].includes(method);
  }

  /** Sends a request, checks the response by itself and returns the exchange. */
  async send(operation: ApiOperation, request: HttpRequest, what: string, as: As = "account"): Promise<Sent> {
    const { sender, findings, coverage, settings } = this.parts;
    const exchange = await sender.send(request, this.#caller(operation, as));
    coverage.seen(operation, exchange.response?.status);
    if (exchange.failure === undefined || !this.parts.isOver())
      for (const problem of checkReceived(operation, exchange, settings))
        findings.add(problem, { operation, what, exchange });
    return exchange;
  }

  #caller(operation: ApiOperation, as: As): Caller {
    const { account, other } = this.parts;
    const alternatives = alternativesBy(operation);
    const own = (one: Account): Caller => ({
      account: one,
      schemes: alternatives[alternativeFor(operation, one) ?? -1] ?? [],
    });
    if (as === "nobody") return { account, schemes: [] };
    if (as === "made up") return { account: madeUp(alternatives[0] ?? []), schemes: alternatives[0] ?? [] };
    if (as === "nearly") return own(nearly(account));
    if (as === "other") return own(other ?? new Map());
    return as === "account" ? own(account) : { account, schemes: alternatives[as.alternative] ?? [] };
  }
}
