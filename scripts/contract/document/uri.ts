// References as RFC 3986 resolves them, for documents whose address may be a path of a file instead of a URI.
import { dirname, isAbsolute, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** Whether a text is an `http:` or `https:` URL. */
export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Whether a reference names its own scheme (section 3.1) or host. One letter before the colon is a drive of Windows. */
export function isAbsoluteUri(text: string): boolean {
  return /^([A-Za-z][A-Za-z0-9+.-]+:|\/\/)/.test(text);
}

/**
 * What a reference without a fragment means where the base is `base`. Both may be paths: then the result is one, too, its
 * percent-encoding undone. `file:` URLs are paths.
 */
export function resolveUri(base: string, reference: string): string {
  if (/^file:/i.test(reference)) return pathOfFileUrl(reference) ?? reference;
  if (isAbsoluteUri(reference) || isAbsoluteUri(base)) return normalUri(reference, base);
  const path = decodeUri(reference);
  return isAbsolute(path) ? normalize(path) : join(dirname(base), path);
}

/** A URI with the host in small letters, no default port, no `..`; the text itself when it is none. */
export function normalUri(uri: string, base?: string): string {
  try {
    return new URL(uri, base === undefined || !isAbsoluteUri(base) ? undefined : base).href.replace(/#$/, "");
  } catch {
    return uri;
  }
}

/** Percent-encoding undone; the text itself when it is broken. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pathOfFileUrl(url: string): string | undefined {
  try {
    return fileURLToPath(new URL(url));
  } catch {
    return undefined;
  }
}
