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

/** The link of a success to what it starts: the first that says how that ends. */
export function workLinkOf(operation: StateOperation, kindOf: Model["kindOf"]): WorkLink | undefined {
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

/** A property of a success that has the id of a thing. */
export interface FilledLink {
  readonly kind: Kind;
  readonly property: string;
  /** Whether a property of this name is the location of that thing. */
  readonly isLocation: (name: string) => boolean;
}

/** What links read from a success, and so has to be in it. */
export function filledLinksOf(operation: StateOperation, kindOf: Model["kindOf"]): FilledLink[] {
  return linksOf(operation).flatMap(({ operationId, parameters }) => {
    const kind = kindOf.get(operationId ?? "");
    const property = kind && bodyPointer(parameters[kind.parameter])?.slice(1);
    if (kind === undefined || property === undefined) return [];
    return [{ kind, property, isLocation: locationsOf(property.replace(/_?id$/i, "")) }];
  });
}

/** `operationLocation` and `operation_url` beside `operationId`. */
function locationsOf(stem: string): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let is = known.get(name);
    if (is === undefined) {
      is = name.startsWith(stem) && /(location|url|uri|link|href)$/i.test(name);
      if (known.size < 1000) known.set(name, is);
    }
    return is;
  };
}
