// Detects which of an operation's credentials a request carries: only their kind, never their content.
import type { ApiOperation } from "../exchange/api.ts";
import type { Credential } from "../exchange/http.ts";

type HeaderList = readonly (readonly [name: string, value: string])[];

/**
 * Returns the credentials. Scopes are not visible, so a credential of the right kind counts as having them.
 */
export function shownCredentials(
  { security }: Pick<ApiOperation, "security">,
  headers: HeaderList,
  query: string,
): Credential[] {
  const wanted = new Map(security.flat().map((credential) => [JSON.stringify(credential), credential]));
  return [...wanted.values()].filter(({ scheme }) => isShown(scheme, headers, query));
}

/** @param scheme in the form of `security-alternative.ts`, such as `http basic` or `apiKey header x-key` */
function isShown(scheme: string, headers: HeaderList, query: string): boolean {
  const [type = "", where = "", ...rest] = scheme.split(" ");
  const name = rest.join(" ");
  if (type === "apiKey") return hasApiKey(where, name, headers, query);
  // A client certificate is visible only where TLS ends, which is not the proxy.
  if (type === "mutualTLS") return true;
  const kind = valueOf(headers, "authorization")?.split(" ")[0]?.toLowerCase();
  if (kind === undefined) return false;
  return type === "http" ? kind === where : kind === "bearer" || kind === "dpop";
}

function hasApiKey(where: string, name: string, headers: HeaderList, query: string): boolean {
  if (where === "header") return valueOf(headers, name.toLowerCase()) !== undefined;
  if (where === "query") return new URLSearchParams(query).has(name);
  const cookies = (valueOf(headers, "cookie") ?? "").split(";");
  return cookies.some((cookie) => cookie.trim().startsWith(`${name}=`));
}

function valueOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}
