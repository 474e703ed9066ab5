// Serialises header parameters that are arrays or objects, and cookies.
import { isRecord } from "../is-record.ts";
import { jsonText } from "./json-text.ts";
import type { Operation } from "../operation.ts";
import { wireText } from "./wire-text.ts";

/** One parameter: its option, and its serialisation. */
export interface HeaderParameter {
  readonly option: string;
  readonly name: string;
  readonly cookie?: boolean;
  /** A cookie whose value is not percent-encoded (OpenAPI 3.2, style `cookie`). */
  readonly raw?: boolean;
  readonly explode?: boolean;
  readonly json?: boolean;
}

/**
 * Creates the serialiser of such parameters from a call's options. Browsers do not send cookies set by a
 * program; Node and Deno do.
 */
export function moreHeaders(parameters: readonly HeaderParameter[]): NonNullable<Operation["moreHeaders"]> {
  return (options) => {
    const fields: [string, string][] = [];
    const cookies: string[] = [];
    for (const parameter of parameters) {
      const value: unknown = Reflect.get(options, parameter.option);
      if (value === undefined) continue;
      if (parameter.cookie) for (const one of cookie(parameter, value)) cookies.push(one);
      else fields.push([parameter.name, texts(parameter, value, fieldText(parameter, value)).join(",")]);
    }
    const headers = Object.fromEntries(fields);
    return cookies.length === 0 ? headers : { ...headers, Cookie: cookies.join("; ") };
  };
}

/** Returns a check of texts: a comma in an item would split it, since fields are not percent-encoded. */
function fieldText({ option, json }: HeaderParameter, value: unknown): (text: string) => string {
  return (text) => {
    if (json || !isRecord(value) || !text.includes(",")) return text;
    throw new TypeError(`${option} must not contain "," in an item`);
  };
}

function cookie(parameter: HeaderParameter, value: unknown): string[] {
  const { name, option, raw, json } = parameter;
  // JSON is one text, so it is never exploded.
  const explode = parameter.explode && !json;
  const encode = raw ? (text: string) => cookieText(option, text) : encodeURIComponent;
  const all = texts(parameter, value, encode);
  if (explode && isRecord(value) && !Array.isArray(value)) return all;
  return explode ? all.map((text) => `${name}=${text}`) : [`${name}=${all.join(",")}`];
}

/**
 * Validates a text that a cookie can contain unencoded (RFC 6265, section 4.1.1). Throws a TypeError for any
 * other.
 */
function cookieText(option: string, text: string): string {
  if (/^[!#-+\--:<-[\]-~]*$/.test(text)) return text;
  throw new TypeError(
    `${option} must contain only ASCII characters, and no spaces, quotes, commas, semicolons or backslashes`,
  );
}

/**
 * Serialises a value (OpenAPI 3.1, section 4.8.12.3): `a,b` for arrays, `k,v` for objects, `k=v` if exploded.
 */
function texts(
  { option, explode, json }: HeaderParameter,
  value: unknown,
  encode: (text: string) => string,
): string[] {
  const text = (part: unknown): string => encode(wireText(option, part));
  if (json) return [encode(jsonText(value))];
  if (Array.isArray(value)) return value.map(text);
  if (!isRecord(value) || value instanceof Date) return [text(value)];
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return explode
    ? members.map(([key, member]) => `${encode(key)}=${text(member)}`)
    : members.flatMap(([key, member]) => [encode(key), text(member)]);
}
