// Decides operations that only one document has.
import type { ApiOperation } from "../../exchange/api.ts";
import { buildRequest } from "./build-request.ts";
import type { Draft } from "./draft.ts";
import type { Context } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

/** Returns the smallest request to a removed operation: valid under base, unknown to head. */
export function decideRemoval(context: Context, operation: ApiOperation): Draft[] {
  const made = {
    side: "request" as const,
    place: "",
    part: "body" as const,
    change: { base: true, head: undefined },
    pointers: { base: operation.source.pointer, head: undefined },
  };
  // Requests that a provider no longer sends harm no receiver.
  if (operation.caller === "provider")
    return [{ ...made, rule: ruleOf("webhook-removed"), verdict: "notice" }];
  const request = buildRequest(context, { base: operation, head: operation }, {});
  const rejection = [`${request.method} ${operation.source.path} is not declared`];
  const witness = { exchange: { request }, sender: "base" as const, rejection };
  return [{ ...made, rule: ruleOf("operation-removed"), verdict: "breaking", witness }];
}

export function decideAddition(operation: ApiOperation): Draft {
  return {
    verdict: "notice",
    side: "request",
    place: "",
    part: "body",
    rule: ruleOf("operation-added"),
    change: { base: undefined, head: true },
    pointers: { base: undefined, head: operation.source.pointer },
  };
}
