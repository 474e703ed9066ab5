// Reads the resources in responses.
import { isDeepStrictEqual } from "node:util";

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the JSON of a body; undefined for any other body. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Returns the id in a response: of the resource itself, or of one in a wrapper object.
 *
 * @param wrapping  the name of the wrapped resource, used where several members have an id: `/floating_ips`
 *   makes a `floating_ip` and an `action`
 */
export function idIn(body: unknown, name: string, wrapping = "", depth = 2): unknown {
  if (Array.isArray(body) && body.length === 1) return idIn(body[0], name, wrapping, depth - 1);
  if (!isRecord(body)) return undefined;
  if (Object.hasOwn(body, name) && !isRecord(body[name])) return body[name];
  if (depth === 0) return undefined;
  const isNamed = (key: string): boolean => wrapping.replace(/ies$/, "y").startsWith(key);
  const keys = Object.keys(body).sort((one, other) => Number(isNamed(other)) - Number(isNamed(one)));
  for (const key of keys) {
    const found = idIn(body[key], name, wrapping, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Returns the last segment of a location. */
export function idAtEnd(location: string | null | undefined): string | undefined {
  const last = location?.split("/").at(-1);
  return last === undefined || last === "" ? undefined : decodeURIComponent(last);
}

/**
 * Returns whether a response contains a sent value, possibly with more members: a resource that was sent as
 * an id may be shown in full.
 */
function isShownIn(shown: unknown, sent: unknown): boolean {
  if (isRecord(sent) && isRecord(shown))
    return Object.keys(sent).every(
      (name) => Object.hasOwn(shown, name) && isShownIn(shown[name], sent[name]),
    );
  if (Array.isArray(sent) && Array.isArray(shown))
    return sent.length === shown.length && sent.every((item, at) => isShownIn(shown[at], item));
  return isDeepStrictEqual(sent, shown);
}

/**
 * Returns the first difference between a sent and a shown value; undefined if all that is shown equals what
 * was sent.
 */
export function difference(sent: unknown, shown: unknown): string | undefined {
  if (!isRecord(sent) || !isRecord(shown)) return undefined;
  const all = [shown, ...Object.values(shown).filter(isRecord)];
  const best = all.map((candidate) => Object.keys(sent).filter((name) => Object.hasOwn(candidate, name)));
  const most = best.reduce((at, names, index) => (names.length > best[at]!.length ? index : at), 0);
  const differing = best[most]!.find((name) => !isShownIn(all[most]![name], sent[name]));
  return (
    differing &&
    `${differing} was sent as ${JSON.stringify(sent[differing]).slice(0, 120)} and is ${JSON.stringify(all[most]![differing]).slice(0, 120)}`
  );
}

/** Returns whether an operation declares a success: some documents declare only errors. */
export function hasSuccess(responses: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(responses).some((status) => /^[23d]/.test(status));
}
