// Whether a request may do what it asks for: one of the alternatives, all schemes of it.
import { own } from "../wire-value.ts";
import { credentialsIn, placeOfScheme, type SecurityScheme } from "./credentials.ts";
import type { MessageHead } from "./message-head.ts";
import { HttpError, statusOf } from "./problem.ts";

/** Alternatives; each names schemes that all have to be satisfied, with the scopes that each has to grant. */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** How callers are known. `Request` is what the adapter's functions are given of a request. */
export interface Guard<Request = never> {
  readonly realm: string;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly authenticate: Readonly<Record<string, (credentials: never, exchange: never) => unknown>>;
  readonly challenges: Readonly<Record<string, ((request: Request) => string) | undefined>>;
}

/** A request whose credentials are looked at. */
export interface Asking<Request> {
  readonly head: MessageHead;
  readonly request: Request;
  readonly operationId: string;
}

/** What `authenticate` gave, by scheme. */
export type Callers = Readonly<Record<string, unknown>>;

/**
 * Who sends a request. The first alternative that is satisfied counts; `{}`, which asks for nothing, is tried last, so that
 * whoever shows valid credentials is known. Throws a 401, or a 403 when only scopes are missing.
 */
export async function admit<Request>(
  security: Security,
  guard: Guard<Request>,
  { head, request, operationId }: Asking<Request>,
): Promise<Callers> {
  if (security.length === 0) return {};
  const known = new Map<string, unknown>();
  const lacking: string[] = [];
  for (const alternative of [...security].sort(
    (one, other) => Number(isEmpty(one)) - Number(isEmpty(other)),
  )) {
    for (const name of Object.keys(alternative)) {
      if (!known.has(name)) known.set(name, await callerOf(name, guard, { head, request, operationId }));
      if (known.get(name) === undefined) break;
    }
    const entries = Object.entries(alternative);
    if (!entries.every(([name]) => known.get(name) !== undefined)) continue;
    const missing = entries.flatMap(([name, scopes]) => without(scopes, known.get(name)));
    if (missing.length === 0) return Object.fromEntries(entries.map(([name]) => [name, known.get(name)]));
    for (const scope of missing) lacking.push(scope);
  }
  throw lacking.length > 0
    ? forbidden(lacking, security, guard)
    : unauthorized(security, guard, { head, request });
}

/** The names of keys that requests carry in their query. */
export function queryKeys(security: Security, { schemes }: Pick<Guard, "schemes">): string[] {
  return namesIn(security).flatMap((name) => {
    const scheme = own(schemes, name);
    return scheme?.kind === "apiKey" && scheme.in === "query" ? scheme.name : [];
  });
}

async function callerOf<Request>(
  name: string,
  { schemes, authenticate }: Guard<Request>,
  { head, request, operationId }: Asking<Request>,
): Promise<unknown> {
  const scheme = own(schemes, name) ?? { kind: "other" };
  const credentials = credentialsIn(scheme, head);
  if (credentials === undefined) return undefined;
  // The generated types of the functions say exactly this.
  const look = own(authenticate, name) as ((given: object, exchange: object) => unknown) | undefined;
  try {
    return (await look?.(credentials, { request, operationId })) ?? undefined;
  } catch (error) {
    // A 401 of its own says no more than `undefined` does: another alternative may still be satisfied.
    if (statusOf(error) === 401) return undefined;
    throw error;
  }
}

function isEmpty(alternative: object): boolean {
  return Object.keys(alternative).length === 0;
}

/** The scopes that a caller was not granted. */
function without(scopes: readonly string[], caller: unknown): string[] {
  const granted: unknown = typeof caller === "object" && caller !== null ? Reflect.get(caller, "scopes") : [];
  return scopes.filter((scope) => !Array.isArray(granted) || !granted.includes(scope));
}

/** RFC 6750, section 3.1. */
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
  return new HttpError(401, `This needs valid credentials: ${alternatives}.`, {
    errors: names.map((name) => ({
      ...placeOfScheme(own(guard.schemes, name) ?? { kind: "other" }),
      detail: `must hold valid credentials for ${name}`,
    })),
    headers: { "WWW-Authenticate": [...new Set(challenges)] },
  });
}

function namesIn(security: Security): string[] {
  return [...new Set(security.flatMap((alternative) => Object.keys(alternative)))];
}

/** RFC 9110, section 11.6.1: a 401 has a challenge, also where no registered scheme says what is asked for. */
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

/** A quoted-string (RFC 9110, section 5.6.4) of what a header field may hold. */
function quoted(text: string): string {
  return `"${text.replace(/[^\t\x20-\x7e]/g, "?").replace(/["\\]/g, "\\$&")}"`;
}
