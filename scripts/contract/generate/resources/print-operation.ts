// The constants that the methods of the client hand to the runtime: no more of an operation than a call needs.
import type { JsonObject } from "../../document/document.ts";
import { type Code, emit, noCode } from "../code.ts";
import { docComment } from "../comment.ts";
import { expression, type Literal, printKey, printLiteral } from "../literal.ts";
import type { PlannedOperation } from "../plan.ts";
import { headerOptions } from "./header-options.ts";
import { essenceOf } from "../../runtime/boundary/media-type.ts";
import { bodyType, bodyTypesOf, contentType } from "./media-types.ts";
import { hooksOf, isPlainHeader, type ItemDates, printHook } from "./operation-hooks.ts";
import type { Requirement } from "./requirements.ts";
import { ownServer } from "./server-urls.ts";
import { type NextPlan, successes, type WaitPlan } from "./link-plans.ts";

/** What the runtime needs to know of an operation; what is undefined goes without saying. */
export interface OperationDescription extends JsonObject {
  readonly method: string;
  readonly path: string;
  readonly server: string | undefined;
  readonly body: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

export function describeOperation(root: JsonObject, operation: PlannedOperation): OperationDescription {
  const headers = headerOptions(operation).filter((option) => isPlainHeader(root, option));
  const answers = successes(operation).map(
    ({ status, content }) =>
      [status, content.map(({ mediaType }) => essenceOf(mediaType)).join(", ")] as const,
  );
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
    answers: Object.fromEntries(answers),
  };
}

/** `dates` is code: the name of a constant, or a literal. */
export function printOperation(
  root: JsonObject,
  name: Code,
  operation: PlannedOperation,
  {
    dates,
    itemDates,
    security,
  }: {
    readonly dates: Code | undefined;
    readonly itemDates: ItemDates;
    readonly security: Requirement | undefined;
  },
): Code {
  const lines = Object.entries({ ...describeOperation(root, operation), security }).flatMap(([key, value]) =>
    value === undefined ? [] : [emit`  ${printKey(key)}: ${printLiteral(value, "  ", key.length + 3)},\n`],
  );
  const hooks = hooksOf(root, operation, itemDates).map(
    (hook) => emit`  ${printKey(hook.member)}: ${printHook(hook)},\n`,
  );
  const last = dates === undefined ? noCode : emit`  dates: ${dates},\n`;
  return emit`${docComment([`spec: ${operation.source.pointer}`])}const ${name}: Operation = {\n${lines}${hooks}${last}};\n`;
}

export function printNext(name: Code, next: NextPlan): Code {
  return emit`const ${name}: NextLink = ${printLiteral(nextLiteral(next))};\n`;
}

/** `target` is the name of the constant of the operation that tells the state. */
export function printWait(name: Code, target: Code, wait: WaitPlan): Code {
  return emit`const ${name}: WaitLink = ${printLiteral(waitLiteral(target, wait), "", -Infinity)};\n`;
}

/** A `NextLink` of the runtime. */
export function nextLiteral({ items, query }: NextPlan): Literal {
  return { items, query };
}

/** A `WaitLink` of the runtime; `target` is code for the operation that tells the state. */
export function waitLiteral(target: Code, { path, until }: WaitPlan): Literal {
  return { operation: expression(target), path, until };
}

function objectOf(entries: readonly (readonly [string, string])[]): JsonObject | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
