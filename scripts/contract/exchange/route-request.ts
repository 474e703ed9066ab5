// Routes a concrete request to an operation, as a server that follows the document would.
import { compareTemplates } from "../runtime/boundary/path-order.ts";
import type { Api, ApiOperation } from "./api.ts";
import type { HttpRequest } from "./http.ts";
import { candidates } from "./operation-index.ts";
import { hasQuery } from "./path-template.ts";
import { escapedPattern, serverPattern } from "./server-url.ts";

/** Returns the raw path parameters of a request that matches the operation, or the reason why it does not. */
export function routeRequest(
  api: Api,
  operation: ApiOperation,
  request: HttpRequest,
): { readonly path: readonly string[] } | { readonly error: string } {
  // Webhooks and callbacks are sent to a URL that the client chose.
  if (operation.caller === "provider") return { path: [] };
  const url = urlOf(request);
  const path = matchUrl(operation, request);
  if (path === undefined) return { error: `${request.method} ${url} is not declared` };
  // OpenAPI, Paths Object: concrete definitions are matched before their templated counterparts.
  const nearer = candidates(api, request.method, url.split("/")).find(
    (other) =>
      other.source !== operation.source &&
      matchUrl(other, request) !== undefined &&
      compareTemplates(other.template.text, operation.template.text) < 0,
  );
  return nearer === undefined ? { path } : { error: `${request.method} ${url} is ${nearer.label}` };
}

function urlOf({ server, target }: HttpRequest): string {
  const path = target.split("?")[0] ?? "";
  return (server === "/" ? "" : server) + path;
}

function matchUrl(operation: ApiOperation, request: HttpRequest): readonly string[] | undefined {
  if (operation.source.method !== request.method) return undefined;
  const { server, target } = request;
  // OpenAPI does not allow a query in a path, but documents have it: such a path is matched against path and
  // query.
  const url = hasQuery(operation.template) ? (server === "/" ? "" : server) + target : urlOf(request);
  for (const pattern of patternsOf(operation)) {
    const match = pattern.exec(url);
    if (match !== null) return match.slice(1);
  }
  return undefined;
}

/**
 * The patterns of the operations used last. The cache is bounded, because a regular expression that has been
 * used takes far more memory than its text.
 */
const patterns = new Map<ApiOperation, readonly RegExp[]>();
const patternsKept = 1000;

function patternsOf(operation: ApiOperation): readonly RegExp[] {
  const known = patterns.get(operation);
  if (known !== undefined) return known;
  const path = operation.template.literals.map(escapedPattern).join("([^/?&]+?)");
  const end = hasQuery(operation.template) ? "(?:&.*)?$" : "$";
  const made = operation.servers.map((server) => new RegExp(`^${serverPattern(server)}${path}${end}`));
  if (patterns.size >= patternsKept) patterns.clear();
  patterns.set(operation, made);
  return made;
}
