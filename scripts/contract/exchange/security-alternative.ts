// Security requirements as what they ask of a request: alternatives, each a set of credentials with scopes.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject, resolvePointer } from "../document/pointer.ts";
import type { Credential } from "./http.ts";

/** Credentials that together open an operation; none: it is open to everyone. */
export type Alternative = readonly Credential[];

/** The alternatives of a `security` list. An empty list asks for nothing. */
export function alternativesOf(root: JsonObject, security: readonly JsonObject[]): readonly Alternative[] {
  if (security.length === 0) return [[]];
  return security.map((requirement) =>
    Object.entries(requirement).map(([name, scopes]) => ({
      scheme: schemeText(schemeNamed(root, name), name),
      scopes: isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : [],
    })),
  );
}

/** Whether credentials open what an alternative guards. */
export function opens(credentials: readonly Credential[], alternative: Alternative): boolean {
  return alternative.every((wanted) =>
    credentials.some(
      (held) =>
        sameScheme(held.scheme, wanted.scheme) && wanted.scopes.every((scope) => held.scopes.includes(scope)),
    ),
  );
}

/** Names of header fields have no case (RFC 9110, section 5.1), those of queries and cookies have. */
function sameScheme(a: string, b: string): boolean {
  if (a === b) return true;
  return a.startsWith(inHeader) && a.toLowerCase() === b.toLowerCase();
}

const inHeader = "apiKey header ";

/**
 * The API keys that a message carries, whatever they are declared as: each of its header fields, parameters of the
 * query and cookies may be one.
 */
export function keysCarried(
  place: "header" | "query" | "cookie",
  names: readonly string[],
): readonly Credential[] {
  return names.map((name) => ({ scheme: `apiKey ${place} ${name}`, scopes: [] }));
}

/** Whether credentials travel in the place of a parameter: such a request carries it. */
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

/** What a credential is, whatever the document calls it: a scheme under a new name takes the same credentials. */
function schemeText(scheme: Json | undefined, name: string): string {
  if (!isObject(scheme)) return `undeclared ${name}`;
  const { type } = scheme;
  if (type === "apiKey") return `apiKey ${text(scheme["in"])} ${text(scheme["name"])}`;
  if (type === "http") return `http ${text(scheme["scheme"]).toLowerCase()}`;
  if (type === "openIdConnect") return `openIdConnect ${text(scheme["openIdConnectUrl"])}`;
  // Flows are ways to a token, not part of it: a further one, or a new URL, leaves tokens as they are.
  return text(type);
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
