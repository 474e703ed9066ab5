// Determines the base URL of a call.

/**
 * Validates a base URL and removes trailing slashes. Throws a TypeError for a user, who would appear in
 * messages and logs, and for a query or fragment, which would swallow the path.
 */
export function plainBaseUrl(url: string): string {
  if (/^https?:\/\/[^/@?#\s]+(\/[^?#\s]*)?$/i.test(url)) return url.replace(/\/+$/, "");
  throw new TypeError("baseUrl must be a plain http(s) URL");
}

/**
 * Returns the base URL of a call: its own `baseUrl`; else the server that the document declares for the
 * operation, a relative one on the host of the client's; else the client's. Credentials are sent there too,
 * because the document declares both the server and the credentials of the operation.
 *
 * @param server  of the operation, such as `https://files.example.com` or `/files`
 */
export function baseUrlOf(client: string, server: string | undefined, own: string | undefined): string {
  return plainBaseUrl(own ?? (server ? serverOf(client, server) : client));
}

/**
 * A path always stays on the client's host: two leading slashes would name another one (RFC 3986, section
 * 4.2).
 */
function serverOf(client: string, server: string): string {
  if (/^https?:\/\//i.test(server)) return server;
  return `${new URL(client).origin}/${server.replace(/^[\s/\\]+/, "")}`;
}
