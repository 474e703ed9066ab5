// Why no method can be made for an operation.
import type { PlannedOperation } from "../generate/plan.ts";

/** What `fetch` refuses to send, whoever asks (Fetch, section 2.2.1: forbidden methods). */
const forbidden = new Set(["CONNECT", "TRACE", "TRACK"]);

/** The reason; undefined where there is none. */
export function obstacleOf({ source, body }: PlannedOperation): string | undefined {
  const { method, path } = source;
  if (forbidden.has(method)) return `fetch sends no ${method}`;
  if (/^(GET|HEAD)$/.test(method) && body?.required === true) return `fetch sends no body with ${method}`;
  if (path.includes("#")) return "what follows the # in its path is never sent (RFC 9110, section 4.2.5)";
  if (!path.startsWith("/")) return "its path does not begin with a slash";
  return undefined;
}
