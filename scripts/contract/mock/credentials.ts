// Who may call a mock: credentials that were given or made up, each of a tenant whose data nobody else sees.
import { createHash, randomBytes } from "node:crypto";
import type { SecurityScheme } from "../runtime/boundary/credentials.ts";
import type { Guard } from "../runtime/boundary/security.ts";
import type { Credential } from "./mock-api.d.ts";

export interface CredentialOptions {
  /** As given on the command line, in order. */
  readonly given: readonly { readonly scheme: string; readonly value: string }[];
  readonly seed: number;
  /** Whether what is made up can be guessed: on loopback only, so that a test need not read it from anywhere. */
  readonly guessable: boolean;
}

/** The tenant of those who need show nothing, and of the first credentials. */
export const firstTenant = "tenant-1";

/** One credential for each scheme that was given none, and those that were given. */
export function credentialsOf(
  schemes: Readonly<Record<string, SecurityScheme>>,
  { given, seed, guessable }: CredentialOptions,
): Credential[] {
  // A request shows one thing in one place: schemes that are asked for together have the same.
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

/** Where credentials of a scheme stand in a request. */
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

/** What a caller is known to be. */
export interface MockCaller {
  readonly tenant: string;
  /** All that any operation asks for. */
  readonly scopes: readonly string[];
}

/** Looks credentials up. What no request can show, such as a certificate on a connection without TLS, is taken as shown. */
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
