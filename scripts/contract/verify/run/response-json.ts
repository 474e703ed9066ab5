// Reads values from a response's body.
import { isJsonType } from "../../runtime/boundary/media-type.ts";
import { mediaRange } from "../../exchange/media-range.ts";
import { fieldOf, type Received } from "../send/sender.ts";

/** Returns the value of a JSON body; undefined for any other. */
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

/** Returns a member of an object; undefined if it is missing. */
export function memberOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(name) ? (value[Number(name)] as unknown) : undefined;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** Returns the value at a JSON Pointer. */
export function atPointer(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((at, key) => memberOf(at, key.replaceAll("~1", "/").replaceAll("~0", "~")), value);
}

/** Returns the value at a path of names. */
export function along(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(memberOf, value);
}

/** Returns a text or number, the types of ids; undefined for any other value. */
export function scalarOf(value: unknown): string | number | undefined {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? value : undefined;
}

declare const done: unique symbol;
/** A response that reports success. */
type Done = Received & { readonly [done]: true };

/** Returns whether a response reports success. */
export function isDone(response: Received | undefined): response is Done {
  return response !== undefined && response.status < 300;
}
