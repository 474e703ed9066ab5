// Interprets the links of an operation's responses for a client: how a list continues, and how to wait for
// started work.
import type { Json, JsonObject } from "../../document/document.ts";
import {
  child,
  childPointer,
  follow,
  isArray,
  isObject,
  type Located,
  parsePointer,
} from "../../document/pointer.ts";
import { partsOf } from "../wire-shape.ts";
import { declaredPagination, paginationError, type StepPlan } from "./declared-pagination.ts";
import type { Plan, PlannedLink, PlannedOperation, PlannedResponse } from "../plan.ts";

/**
 * A value of a response or request: a location in the body, the name of a header, or the index of a path
 * parameter.
 */
export type LinkValue = readonly string[] | string | number;

/** How the next page of a list is requested. */
export interface NextPlan {
  readonly items: readonly string[];
  /** The items of a page without the list, if the document allows such pages. */
  readonly none: readonly [] | undefined;
  /** The query parameters that the link `next` fills, with their values. */
  readonly query?: Readonly<Record<string, LinkValue>>;
  /** The step that `x-sdk.pagination` declares. */
  readonly step?: StepPlan;
}

/** How started work is polled, and when it has ended. */
export interface WaitPlan {
  readonly target: PlannedOperation;
  readonly path: readonly LinkValue[];
  readonly until: JsonObject;
}

/**
 * Returns the declared pagination of a list, else its link `next`, if that leads to the same operation and
 * sets the next page in the query.
 */
export function nextPlanOf(plan: Plan, operation: PlannedOperation): NextPlan | undefined {
  const declared = declaredPagination(plan.document, operation);
  const [response] = successes(operation);
  if (declared !== undefined && response !== undefined) {
    const items = declared.items ?? onlyList(plan, response);
    if (items !== undefined) return { items, none: noItems(plan, response, items), step: declared.step };
    throw paginationError(plan.document, operation, "does not declare where the items are", "add items");
  }
  const found = linkNamed(operation, "next");
  if (found === undefined || found.link.operationId !== operation.id) return undefined;
  const items = itemsOf(plan, found.response, found.link);
  const parameters = linkParameters(operation, found.link, operation);
  const query = parameters.filter(({ place }) => place === "query");
  if (items === undefined || query.length === 0) return undefined;
  const values = query.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  if (values.length < query.length) return undefined;
  return { items, none: noItems(plan, found.response, items), query: Object.fromEntries(values) };
}

/**
 * Returns the link `operation` of a response, if it declares until when to wait and which path returns the
 * state.
 */
export function waitPlanOf(plan: Plan, operation: PlannedOperation): WaitPlan | undefined {
  const link = linkNamed(operation, "operation")?.link;
  const target = plan.operations.find(({ id }) => id === link?.operationId);
  const sdk = link?.node["x-sdk"];
  const until = isObject(sdk) ? sdk["until"] : undefined;
  if (link === undefined || target === undefined || !isObject(until)) return undefined;
  const parameters = linkParameters(operation, link, target);
  const path = pathNames(target).map(
    (name) => parameters.find((one) => one.place === "path" && one.name === name)?.value,
  );
  const known = path.filter((value) => value !== undefined);
  return known.length === path.length ? { target, path: known, until } : undefined;
}

/** Returns the names in a path template, in order. */
export function pathNames({ source }: PlannedOperation): string[] {
  return [...source.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

function linkNamed(
  operation: PlannedOperation,
  name: string,
): { response: PlannedResponse; link: PlannedLink } | undefined {
  return successes(operation)
    .flatMap((response) => response.links.map((link) => ({ response, link })))
    .find(({ link }) => link.name === name);
}

/** Returns the success responses; `default` is one only if there is no other. */
export function successes({ responses }: PlannedOperation): PlannedResponse[] {
  const declared = responses.filter(({ status }) => status.startsWith("2"));
  return declared.length > 0 ? declared : responses.filter(({ status }) => status === "default");
}

function linkParameters(
  from: PlannedOperation,
  link: PlannedLink,
  target: PlannedOperation,
): { place: string; name: string; value: LinkValue | undefined }[] {
  const parameters = isObject(link.node["parameters"]) ? link.node["parameters"] : {};
  return Object.entries(parameters).map(([key, expression]) => {
    // OpenAPI 3.1, section 4.8.20.1: a name may be qualified by its location, such as `path.id`.
    const parameter =
      target.parameters.find(({ name }) => name === key) ??
      target.parameters.find(({ name, place }) => `${place}.${name}` === key);
    return {
      place: parameter?.place ?? "",
      name: parameter?.name ?? key,
      value: linkValueOf(from, expression),
    };
  });
}

/** Parses the runtime expressions that a client can evaluate (OpenAPI 3.1, section 4.8.20.3). */
function linkValueOf(from: PlannedOperation, expression: Json | undefined): LinkValue | undefined {
  if (typeof expression !== "string") return undefined;
  const [, body] = /^\$response\.body#(\/[^]*)$/.exec(expression) ?? [];
  if (body !== undefined) return parsePointer(body);
  const [, header] = /^\$response\.header\.(.+)$/.exec(expression) ?? [];
  if (header !== undefined) return header;
  const [, path] = /^\$request\.path\.(.+)$/.exec(expression) ?? [];
  const index = path === undefined ? -1 : pathNames(from).indexOf(path);
  return index < 0 ? undefined : index;
}

/** Returns where a list has its items: as the link declares, else the only array of the response. */
function itemsOf(plan: Plan, response: PlannedResponse, link: PlannedLink): readonly string[] | undefined {
  const sdk = link.node["x-sdk"];
  const given = isObject(sdk) ? sdk["items"] : undefined;
  if (typeof given === "string") return given.startsWith("/") ? parsePointer(given) : [given];
  return onlyList(plan, response);
}

/** Returns the location of the only list: the body itself, or the only list in it. */
function onlyList(plan: Plan, { content: [content] }: PlannedResponse): readonly string[] | undefined {
  const schema = content?.schema && follow(plan.document.root, content.schema).node;
  if (isObject(schema) && schema["type"] === "array") return [];
  const arrays = propertiesOf(plan, content?.schema).filter(([, { type }]) => type === "array");
  return arrays.length === 1 ? arrays.map(([name]) => name) : undefined;
}

/** Returns an empty list if the one at a location, or an object around it, is optional or may be null. */
function noItems(
  { document: { root } }: Plan,
  { content: [content] }: PlannedResponse,
  items: readonly string[],
): readonly [] | undefined {
  let parts = content?.schema === undefined ? [] : partsOf(root, content.schema);
  for (const key of items) {
    if (!parts.some(({ node }) => isArray(node["required"]) && node["required"].includes(key))) return [];
    parts = parts.flatMap(({ pointer, node }) => {
      const property = child(child(node, "properties"), key);
      const place = childPointer(pointer, "properties", key);
      return property === undefined ? [] : partsOf(root, { pointer: place, node: property });
    });
  }
  return parts.some(({ node }) => [node["type"]].flat().includes("null")) ? [] : undefined;
}

function propertiesOf({ document }: Plan, schema: Located | undefined): [string, JsonObject][] {
  const node = schema && follow(document.root, schema).node;
  const properties = isObject(node) && isObject(node["properties"]) ? node["properties"] : {};
  return Object.entries(properties).flatMap(([name, property]): [string, JsonObject][] => {
    const target =
      property === undefined || isArray(property)
        ? undefined
        : follow(document.root, { pointer: "", node: property }).node;
    return isObject(target) ? [[name, target]] : [];
  });
}
