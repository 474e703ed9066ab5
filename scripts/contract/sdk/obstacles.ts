// The reasons why nothing can be generated for an operation.
import type { PlannedOperation } from "../generate/plan.ts";

/** Methods that `fetch` never sends (Fetch, section 2.2.1: forbidden methods). */
const forbidden = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Returns why a client has no method for an operation; undefined if it has one. */
export function clientObstacle(operation: PlannedOperation): string | undefined {
  const { source, body } = operation;
  const { method } = source;
  if (forbidden.has(method)) return `fetch sends no ${method}`;
  if (/^(GET|HEAD)$/.test(method) && body?.required === true) return `fetch sends no body with ${method}`;
  return serverObstacle(operation);
}

/** Returns why a server has no route for it. */
export function serverObstacle({ source: { path } }: PlannedOperation): string | undefined {
  if (path.includes("#")) return "what follows the # in its path is never sent (RFC 9110, section 4.2.5)";
  if (path.includes("?")) return "its path holds a query, which is for parameters to describe";
  if (!path.startsWith("/")) return "its path does not begin with a slash";
  return undefined;
}
