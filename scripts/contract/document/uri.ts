// Resolves references as in RFC 3986, for documents whose base may be a file path instead of a URI.
import { dirname, isAbsolute, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** Returns true for an `http:` or `https:` URL. */
export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/**
 * Returns true if a reference has its own scheme (section 3.1) or host. A single letter before the colon is a
 * Windows drive.
 */
export function isAbsoluteUri(text: string): boolean {
  return /^([A-Za-z][A-Za-z0-9+.-]+:|\/\/)/.test(text);
}

/**
 * Resolves a reference without a fragment against `base`. Both may be paths: then the result is a path,
 * percent-decoded. `file:` URLs are treated as paths.
 */
export function resolveUri(base: string, reference: string): string {
  if (/^file:/i.test(reference)) return pathOfFileUrl(reference) ?? reference;
  if (isAbsoluteUri(reference) || isAbsoluteUri(base)) return normalUri(reference, base);
  const path = decodeUri(reference);
  return isAbsolute(path) ? normalize(path) : join(dirname(base), path);
}

/**
 * Normalises a URI: lower-case host, no default port, no `..`. Returns the text itself if it is not a URI.
 */
export function normalUri(uri: string, base?: string): string {
  try {
    return new URL(uri, base === undefined || !isAbsoluteUri(base) ? undefined : base).href.replace(/#$/, "");
  } catch {
    return uri;
  }
}

/** Undoes percent-encoding; returns the text itself if it is malformed. */
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
