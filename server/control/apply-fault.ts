// Applies an injected fault to one request.
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { errorKind, errorOfStatus } from "../problems/errors.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { RequestAborted } from "../../generated/serve-operations.ts";
import type { FaultRule } from "../../generated/control.ts";

/**
 * Waits for the fault's delay, then throws the error that ends the request; returns if the fault is only a
 * delay.
 */
export async function applyFault(fault: FaultRule, request: IncomingMessage): Promise<void> {
  if (fault.delay !== undefined) await sleep(fault.delay);
  if (fault.reset === true) {
    request.socket.resetAndDestroy();
    throw new RequestAborted("a fault closed the connection");
  }
  const kind = fault.status === undefined ? undefined : errorOfStatus(fault.status);
  if (kind === undefined) return;
  const allow = kind === "methodNotAllowed" ? { Allow: request.method ?? "" } : {};
  throw new ApiProblem(kind, {
    detail: `${errorKind(kind).detail} (A fault that was set for this account.)`,
    headers: allow,
  });
}
