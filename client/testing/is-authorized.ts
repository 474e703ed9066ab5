// Whether a request carries credentials; which ones, a test does not care.
import type { ContractOperation } from "./contract.ts";
import type { Schemas } from "./schema.ts";

/** One of the operation's security requirements is met, as far as can be seen (OpenAPI 3.1, section 4.8.30). */
export function isAuthorized(
  schemas: Schemas,
  { security }: ContractOperation,
  headers: Headers,
  url: URL,
): boolean {
  const carries = (scheme: string): boolean => {
    const { type, in: place, name } = schemas.at(`/components/securitySchemes/${scheme}`);
    if (type !== "apiKey") return type === "mutualTLS" || headers.has("Authorization");
    if (place === "header") return headers.has(String(name));
    return place !== "query" || url.searchParams.has(String(name));
  };
  return security.length === 0 || security.some((requirement) => Object.keys(requirement).every(carries));
}

/** A query, still encoded, without the credentials in it: no operation declares those among its parameters. */
export function withoutCredentials(schemas: Schemas, query: string): string {
  const schemes = Object.values(schemas.at("/components/securitySchemes")).map((node) =>
    schemas.follow(node),
  );
  const names = schemes.flatMap((scheme) =>
    scheme["in"] === "query" ? [encodeURIComponent(String(scheme["name"]))] : [],
  );
  return query
    .split("&")
    .filter((pair) => !names.includes(pair.split("=")[0] ?? ""))
    .join("&");
}
