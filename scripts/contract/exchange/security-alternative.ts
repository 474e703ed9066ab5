// Security requirements as alternatives, each a set of credentials with scopes that a request must carry.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject, resolvePointer } from "../document/pointer.ts";
import type { Credential } from "./http.ts";

/** Credentials that are required together; empty: no authentication. */
export type Alternative = readonly Credential[];

/** Returns the alternatives of a `security` list. An empty list requires nothing. */
export function alternativesOf(root: JsonObject, security: readonly JsonObject[]): readonly Alternative[] {
  if (security.length === 0) return [[]];
  return security.map((requirement) =>
    Object.entries(requirement).map(([name, scopes]) => ({
      scheme: schemeText(schemeNamed(root, name), name),
      scopes: isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [],
    })),
  );
}

/** Returns true if the credentials satisfy the alternative. */
export function opens(credentials: readonly Credential[], alternative: Alternative): boolean {
  return alternative.every((wanted) =>
    credentials.some(
      (held) =>
        sameScheme(held.scheme, wanted.scheme) && wanted.scopes.every((scope) => held.scopes.includes(scope)),
    ),
  );
}

/**
 * Names of header fields are case-insensitive (RFC 9110, section 5.1), those of query parameters and cookies
 * are not.
 */
function sameScheme(a: string, b: string): boolean {
  if (a === b) return true;
  return a.startsWith(inHeader) && a.toLowerCase() === b.toLowerCase();
}

const inHeader = "apiKey header ";

/**
 * Returns the API keys that a message may carry, whatever they are declared as: every header field, query
 * parameter or cookie can be one.
 */
export function keysCarried(
  place: "header" | "query" | "cookie",
  names: readonly string[],
): readonly Credential[] {
  return names.map((name) => ({ scheme: `apiKey ${place} ${name}`, scopes: [] }));
}

/** Returns true if credentials are sent in the location of a parameter, so that the request carries it. */
export function carries(
  credentials: readonly Credential[],
  { place, name }: { readonly place: string; readonly name: string },
): boolean {
  return credentials.some(({ scheme }) => sameScheme(scheme, `apiKey ${place} ${name}`));
}

/** `http basic`, or `http basic and apiKey header x-key (read write)`, or `none`. */
export function alternativeText(alternative: Alternative): string {
  if (alternative.length === 0) return "none";
  return alternative
    .map(({ scheme, scopes }) => (scopes.length === 0 ? scheme : `${scheme} (${scopes.join(" ")})`))
    .join(" and ");
}

function schemeNamed(root: JsonObject, name: string): Json | undefined {
  const schemes = resolvePointer(root, "/components/securitySchemes");
  const own = isObject(schemes) && Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  const ref = isObject(own) ? own["$ref"] : undefined;
  return typeof ref === "string" && ref.startsWith("#/") ? resolvePointer(root, ref.slice(1)) : own;
}

/**
 * Identifies a credential independently of its name in the document: a renamed scheme takes the same
 * credentials.
 */
function schemeText(scheme: Json | undefined, name: string): string {
  if (!isObject(scheme)) return `undeclared ${name}`;
  const { type } = scheme;
  if (type === "apiKey") return `apiKey ${text(scheme["in"])} ${text(scheme["name"])}`;
  if (type === "http") return `http ${text(scheme["scheme"]).toLowerCase()}`;
  if (type === "openIdConnect") return `openIdConnect ${text(scheme["openIdConnectUrl"])}`;
  // Flows are ways to obtain a token, not part of it: another flow or URL does not affect tokens.
  return text(type);
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
