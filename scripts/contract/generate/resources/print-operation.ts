// The operation descriptions that the methods of a client pass to the runtime: only what a call needs.
import type { JsonObject } from "../../document/document.ts";
import { clientName, type ClientValue } from "../client-runtime.ts";
import { type Code, emit, joinCode } from "../code.ts";
import { expression, type Literal, printLiteral } from "../literal.ts";
import type { StepPlan } from "./declared-pagination.ts";
import type { PlannedOperation } from "../plan.ts";
import { headerOptions } from "./header-options.ts";
import { essenceOf } from "../../runtime/boundary/media-type.ts";
import { bodyType, bodyTypesOf, contentType } from "./media-types.ts";
import { isPlainHeader } from "./operation-hooks.ts";
import { ownServer } from "./server-urls.ts";
import { type NextPlan, successes, type WaitPlan } from "./link-plans.ts";

/** The description of an operation; undefined members have defaults in the runtime. */
export interface OperationDescription extends JsonObject {
  readonly method: string;
  readonly path: string;
  readonly server: string | undefined;
  readonly body: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

export function describeOperation(root: JsonObject, operation: PlannedOperation): OperationDescription {
  const headers = headerOptions(operation).filter((option) => isPlainHeader(root, option));
  const answers = successes(operation).map(({ status, content }) => {
    // A 204 has no content, whatever is declared (RFC 9110, section 15.3.5).
    const types = status === "204" ? [] : content.map(({ mediaType }) => essenceOf(mediaType));
    return [status, types.join(", ")] as const;
  });
  const type = bodyType(operation);
  return {
    method: operation.source.method,
    path: operation.source.path,
    server: ownServer(root, operation),
    headers: objectOf([
      ...headers.map(({ option, parameter }) => [option, parameter.name] as const),
      ...(bodyTypesOf(operation).length > 1 ? [["contentType", "Content-Type"] as const] : []),
    ]),
    keyed: headers.some(({ parameter }) => parameter.name.toLowerCase() === "idempotency-key") || undefined,
    body: type === undefined ? undefined : contentType(type),
    answers: answers.length === 0 ? undescribed : Object.fromEntries(answers),
  };
}

/** The successes of an operation that describes none: any content, typed `unknown`. */
const undescribed = { "204": "", "2XX": "*/*" };

/** Returns a `NextLink` of the runtime. */
export function nextLiteral({ items, none, query, step }: NextPlan): Literal {
  return { items, none, query, step: step && expression(printStep(step)) };
}

function printStep({ name, args }: StepPlan): Code {
  const values = args.map((value) => printLiteral(value, "", -Infinity));
  return emit`/* @__PURE__ */ ${clientName(stepOf(name))}(${joinCode(values, emit`, `)})`;
}

/** Returns the function of the runtime. */
export function stepOf(name: StepPlan["name"]): ClientValue {
  return { module: "pages/steps.ts", name };
}

/** Returns a `WaitLink` of the runtime; `target` is code for the operation that returns the state. */
export function waitLiteral(target: Code, { path, until }: WaitPlan): Literal {
  return { operation: expression(target), path, until };
}

function objectOf(entries: readonly (readonly [string, string])[]): JsonObject | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
