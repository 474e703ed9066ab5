// Decides which hosts may receive deliveries: this machine and those allowed by name. Addresses come from
// documents and requests, and neither is trusted.

/**
 * Returns the URL of a receiver, or why it is rejected.
 *
 * @param allowed  hosts, with or without a port
 */
export function receiverOf(address: string, allowed: readonly string[]): URL | { readonly refused: string } {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { refused: "the address is not a URL" };
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return { refused: "the address is not of HTTP" };
  if (url.username !== "" || url.password !== "") return { refused: "the address carries credentials" };
  if (isThisMachine(url.hostname) || allowed.includes(url.host) || allowed.includes(url.hostname)) return url;
  return { refused: `${url.hostname} is not this machine; --allow-callbacks ${url.hostname} allows it` };
}

/** Compares names only, without resolving them: DNS may return another address a moment later. */
function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
