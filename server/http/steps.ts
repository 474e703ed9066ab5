// Steps that this server adds to every exchange: 503 while stopping, rate limits, injected faults, metrics.
import type { Exchange, Steps } from "../../generated/serve-operations.ts";
import { type OperationId, operations } from "../../generated/operations.ts";
import { applyFault } from "../control/apply-fault.ts";
import { type EndedExchange, type FaultRule, secretsOf, describingWithout } from "../../generated/control.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import type { Services } from "../services.ts";
import { createPreferredError, type PreferredError } from "./prefer.ts";
import type { Caller } from "./handler.ts";

/** The account of an exchange whose credentials were accepted. */
export function accountOf(callers: Caller): string {
  return "accountAuthToken" in callers ? callers.accountAuthToken : callers.apiKeySecret;
}

/** Creates the steps that the generated server runs for each exchange. */
export function createSteps(services: Services): Steps {
  const { settings, lifecycle, rateLimiter, testing, metrics, log } = services;
  const preferred = settings.prefer ? preferredErrors(settings.longestWait) : undefined;
  let isPreferTold = false;
  /**
   * A client that sends `Prefer: code` or `wait` while `--prefer` is off would look for the fault elsewhere.
   * So the log mentions the setting, once per process.
   */
  function tellOfPrefer(field: string | string[] | undefined): void {
    if (field === undefined || isPreferTold || !/\b(code|wait)\s*=/i.test(String(field))) return;
    isPreferTold = true;
    log.info(
      { prefer: String(field) },
      "a request selects its response by Prefer, which has no effect without --prefer",
    );
  }
  /** Faults that apply to the response of an exchange, after its handler has run. */
  const waiting = new WeakMap<Exchange, FaultRule>();

  async function misbehave(exchange: Exchange, accountId: string): Promise<void> {
    const { raw } = exchange.request;
    // The ids of exchanges are the contract's operationIds.
    const operationId = exchange.operationId as OperationId;
    const fault = testing?.faults.hit(accountId, operationId);
    if (fault?.at === "request") await applyFault(fault, raw);
    if (fault?.at === "response") waiting.set(exchange, fault);
    if (raw.headers["prefer"] !== undefined)
      Object.assign(exchange.fields, await preferred?.get(operationId)?.(raw));
  }

  return {
    begin() {
      if (lifecycle.draining) throw new ApiProblem("unavailable", { detail: "The server is stopping." });
    },
    admitted(exchange) {
      const accountId = accountOf(exchange.callers as Caller); // Every operation requires a scheme.
      const limit = rateLimiter?.take(accountId);
      const goOn = (): Promise<void> | undefined => {
        const { url = "" } = exchange.request.raw;
        if (url.length > settings.maxUrl)
          throw new ApiProblem("invalid", { detail: `The request target exceeds ${settings.maxUrl} bytes.` });
        const { prefer } = exchange.request.raw.headers;
        if (preferred === undefined) tellOfPrefer(prefer);
        const hasPreference = preferred !== undefined && prefer !== undefined;
        return testing === undefined && !hasPreference ? undefined : misbehave(exchange, accountId);
      };
      if (limit instanceof Promise)
        return limit.then((fields) => {
          Object.assign(exchange.fields, fields);
          return goOn();
        });
      for (const name in limit) exchange.fields[name] = limit[name]!;
      return goOn();
    },
    handled:
      testing === undefined
        ? undefined
        : (exchange) => {
            const fault = waiting.get(exchange);
            return fault === undefined ? undefined : applyFault(fault, exchange.request.raw);
          },
    sent(exchange, status) {
      const { operationId, request, startedAt } = exchange;
      const milliseconds = performance.now() - startedAt;
      testing?.journal.add(endedExchange(exchange, { status, milliseconds }), describe);
      metrics.observe(operationId, status, milliseconds);
      if (settings.logRequests)
        log.info({ requestId: request.id, operationId, status, milliseconds }, "responded");
    },
  };
}

/**
 * Names of secret header fields for the journal. None are listed, as both schemes of the contract use
 * `Authorization`.
 */
const describe = describingWithout(secretsOf([]));

function endedExchange(
  { operationId, request, callers, received, error }: Exchange,
  { status, milliseconds }: { readonly status: number; readonly milliseconds: number },
): EndedExchange {
  const { method, url, headers } = request;
  return {
    began: Date.now() - milliseconds,
    took: milliseconds,
    operationId,
    tenant: Object.keys(callers).length === 0 ? undefined : accountOf(callers as Caller),
    method,
    url,
    headers,
    body: received,
    status,
    error,
  };
}

function preferredErrors(longestWait: number): ReadonlyMap<OperationId, PreferredError> {
  const ids = Object.keys(operations) as OperationId[]; // `Object.keys` widens the type.
  return new Map(ids.map((id) => [id, createPreferredError(id, longestWait)]));
}
