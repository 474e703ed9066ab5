// What Link Objects say of the success of an operation (OpenAPI 3.1, section 4.8.20).
import type { Kind, Model } from "./model.ts";
import { successStatus } from "./operation-parts.ts";
import { isRecord } from "./record.ts";
import type { StateLink, StateOperation } from "./state-api.ts";

/** The link to what a call starts, and how its end is told. */
export interface WorkLink {
  readonly kind: Kind;
  /** The property of the answer that names it. */
  readonly pointer: string;
  /** Property → its values at the end, the good one first. */
  readonly until: Readonly<Record<string, readonly unknown[]>>;
}

/** The links of an operation's success. */
export function linksOf(operation: StateOperation): readonly StateLink[] {
  const links = operation.links[successStatus(operation)];
  return links === undefined ? [] : Object.values(links);
}

/** The property that a link takes a value from: `$response.body#/operationId` is `/operationId`. */
export function bodyPointer(expression: unknown): string | undefined {
  return typeof expression === "string" ? /^\$response\.body#(\/.*)$/.exec(expression)?.[1] : undefined;
}

export function workLinkOf(operation: StateOperation, { kindOf }: Model): WorkLink | undefined {
  for (const { operationId, parameters, xSdk } of linksOf(operation)) {
    const kind = kindOf.get(operationId ?? "");
    const until = isRecord(xSdk) ? xSdk["until"] : undefined;
    const pointer = kind && bodyPointer(parameters[kind.parameter]);
    if (kind !== undefined && pointer !== undefined && isRecord(until)) {
      const ends = Object.entries(until).map(([name, values]) => [
        name,
        Array.isArray(values) ? values : [values],
      ]);
      return { kind, pointer, until: Object.fromEntries(ends) as WorkLink["until"] };
    }
  }
  return undefined;
}
