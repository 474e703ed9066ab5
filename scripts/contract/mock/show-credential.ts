// Formats credentials, for display and for curl.
import type { SecurityScheme } from "../runtime/boundary/credentials.ts";
import { firstTenant } from "./credentials.ts";
import type { Credential } from "./mock-api.d.ts";
import type { MockOperation } from "./mock-contract.ts";

type Schemes = Readonly<Record<string, SecurityScheme>>;

/** Formats credentials: `petstore_auth  Authorization: Bearer mock-…  (tenant-1)` */
export function printedCredential(schemes: Schemes, { scheme, value, tenant }: Credential): string {
  const known = schemes[scheme] ?? { kind: "other" };
  const shown =
    known.kind === "apiKey"
      ? `${known.in} ${known.name}: ${value}`
      : known.kind === "basic"
        ? `Basic ${value}`
        : `Authorization: ${authorization(known, value)}`;
  return `${scheme}  ${shown}  (${tenant})`;
}

/**
 * Returns the header fields with a tenant's credentials for every scheme that uses one; of several schemes
 * that use `Authorization`, the first.
 */
export function credentialFields(
  contracts: readonly {
    readonly contract: { readonly schemes: Schemes };
    readonly credentials: readonly Credential[];
  }[],
  tenant: string,
): Record<string, string> {
  const fields: Record<string, string> = {};
  const cookies: string[] = [];
  for (const { contract, credentials } of contracts) {
    for (const { scheme, value } of credentials.filter((one) => one.tenant === tenant)) {
      const known = contract.schemes[scheme] ?? { kind: "other" };
      if (known.kind === "apiKey" && known.in === "cookie")
        cookies.push(`${known.name}=${encodeURIComponent(value)}`);
      else if (known.kind === "apiKey" && known.in === "header") fields[known.name] ??= value;
      else if (known.kind !== "apiKey") fields["Authorization"] ??= authorization(known, value);
    }
  }
  if (cookies.length > 0) fields["Cookie"] = cookies.join("; ");
  return fields;
}

/** Returns the value of the `Authorization` field (RFC 9110, section 11.6.2). */
function authorization(scheme: SecurityScheme, value: string): string {
  if (scheme.kind === "basic") return `Basic ${Buffer.from(value).toString("base64")}`;
  return `${scheme.kind === "http" ? scheme.scheme : "Bearer"} ${value}`;
}

/**
 * Returns the arguments of curl and the query with credentials for an operation; undefined if no request can
 * carry them.
 */
export function shownCredential(
  { security }: Pick<MockOperation, "security">,
  schemes: Schemes,
  credentials: readonly Credential[],
): { readonly words: readonly string[]; readonly query: string } | undefined {
  if (security.length === 0) return { words: [], query: "" };
  const words: string[] = [];
  const query: string[] = [];
  const alternative = security.find((one) =>
    Object.keys(one).every((scheme) => credentials.some((credential) => credential.scheme === scheme)),
  );
  if (alternative === undefined) return undefined;
  for (const scheme of Object.keys(alternative)) {
    const value = credentials.find((one) => one.scheme === scheme && one.tenant === firstTenant)?.value ?? "";
    const known = schemes[scheme] ?? { kind: "other" };
    if (known.kind === "basic") words.push("-u", value);
    else if (known.kind === "bearer" || known.kind === "http")
      words.push("-H", `Authorization: ${authorization(known, value)}`);
    else if (known.kind === "apiKey" && known.in === "query")
      query.push(`${encodeURIComponent(known.name)}=${encodeURIComponent(value)}`);
    else if (known.kind === "apiKey")
      words.push(
        "-H",
        known.in === "cookie"
          ? `Cookie: ${known.name}=${encodeURIComponent(value)}`
          : `${known.name}: ${value}`,
      );
  }
  return { words, query: query.length === 0 ? "" : `?${query.join("&")}` };
}
