// Accepts any credentials that are present and well-formed for their scheme.
import { type Guard, type SecurityScheme, securityScheme } from "../../generated/boundary.ts";
import type { Schemas } from "../../generated/state.ts";

/** Creates a guard that accepts all credentials, and grants every scope that an operation requires. */
export function anyCredentials(
  schemas: Schemas,
  operations: readonly { readonly security: Guarded }[],
): Guard<Request> {
  const required = operations.flatMap(({ security }) => security.flatMap((one) => Object.entries(one)));
  const names = [...new Set(required.map(([name]) => name))];
  const authenticate = names.map((name): [string, () => object] => {
    const scopes = required.flatMap(([other, wanted]) => (other === name ? wanted : []));
    return [name, () => ({ scopes })];
  });
  const schemes = names.map((name): [string, SecurityScheme] => {
    const pointer = `/components/securitySchemes/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return [name, visible(securityScheme(schemas.at(pointer)))];
  });
  return {
    realm: "test",
    schemes: Object.fromEntries(schemes),
    authenticate: Object.fromEntries(authenticate),
    challenges: {},
  };
}

type Guarded = readonly Readonly<Record<string, readonly string[]>>[];

/** Cookies are set by the platform, so a `fetch` does not see them: cookie schemes are not checked. */
function visible(scheme: SecurityScheme): SecurityScheme {
  return scheme.kind === "apiKey" && scheme.in === "cookie" ? { kind: "other" } : scheme;
}
