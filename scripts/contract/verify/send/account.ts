// Credentials for the security schemes of a document, and their location in requests (OpenAPI, Security
// Scheme Object).
import type { Json, JsonObject } from "../../document/document.ts";
import { follow, isObject, resolvePointer } from "../../document/pointer.ts";
import type { ApiOperation } from "../../exchange/api.ts";

/** Secrets by security scheme: a token or key; for Basic `user:password`. */
export type Account = ReadonlyMap<string, string>;

/** What credentials add to a request. */
export interface Shown {
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly (readonly [string, string])[];
}

/** Returns the scheme names of each alternative, in the order of `operation.security`. */
export function alternativesBy({ source }: ApiOperation): readonly (readonly string[])[] {
  return source.security.length === 0 ? [[]] : source.security.map((requirement) => Object.keys(requirement));
}

/**
 * Returns the index of the first alternative for which an account has all secrets; undefined if there is
 * none.
 */
export function alternativeFor(operation: ApiOperation, account: Account): number | undefined {
  const alternatives = alternativesBy(operation);
  const full = alternatives.findIndex(
    (names) => names.length > 0 && names.every((name) => account.has(name)),
  );
  if (full >= 0) return full;
  const open = alternatives.findIndex((names) => names.length === 0);
  return open >= 0 ? open : undefined;
}

/** Returns the parts of a request that carry the secrets of some schemes. */
export function shown(root: JsonObject, names: readonly string[], account: Account): Shown {
  const headers: (readonly [string, string])[] = [];
  const query: (readonly [string, string])[] = [];
  const cookies: string[] = [];
  for (const name of names) {
    const secret = account.get(name);
    const scheme = schemeOf(root, name);
    if (secret === undefined || scheme === undefined) continue;
    const { type, in: place, name: key = "" } = scheme;
    if (type !== "apiKey") headers.push(["authorization", authorization(scheme, secret)]);
    else if (place === "query") query.push([text(key), secret]);
    else if (place === "cookie") cookies.push(`${text(key)}=${secret}`);
    else headers.push([text(key), secret]);
  }
  return { headers: cookies.length === 0 ? headers : [...headers, ["cookie", cookies.join("; ")]], query };
}

function authorization({ type, scheme }: JsonObject, secret: string): string {
  if (type !== "http") return `Bearer ${secret}`;
  const name = text(scheme).toLowerCase();
  if (name === "basic") return `Basic ${Buffer.from(secret).toString("base64")}`;
  return `${name === "bearer" ? "Bearer" : text(scheme)} ${secret}`;
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

function schemeOf(root: JsonObject, name: string): JsonObject | undefined {
  const schemes = resolvePointer(root, "/components/securitySchemes");
  const node = isObject(schemes) && Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (node === undefined) return undefined;
  const found = follow(root, { pointer: "", node }).node;
  return isObject(found) ? found : undefined;
}

/** Returns secrets of the right form that belong to no account. */
export function madeUp(names: readonly string[]): Account {
  return new Map(names.map((name) => [name, "contract-verify:made-up"]));
}

/**
 * Returns the right secrets with the last character changed: a server that compares only names accepts them.
 */
export function nearly(account: Account): Account {
  return new Map(
    [...account].map(([name, secret]) => [name, secret.slice(0, -1) + (secret.endsWith("x") ? "y" : "x")]),
  );
}

/** Returns a function that removes every secret from a text, also in the encoding of Basic. */
export function hiding(accounts: readonly Account[]): (text: string) => string {
  const secrets = accounts.flatMap((account) => [...account.values(), ...nearly(account).values()]);
  const texts = secrets
    .flatMap((secret) => [
      secret,
      Buffer.from(secret).toString("base64"),
      encodeURIComponent(secret),
      ...secret.split(":").slice(1),
    ])
    .filter((text) => text.length >= shortest)
    .sort((one, other) => other.length - one.length);
  return (text) => texts.reduce((rest, secret) => rest.replaceAll(secret, "…"), text);
}

/** Minimum length of a secret: shorter texts occur everywhere. */
const shortest = 4;
