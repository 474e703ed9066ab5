// Settings that all responses of this server share.
import type {
  ConnectionOptions,
  ConnectionState,
  FieldsOf,
  ProblemCatalogue,
} from "../../generated/serve-operations.ts";
import { problemOf } from "../problems/problem.ts";
import { ApiProblem, problemFromError } from "../problems/api-problem.ts";
import type { Services } from "../services.ts";

/** The problem catalogue, the common header fields, and the request ids. */
export interface ResponseSettings extends ConnectionOptions {
  readonly problems: ProblemCatalogue;
  readonly fields: FieldsOf;
  readonly nextRequestId: () => string;
  readonly connection: ConnectionState;
}

/** Creates the settings of responses. */
export function createResponseSettings(
  { log, lifecycle, settings }: Pick<Services, "log" | "lifecycle" | "settings">,
  nextRequestId: () => string,
): ResponseSettings {
  const errorOf = (
    error: unknown,
    exchange: { readonly id: string; readonly operationId?: string | undefined },
  ) => problemFromError(error, log, { requestId: exchange.id, operationId: exchange.operationId });
  const problems: ProblemCatalogue = {
    errorOf,
    documentOf: (error, requestId) =>
      problemOf(error instanceof ApiProblem ? error : errorOf(error, { id: requestId }), requestId),
  };
  return {
    problems,
    // `nosniff`, because the content is what its type declares; `no-store`, because it belongs to an account,
    // so no cache may keep it (RFC 9111, section 5.2.2.5).
    fields: ({ id }) => ({
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      "Request-Id": id,
    }),
    nextRequestId,
    connection: lifecycle,
    maxHeader: settings.maxHeader,
    requestSeconds: settings.requestSeconds,
  };
}
