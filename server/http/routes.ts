// Adds the contract's operations as routes: the code that `contract server` generates, with this server's
// handlers, accounts and limits.
import type { FastifyInstance } from "fastify";
import type { OperationId } from "../../generated/operations.ts";
import { addOperations, type Handlers as ServedHandlers } from "../../generated/server.ts";
import { basePath } from "../ids/locations.ts";
import { enoughProblems } from "../problems/problem.ts";
import type { Services } from "../services.ts";
import type { AccountAuthenticators, AnyHandler, AnyInput, Handlers } from "./handler.ts";
import type { ResponseSettings } from "./response-settings.ts";
import { accountOf, createSteps } from "./steps.ts";

/** `direct`: whether exchanges bypass Fastify once their route is found */
export function addContractRoutes(
  app: FastifyInstance,
  handlers: Handlers,
  services: Services,
  { responseSettings, direct }: { readonly responseSettings: ResponseSettings; readonly direct: boolean },
): void {
  const { settings, authenticator, lifecycle } = services;
  const accountAuthToken: AccountAuthenticators["accountAuthToken"] = (given) =>
    authenticator.accountOf(given);
  addOperations(
    app,
    {
      authenticate: { accountAuthToken, apiKeySecret: accountAuthToken },
      rememberCallers: true,
      basePath,
      problems: responseSettings.problems,
      fields: responseSettings.fields,
      steps: createSteps(services),
      direct,
      connection: lifecycle,
      checkResponses: settings.validateResponses,
      maxDepth: settings.maxDepth,
      maxProblems: enoughProblems,
      nul: false,
    },
    servedHandlers(handlers, services),
  );
}

function servedHandlers(handlers: Handlers, { context }: Services): ServedHandlers<AccountAuthenticators> {
  const served = Object.entries(handlers).map(([id, handle]) => {
    const operationId = id as OperationId; // `Object.entries` widens the key type.
    const serve = ({ callers, request, path, query, headers, body }: AnyInput): unknown => {
      const { url } = request;
      const end = url.indexOf("?");
      const sentTo = end < 0 ? url : url.slice(0, end);
      const input = { accountId: accountOf(callers), operationId, sentTo, path, query, headers, body };
      return (handle as AnyHandler)(input, context);
    };
    return [id, serve] as const;
  });
  // Each handler is stored under the operationId that its type is derived from.
  return Object.fromEntries(served) as unknown as ServedHandlers<AccountAuthenticators>;
}
