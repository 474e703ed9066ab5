// `Prefer: code=503, wait=2` (RFC 7240): returns a declared error on request, for people who test clients.
// Off by default.
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { preferenceApplied, readPreference } from "../../generated/control.ts";
import { type OperationId, operations } from "../../generated/operations.ts";
import { errorKind, errorOfStatus } from "../problems/errors.ts";
import { ApiProblem } from "../problems/api-problem.ts";

/** Returns the header fields that report the applied preferences. Throws the requested error. */
export type PreferredError = (
  request: Pick<IncomingMessage, "headers">,
) => Promise<Record<string, string> | undefined>;

/**
 * Creates the function that applies the preferences of requests to one operation.
 *
 * @param longestWait seconds
 */
export function createPreferredError(operationId: OperationId, longestWait: number): PreferredError {
  const { method, responses } = operations[operationId];
  const declared = Object.keys(responses)
    .map(Number)
    .filter((status) => errorOfStatus(status) !== undefined);
  return async (request) => {
    const field = request.headers["prefer"];
    if (field === undefined) return undefined;
    const written = Array.isArray(field) ? field.join(", ") : field;
    const { code, wait } = readPreference(written, longestWait);
    const isDeclared = code !== undefined && declared.includes(code);
    const applied = preferenceApplied({ ...(isDeclared && { code }), ...(wait !== undefined && { wait }) });
    if (wait !== undefined) await sleep(wait * 1000);
    const headers: Record<string, string> = {
      ...(applied !== "" && { "Preference-Applied": applied }),
      // No registered field reports an ignored preference; without one a tester would look for a fault in the
      // server.
      ...(code !== undefined &&
        !isDeclared && { "Preference-Ignored": `code=${code}; declared="${declared.join(" ")}"` }),
    };
    const kind = isDeclared ? errorOfStatus(code) : undefined;
    if (kind === undefined) return headers;
    const allow = kind === "methodNotAllowed" ? { Allow: method } : {};
    const detail = `${errorKind(kind).detail} (The request preferred this response.)`;
    throw new ApiProblem(kind, { detail, headers: { ...headers, ...allow } });
  };
}
