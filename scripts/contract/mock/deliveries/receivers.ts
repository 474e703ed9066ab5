// Who may be called: this machine, and what was allowed by name. A document or a request names the address, and neither is to be trusted.

/** The URL of a receiver, or why it is not called. @param allowed  hosts, with a port or without */
export function receiverOf(address: string, allowed: readonly string[]): URL | { readonly refused: string } {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return { refused: "the address is no URL" };
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return { refused: "the address is not of HTTP" };
  if (url.username !== "" || url.password !== "") return { refused: "the address carries credentials" };
  if (isThisMachine(url.hostname) || allowed.includes(url.host) || allowed.includes(url.hostname)) return url;
  return { refused: `${url.hostname} is not this machine; --allow-callbacks ${url.hostname} allows it` };
}

/** By name: an address that a name stands for may be another one a moment later. */
function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
