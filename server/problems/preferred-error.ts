// Grants `Prefer: code=…, wait=…` for one operation: that declared error, after that wait.
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type OperationId, operations } from "../../generated/operations.ts";
import { errorKind, errorOfStatus } from "./errors.ts";
import { preferenceApplied, readPreference } from "../http/prefer.ts";
import { Refusal } from "./refusal.ts";

/** The header fields that say what was granted. Throws the error that was asked for. */
export type PreferredError = (request: IncomingMessage) => Promise<Record<string, string> | undefined>;

/** @param longestWait seconds */
export function createPreferredError(operationId: OperationId, longestWait: number): PreferredError {
  const { method, responses } = operations[operationId];
  const declared = Object.keys(responses)
    .map(Number)
    .filter((status) => errorOfStatus(status) !== undefined);
  return async (request) => {
    const field = request.headers["prefer"];
    if (field === undefined) return undefined;
    const written = Array.isArray(field) ? field.join(", ") : field;
    const preference = readPreference(written, { declared, longestWait });
    const applied = preferenceApplied(preference);
    if (preference.wait !== undefined) await sleep(preference.wait * 1000);
    const { undeclaredCode } = preference;
    const headers: Record<string, string> = {
      ...(applied !== "" && { "Preference-Applied": applied }),
      // No registered field says what was ignored; without a word a tester would look for a fault in the server.
      ...(undeclaredCode !== undefined && {
        "Preference-Ignored": `code=${undeclaredCode}; declared="${declared.join(" ")}"`,
      }),
    };
    const kind = preference.code === undefined ? undefined : errorOfStatus(preference.code);
    if (kind === undefined) return headers;
    const allow = kind === "methodNotAllowed" ? { Allow: method } : {};
    const detail = `${errorKind(kind).detail} (The request preferred this answer.)`;
    throw new Refusal(kind, { detail, headers: { ...headers, ...allow } });
  };
}
