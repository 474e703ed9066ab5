// Interprets the Link Objects of an operation's success response (OpenAPI 3.1, section 4.8.20).
import type { Kind, Model } from "./model.ts";
import { successStatus } from "./operation-parts.ts";
import { isRecord } from "./record.ts";
import type { StateLink, StateOperation } from "./state-api.ts";

/** The link to the work that a call starts, and how its end is recognized. */
export interface WorkLink {
  readonly kind: Kind;
  /** The property of the response that identifies the work. */
  readonly pointer: string;
  /** Property → its values at the end, success first. */
  readonly until: Readonly<Record<string, readonly unknown[]>>;
}

/** Returns the links of an operation's success response. */
export function linksOf(operation: StateOperation): readonly StateLink[] {
  const links = operation.links[successStatus(operation)];
  return links === undefined ? [] : Object.values(links);
}

/** Returns the property from which a link takes a value: `/operationId` for `$response.body#/operationId`. */
export function bodyPointer(expression: unknown): string | undefined {
  return typeof expression === "string" ? /^\$response\.body#(\/.*)$/.exec(expression)?.[1] : undefined;
}

/** Returns the link to the work that a call starts: the first link that declares how it ends. */
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

/** A property of a success response that holds the id of a resource. */
export interface FilledLink {
  readonly kind: Kind;
  readonly property: string;
  /** Whether a property of this name is the URL of that resource. */
  readonly isLocation: (name: string) => boolean;
}

/** Returns the properties that links read from a success response, which must therefore be in it. */
export function filledLinksOf(operation: StateOperation, kindOf: Model["kindOf"]): FilledLink[] {
  return linksOf(operation).flatMap(({ operationId, parameters }) => {
    const kind = kindOf.get(operationId ?? "");
    const property = kind && bodyPointer(parameters[kind.parameter])?.slice(1);
    if (kind === undefined || property === undefined) return [];
    return [{ kind, property, isLocation: locationsOf(property.replace(/_?id$/i, "")) }];
  });
}

/** Matches `operationLocation` and `operation_url` for `operationId`. */
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
