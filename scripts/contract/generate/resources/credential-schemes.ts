// The security schemes of an API, with the client options that hold the credentials.
import type { Json, JsonObject } from "../../document/document.ts";
import { deref, isObject } from "../../document/pointer.ts";
import { type Code, emit } from "../code.ts";
import { inheritedNames, toIdentifier } from "../names.ts";
import type { Plan } from "../plan.ts";

/** An option that holds a credential. */
export interface Field {
  readonly name: Code;
  readonly env: string | undefined;
  readonly description: string | undefined;
  /** Whether it may be a function that returns the credential. */
  readonly renewable: boolean;
}

/** A scheme for which something is sent. */
export interface Scheme {
  /** The scheme's names in the document; several schemes with the same option and serialization are one. */
  readonly keys: readonly string[];
  readonly in: "header" | "query" | "cookie";
  readonly name: string;
  /** The prefix of the credentials. */
  readonly prefix: string;
  readonly fields: readonly Field[];
}

/** Returns the options, each once: schemes may share one. */
export function credentialFields(plan: Plan): Field[] {
  const fields = sentSchemes(plan).flatMap((scheme) => scheme.fields);
  return [...new Map(fields.reverse().map((field) => [field.name, field])).values()].reverse();
}

/**
 * Returns the schemes that some operation requires, in the order of the document; the same header for the
 * same option once.
 */
export function sentSchemes({ document: { root }, operations }: Plan): Scheme[] {
  const used = new Set(
    operations.flatMap(({ source }) => source.security.flatMap((requirement) => Object.keys(requirement))),
  );
  const schemes = memberObject(memberObject(root, "components"), "securitySchemes");
  const found = new Map<string, Scheme>();
  const owners = new Map(inheritedNames.map((name) => [name, ""]));
  for (const [key, node] of Object.entries(schemes)) {
    const scheme = node === undefined ? undefined : deref(root, node);
    const planned = used.has(key) && isObject(scheme) ? schemeOf(scheme) : undefined;
    if (planned === undefined) continue;
    const place = `${planned.in} ${planned.name} ${planned.prefix}`;
    // Two keys in different locations are two options; the second is named after its scheme.
    const fields = planned.fields.map((field) => {
      const name = ownName([field.name, toIdentifier(key)], place, owners);
      owners.set(name, place);
      return { ...field, name };
    });
    const same = `${place} ${fields.map(({ name }) => name).join(" ")}`;
    found.set(same, {
      ...planned,
      fields,
      ...found.get(same),
      keys: [...(found.get(same)?.keys ?? []), key],
    });
  }
  return [...found.values()];
}

/**
 * Returns the first name that is not used for another location, so that no credential is sent elsewhere than
 * intended.
 */
function ownName(
  [usual, other]: readonly [Code, Code],
  place: string,
  owners: ReadonlyMap<string, string>,
): Code {
  const isFree = (name: Code): boolean => (owners.get(name) ?? place) === place;
  if (isFree(usual)) return usual;
  let name = other;
  for (let number = 2; !isFree(name); number += 1) name = emit`${other}${number}`;
  return name;
}

function schemeOf(node: JsonObject): Omit<Scheme, "keys"> | undefined {
  const { type, in: place, name } = node;
  const field = (part: string, fallback: string, renewable = false): Field => {
    const given = memberObject(memberObject(node, "x-sdk"), part);
    return {
      name: toIdentifier(text(given["name"]) ?? fallback),
      env: text(given["env"]),
      description: text(node["description"]),
      renewable,
    };
  };
  if (type === "apiKey") {
    if ((place !== "header" && place !== "query" && place !== "cookie") || typeof name !== "string")
      return undefined;
    return { in: place, name, prefix: "", fields: [field("key", "apiKey", place !== "query")] };
  }
  if (type === "oauth2" || type === "openIdConnect")
    return authorization("Bearer ", [field("token", "token", true)]);
  if (type !== "http") return undefined;
  const scheme = text(node["scheme"]) ?? "bearer";
  if (/^basic$/i.test(scheme)) {
    return authorization("Basic ", [field("username", "username"), field("password", "password")]);
  }
  if (/^bearer$/i.test(scheme)) return authorization("Bearer ", [field("token", "token", true)]);
  return authorization(`${scheme} `, [field("credentials", "credentials", true)]);
}

function authorization(prefix: string, fields: readonly Field[]): Omit<Scheme, "keys"> {
  return { in: "header", name: "Authorization", prefix, fields };
}

export function memberObject(node: JsonObject, key: string): JsonObject {
  const member = node[key];
  return isObject(member) ? member : {};
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
