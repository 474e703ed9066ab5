// Below which URL an operation is called.

/** Without a user, who would end up in messages and logs, and without what would swallow the path. Throws a TypeError. */
export function plainBaseUrl(url: string): string {
  if (/^https?:\/\/[^/@?#\s]+(\/[^?#\s]*)?$/i.test(url)) return url.replace(/\/+$/, "");
  throw new TypeError("baseUrl must be a plain http(s) URL");
}

/**
 * Where a call goes: to its own `baseUrl`; else to the server that the document gives the operation for itself, if it does, a
 * relative one on the host of the client's; else to the client's. Credentials go along, because it is the document that says
 * where the operation that wants them is.
 *
 * @param server  of the operation, such as `https://files.example.com` or `/files`
 */
export function baseUrlOf(client: string, server: string | undefined, own: string | undefined): string {
  return plainBaseUrl(own ?? (server ? serverOf(client, server) : client));
}

/** A path stays on its host, whatever it begins with: two slashes would be another's name (RFC 3986, section 4.2). */
function serverOf(client: string, server: string): string {
  if (/^https?:\/\//i.test(server)) return server;
  return `${new URL(client).origin}/${server.replace(/^[\s/\\]+/, "")}`;
}
