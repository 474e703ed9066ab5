// Names of downloaded files. Bundled only for documents with responses that are neither JSON nor text.
import type { Operation, StreamCall } from "../operation.ts";
import { CallError, ConnectionError } from "./errors.ts";
import { isJson } from "./media-type.ts";

/** Creates the `stream` property of an operation whose content is a file. */
export function downloads(): NonNullable<Operation["stream"]> {
  return (response, mediaType, call) =>
    isJson(mediaType) || mediaType.startsWith("text/") ? undefined : namedBlob(response, call);
}

async function namedBlob(response: Response, { site, deadline }: StreamCall): Promise<Blob> {
  const lost = (cause: unknown): Error =>
    cause instanceof CallError ? cause : new ConnectionError(site, "the response ended early", true, cause);
  const content = await deadline.race(response.blob(), lost);
  const name = fileName(response.headers.get("Content-Disposition") ?? "");
  return name === undefined ? content : new File([content], name, { type: content.type });
}

/**
 * Returns the file name of a `Content-Disposition` (RFC 6266): `filename*` takes precedence over `filename`.
 * Folders are removed, as the name comes from the server; undefined if nothing is left.
 *
 * @example fileName(`attachment; filename="a.txt"; filename*=UTF-8''%e2%82%ac.txt`) // "€.txt"
 */
export function fileName(disposition: string): string | undefined {
  const given = new Map<string, string>();
  // Quoted strings are consumed as a whole, so that no text within them is taken for a parameter.
  for (const [, name = "", quoted, token] of disposition.matchAll(
    /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g,
  )) {
    const value = quoted?.replace(/\\(.)/g, "$1") ?? token ?? "";
    // The first of several is used (RFC 6266, section 4.1, forbids them).
    if (!given.has(name.toLowerCase())) given.set(name.toLowerCase(), value);
  }
  return plainName(extendedValue(given.get("filename*") ?? "")) ?? plainName(given.get("filename"));
}

/** Decodes `UTF-8'en'%e2%82%ac` (RFC 8187); undefined if it is malformed or has another charset. */
function extendedValue(value: string): string | undefined {
  const [, charset = "", text = ""] = /^([\w-]+)'[\w-]*'(.*)$/.exec(value) ?? [];
  try {
    if (/^utf-8$/i.test(charset)) return decodeURIComponent(text);
  } catch {
    return undefined;
  }
  if (!/^iso-8859-1$/i.test(charset)) return undefined;
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Returns the last segment of a path, without control characters. */
function plainName(path: string | undefined): string | undefined {
  const name = path
    ?.replace(/[\0-\x1f\x7f]/g, "")
    .split(/[/\\]/)
    .at(-1)
    ?.trim();
  return name === undefined || /^\.{0,2}$/.test(name) ? undefined : name;
}
