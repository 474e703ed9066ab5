// Header parameters that are lists or objects, and cookies.
import { isRecord } from "./is-record.ts";
import { jsonText } from "./json-text.ts";
import type { Operation } from "./operation.ts";
import { wireText } from "./wire-text.ts";

/** One parameter: its option, and how it is written. */
export interface HeaderParameter {
  readonly option: string;
  readonly name: string;
  readonly cookie?: boolean;
  readonly explode?: boolean;
  readonly json?: boolean;
}

/** What of a call's options are such headers. Browsers send no cookies that a program sets; Node and Deno do. */
export function moreHeaders(parameters: readonly HeaderParameter[]): NonNullable<Operation["moreHeaders"]> {
  return (options) => {
    const headers: Record<string, string> = {};
    const cookies: string[] = [];
    for (const parameter of parameters) {
      const value: unknown = Reflect.get(options, parameter.option);
      if (value === undefined) continue;
      if (parameter.cookie) cookies.push(...cookie(parameter, value));
      else headers[parameter.name] = texts(parameter, value).join(",");
    }
    return cookies.length === 0 ? headers : { ...headers, Cookie: cookies.join("; ") };
  };
}

function cookie(parameter: HeaderParameter, value: unknown): string[] {
  const { name, explode } = parameter;
  if (explode && isRecord(value) && !Array.isArray(value)) return texts(parameter, value, encodeURIComponent);
  const all = texts(parameter, value, encodeURIComponent);
  return explode ? all.map((text) => `${name}=${text}`) : [`${name}=${all.join(",")}`];
}

/** OpenAPI 3.1, section 4.8.12.3: `a,b` for lists, `k,v` for objects, `k=v` where they explode. */
function texts(
  { option, explode, json }: HeaderParameter,
  value: unknown,
  encode: (text: string) => string = (text) => text,
): string[] {
  const text = (part: unknown): string => encode(wireText(option, part));
  if (json) return [encode(jsonText(value))];
  if (Array.isArray(value)) return value.map(text);
  if (!isRecord(value) || value instanceof Date) return [text(value)];
  const members = Object.entries(value);
  return explode
    ? members.map(([key, member]) => `${encode(key)}=${text(member)}`)
    : members.flatMap(([key, member]) => [encode(key), text(member)]);
}
