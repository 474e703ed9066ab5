// Authorizes requests: one of the alternatives must be satisfied, with all of its schemes.
import { own } from "../wire-value.ts";
import { credentialsIn, locationOfScheme, type SecurityScheme } from "./credentials.ts";
import type { MessageHead } from "./message-head.ts";
import { isPromise, type MaybePromise } from "./maybe-promise.ts";
import { HttpError, statusOf } from "./problem.ts";

/**
 * Security requirements: alternatives, each with the schemes that must all be satisfied, and the scopes that
 * each must grant.
 */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** How callers are authenticated. `Request` is the type that the adapter's functions receive. */
export interface Guard<Request = never> {
  readonly realm: string;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly authenticate: Readonly<Record<string, (credentials: never, exchange: never) => unknown>>;
  readonly challenges: Readonly<Record<string, ((request: Request) => string) | undefined>>;
  /** The callers authenticated per connection; undefined if every request is authenticated anew. */
  readonly remembered?: RememberedCallers | undefined;
}

/** By connection: the caller that was authenticated last, with the `Authorization` field it used. */
export type RememberedCallers = WeakMap<
  object,
  { readonly key: string; readonly field: string; readonly callers: Callers }
>;

/** A request to authorize. */
export interface Asking<Request> {
  readonly head: MessageHead;
  readonly request: Request;
  readonly operationId: string;
}

/** The results of `authenticate`, by scheme. */
export type Callers = Readonly<Record<string, unknown>>;

/**
 * Authorizes callers of an operation. The first satisfied alternative counts; `{}`, which requires nothing,
 * is tried last, so that callers with valid credentials are known.
 */
export class Admission<Request> {
  readonly #security: Security;
  readonly #guard: Guard<Request>;
  readonly #alternatives: readonly Alternative[];
  /**
   * A key that is equal for operations with equal requirements; undefined if callers cannot be remembered.
   */
  readonly #key: string | undefined;

  constructor(security: Security, guard: Guard<Request>) {
    this.#security = security;
    this.#guard = guard;
    this.#alternatives = security
      .map((given): Alternative => ({ names: Object.keys(given), scopes: Object.entries(given) }))
      .sort((one, other) => Number(one.names.length === 0) - Number(other.names.length === 0));
    const isInField = namesIn(security).every((name) =>
      /^(?:basic|bearer|http)$/.test(own(guard.schemes, name)?.kind ?? ""),
    );
    this.#key = guard.remembered !== undefined && isInField ? JSON.stringify(security) : undefined;
  }

