// Credentials that a mock accepts: given ones or generated ones, each of one tenant. Tenants do not see each
// other's data.
import { createHash, randomBytes } from "node:crypto";
import type { SecurityScheme } from "../runtime/boundary/credentials.ts";
import type { Guard } from "../runtime/boundary/security.ts";
import type { Credential } from "./mock-api.d.ts";

/** Options of `credentialsOf`. */
export interface CredentialOptions {
  /** The credentials of the command line, in order. */
  readonly given: readonly { readonly scheme: string; readonly value: string }[];
  readonly seed: number;
  /**
   * Whether generated credentials are predictable. True on loopback only, where tests can then use them
   * without reading them from the mock.
   */
  readonly guessable: boolean;
}

/** The tenant of requests that need no credentials, and of the first credentials of each scheme. */
export const firstTenant = "tenant-1";

/** Returns the given credentials, and a generated one for each scheme without any. */
export function credentialsOf(
  schemes: Readonly<Record<string, SecurityScheme>>,
  { given, seed, guessable }: CredentialOptions,
): Credential[] {
  // A request carries one credential per location: schemes that are required together and share a location
  // share the value.
  const byPlace = new Map<string, string>();
  return Object.entries(schemes).flatMap(([scheme, declared]) => {
    const { kind } = declared;
    if (kind === "mutualTLS" || kind === "other") return [];
    const own = given.filter((one) => one.scheme === scheme);
    const place = locationOf(declared);
    const known = byPlace.get(place) ?? own[0]?.value ?? madeUp(scheme, kind, guessable ? seed : undefined);
    byPlace.set(place, known);
    const values = own.length > 0 ? own.map(({ value }) => value) : [known];
    return values.map((value, index) => ({ scheme, value, tenant: `tenant-${index + 1}` }));
  });
}

/** Returns the location of a scheme's credentials in a request. */
function locationOf(scheme: SecurityScheme): string {
  if (scheme.kind === "apiKey")
    return `${scheme.in} ${scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name}`;
  return scheme.kind === "http" ? `http ${scheme.scheme.toLowerCase()}` : scheme.kind;
}

function madeUp(scheme: string, kind: SecurityScheme["kind"], seed: number | undefined): string {
  const secret =
    seed === undefined
      ? randomBytes(24).toString("base64url")
      : createHash("sha256").update(`${seed} ${scheme}`).digest("hex").slice(0, 24);
  return kind === "basic" ? `mock:${secret}` : `mock-${secret}`;
}

/** The caller that credentials identify. */
export interface MockCaller {
  readonly tenant: string;
  /** Every scope that an operation requires: mock credentials have all of them. */
  readonly scopes: readonly string[];
}

/**
 * Creates the guard that looks credentials up. Credentials that a request cannot carry, such as a client
 * certificate on a connection without TLS, count as valid.
 */
export function guardOf(
  {
    schemes,
    scopes,
    title,
  }: {
    readonly schemes: Readonly<Record<string, SecurityScheme>>;
    readonly scopes: Readonly<Record<string, readonly string[]>>;
    readonly title: string;
  },
  credentials: readonly Credential[],
): Guard {
  const authenticate = Object.entries(schemes).map(([scheme, { kind }]) => {
    const granted = scopes[scheme] ?? [];
    const callers = new Map(
      credentials.flatMap((one) =>
        one.scheme === scheme ? [[one.value, { tenant: one.tenant, scopes: granted }]] : [],
      ),
    );
    const anybody: MockCaller = { tenant: firstTenant, scopes: granted };
    const isShown = kind !== "mutualTLS" && kind !== "other";
    return [scheme, (shown: object) => (isShown ? callers.get(textOf(shown)) : anybody)] as const;
  });
  return {
    realm: title,
    schemes,
    authenticate: Object.fromEntries(authenticate),
    challenges: {},
    remembered: new WeakMap(),
  };
}

function textOf(shown: object): string {
  const { username, password, token, key, credentials } = shown as Readonly<
    Record<string, string | undefined>
  >;
  return username === undefined ? (token ?? key ?? credentials ?? "") : `${username}:${password ?? ""}`;
}
