// Credentials as people are told of them, and as curl sends them.
import type { SecurityScheme } from "../runtime/boundary/credentials.ts";
import { type Credential, firstTenant } from "./credentials.ts";
import type { MockOperation } from "./mock-contract.ts";

type Schemes = Readonly<Record<string, SecurityScheme>>;

/** `petstore_auth  Authorization: Bearer mock-…  (tenant-1)` */
export function printedCredential(schemes: Schemes, { scheme, value, tenant }: Credential): string {
  const known = schemes[scheme] ?? { kind: "other" };
  const shown =
    known.kind === "apiKey"
      ? `${known.in} ${known.name}: ${value}`
      : known.kind === "basic"
        ? `Basic ${value}`
        : `Authorization: ${known.kind === "http" ? known.scheme : "Bearer"} ${value}`;
  return `${scheme}  ${shown}  (${tenant})`;
}

/** What of a command line and a query shows what an operation asks for; undefined where nothing can. */
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
    else if (known.kind === "bearer") words.push("-H", `Authorization: Bearer ${value}`);
    else if (known.kind === "http") words.push("-H", `Authorization: ${known.scheme} ${value}`);
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