  /**
   * Returns the callers: a value, unless a function has to be awaited. Throws, or rejects with, a 401, or a
   * 403 if only scopes are missing.
   */
  callers(asking: Asking<Request>): MaybePromise<Callers> {
    if (this.#security.length === 0) return {};
    const { remembered } = this.#guard;
    const { connection, headers } = asking.head;
    const field = headers["authorization"];
    if (this.#key === undefined || connection === undefined || typeof field !== "string")
      return this.#look(asking);
    const known = remembered?.get(connection);
    if (known?.key === this.#key && equalInConstantTime(known.field, field)) return known.callers;
    const keep = (callers: Callers): Callers => {
      remembered?.set(connection, { key: this.#key ?? "", field, callers });
      return callers;
    };
    const looked = this.#look(asking);
    return isPromise(looked) ? looked.then(keep) : keep(looked);
  }

  #look(asking: Asking<Request>): MaybePromise<Callers> {
    return this.#lookFrom(0, { asking, known: new Map(), lacking: [] });
  }

  /** Tries the alternatives from `start` on. */
  #lookFrom(start: number, looking: Looking<Request>): MaybePromise<Callers> {
    const { known, asking, lacking } = looking;
    for (let at = start; at < this.#alternatives.length; at++) {
      const { names, scopes } = this.#alternatives[at] ?? nothingAsked;
      for (const name of names) {
        if (!known.has(name)) {
          const caller = callerOf(name, this.#guard, asking);
          if (isPromise(caller))
            return caller.then((given) => {
              known.set(name, given);
              return this.#lookFrom(at, looking);
            });
          known.set(name, caller);
        }
        if (known.get(name) === undefined) break;
      }
      if (!names.every((name) => known.get(name) !== undefined)) continue;
      const missing = scopes.flatMap(([name, wanted]) => without(wanted, known.get(name)));
      if (missing.length === 0) return Object.fromEntries(names.map((name) => [name, known.get(name)]));
      for (const scope of missing) lacking.push(scope);
    }
    throw lacking.length > 0
      ? forbidden(lacking, this.#security, this.#guard)
      : unauthorized(this.#security, this.#guard, asking);
  }
}

interface Alternative {
  readonly names: readonly string[];
  readonly scopes: readonly (readonly [scheme: string, scopes: readonly string[]])[];
}

const nothingAsked: Alternative = { names: [], scopes: [] };

/** The progress of authorizing one request. */
interface Looking<Request> {
  readonly asking: Asking<Request>;
  /** Callers by scheme; undefined for rejected credentials. */
  readonly known: Map<string, unknown>;
  readonly lacking: string[];
}

/** Compares header fields, which have one byte per character, in constant time. */
function equalInConstantTime(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}

/** Returns the names of API keys that requests carry in their query. */
export function queryKeys(security: Security, { schemes }: Pick<Guard, "schemes">): string[] {
  return namesIn(security).flatMap((name) => {
    const scheme = own(schemes, name);
    return scheme?.kind === "apiKey" && scheme.in === "query" ? scheme.name : [];
  });
}

function callerOf<Request>(
  name: string,
  { schemes, authenticate }: Guard<Request>,
  { head, request, operationId }: Asking<Request>,
): unknown {
  const scheme = own(schemes, name) ?? { kind: "other" };
  const credentials = credentialsIn(scheme, head);
  if (credentials === undefined) return undefined;
  // The generated types of the functions have exactly this form.
  const look = own(authenticate, name) as ((given: object, exchange: object) => unknown) | undefined;
  try {
    const caller = look?.(credentials, { request, operationId }) ?? undefined;
    return isPromise(caller) ? caller.then((given) => given ?? undefined, rejectedCaller) : caller;
  } catch (error) {
    if (statusOf(error) !== 401) throw error;
    return undefined;
  }
}

/** Treats a 401 thrown by `authenticate` like `undefined`: another alternative may still be satisfied. */
function rejectedCaller(error: unknown): undefined {
  if (statusOf(error) === 401) return undefined;
  throw error;
}

/** Returns the scopes that a caller was not granted. */
function without(scopes: readonly string[], caller: unknown): string[] {
  const granted: unknown = typeof caller === "object" && caller !== null ? Reflect.get(caller, "scopes") : [];
  return scopes.filter((scope) => !Array.isArray(granted) || !granted.includes(scope));
}

/** Returns the 403 for missing scopes (RFC 6750, section 3.1). */
function forbidden(
  lacking: readonly string[],
  security: Security,
  { realm, schemes }: Pick<Guard, "realm" | "schemes">,
): HttpError {
  const scopes = [...new Set(lacking)].join(" ");
  const isBearer = namesIn(security).some((name) => own(schemes, name)?.kind === "bearer");
  const challenge = `Bearer realm=${quoted(realm)}, error="insufficient_scope", scope=${quoted(scopes)}`;
  return new HttpError(403, `The credentials lack the scope ${scopes}.`, {
    headers: isBearer ? { "WWW-Authenticate": challenge } : {},
  });
}

function unauthorized<Request>(
  security: Security,
  guard: Guard<Request>,
  { head, request }: Pick<Asking<Request>, "head" | "request">,
): HttpError {
  const names = namesIn(security);
  const challenges = names.map(
    (name) => own(guard.challenges, name)?.(request) ?? challengeOf(name, guard, head),
  );
  const alternatives = security.map((one) => Object.keys(one).join(" and ")).join(", or ");
  return new HttpError(401, `Valid credentials are required: ${alternatives}.`, {
    errors: names.map((name) => ({
      ...locationOfScheme(own(guard.schemes, name) ?? { kind: "other" }),
      detail: `must hold valid credentials for ${name}`,
    })),
    headers: { "WWW-Authenticate": [...new Set(challenges)] },
  });
}

function namesIn(security: Security): string[] {
  return [...new Set(security.flatMap((alternative) => Object.keys(alternative)))];
}

/**
 * Returns the challenge for a scheme. A 401 must have one (RFC 9110, section 11.6.1), even if the scheme is
 * not a registered one.
 */
function challengeOf(
  name: string,
  { schemes, realm }: Pick<Guard, "realm" | "schemes">,
  head: MessageHead,
): string {
  const scheme = own(schemes, name) ?? { kind: "other" };
  const domain = `realm=${quoted(realm)}`;
  switch (scheme.kind) {
    case "basic":
      return `Basic ${domain}, charset="UTF-8"`;
    case "bearer":
      return `Bearer ${domain}${credentialsIn(scheme, head) === undefined ? "" : ', error="invalid_token"'}`;
    case "http":
      return `${scheme.scheme} ${domain}`;
    case "apiKey":
      return `ApiKey ${domain}, in=${quoted(scheme.in)}, name=${quoted(scheme.name)}`;
    default:
      return `${scheme.kind === "other" ? "Custom" : "MutualTLS"} ${domain}, scheme=${quoted(name)}`;
  }
}

/**
 * Returns a quoted-string (RFC 9110, section 5.6.4) without characters that a header field cannot contain.
 */
function quoted(text: string): string {
  return `"${text.replace(/[^\t\x20-\x7e]/g, "?").replace(/["\\]/g, "\\$&")}"`;
}
