// What is in a response's body, and where.
import { isJsonType } from "../../runtime/boundary/media-type.ts";
import { mediaRange } from "../../exchange/media-range.ts";
import { fieldOf, type Received } from "../send/sender.ts";

/** The value of a JSON body; undefined for any other. */
export function jsonOf(response: Received | undefined): unknown {
  if (response === undefined || response.body.length === 0) return undefined;
  const { type, subtype } = mediaRange(fieldOf(response, "content-type") ?? "");
  if (!isJsonType(`${type}/${subtype}`)) return undefined;
  try {
    return JSON.parse(response.body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A member of an object; undefined where there is none. */
export function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? (value[Number(name)] as unknown) : undefined;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** What a JSON Pointer leads to. */
export function atPointer(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((at, key) => memberOf(at, key.replaceAll("~1", "/").replaceAll("~0", "~")), value);
}

/** What a path of names leads to. */
export function along(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(memberOf, value);
}

/** A text or number, which is what ids are. */
export function scalarOf(value: unknown): string | number | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? value : undefined;
}

declare const done: unique symbol;
/** A response that says that the request was done. */
type Done = Received & { readonly [done]: true };

/** Whether a request was done. */
export function isDone(response: Received | undefined): response is Done {
  return response !== undefined && response.status < 300;
}
