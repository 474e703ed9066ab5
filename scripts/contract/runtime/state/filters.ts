// Filters lists by query parameters.
import { own } from "../wire-value.ts";
import type { ListOf } from "./model.ts";
import { parameterOf } from "./page-style.ts";
import type { ListQuery } from "./page-tokens.ts";
import { isRecord, recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Resource } from "./resources.ts";

/**
 * Returns the resources that match a query. The meaning of a parameter is inferred from its name; a parameter
 * without a known meaning matches all.
 */
export function foundAmong(
  resources: readonly Resource[],
  filters: ListQuery,
  schemas: Schemas,
  list: ListOf,
): readonly Resource[] {
  const wanted = Object.entries(filters).map(([name, value]) => ({
    name,
    value,
    filter: filterOf(schemas, list, name),
  }));
  return wanted.length === 0 ? resources : resources.filter((resource) => isFound(resource, wanted));
}

interface Wanted {
  readonly name: string;
  readonly value: unknown;
  readonly filter: Filter | undefined;
}

function isFound(resource: Resource, filters: readonly Wanted[]): boolean {
  return filters.every(({ name, value: wanted, filter }) => {
    const found = resource.foundBy?.filter((one) => one.name === name) ?? [];
    if (found.length > 0) return found.some(({ value }) => value === String(wanted));
    switch (filter?.by) {
      case "after":
        return compareTimes(String(own(resource.value, filter.property)), String(wanted)) > 0;
      case "before":
        return compareTimes(String(own(resource.value, filter.property)), String(wanted)) < 0;
      case "value":
        return isAmong(
          own(filter.isInside ? attributesOf(resource) : resource.value, filter.property),
          wanted,
        );
      case "link":
        return false;
      case undefined:
        return true;
    }
  });
}

function attributesOf({ value }: Resource): Readonly<Record<string, unknown>> {
  return recordOf(own(value, "attributes"));
}

/** Compares date-times (RFC 3339) to their last digit: a Date has only milliseconds. NaN for other texts. */
function compareTimes(one: string, other: string): number {
  const secondsOf = (text: string): number => Math.floor(Date.parse(text) / 1000);
  const apart = secondsOf(one) - secondsOf(other);
  if (apart !== 0) return apart;
  const [fraction = "", wanted = ""] = [one, other].map((text) => /\.(\d+)/.exec(text)?.[1] ?? "");
  const length = Math.max(fraction.length, wanted.length);
  return Number(fraction.padEnd(length, "0")) - Number(wanted.padEnd(length, "0"));
}

/**
 * Whether a value is one of the wanted values or, for a list such as tags, contains one; resources match by
 * id and name.
 */
function isAmong(value: unknown, wanted: unknown): boolean {
  const texts = [value].flat().map((one) => String(isRecord(one) ? (one["id"] ?? one["name"]) : one));
  return [wanted].flat().some((one) => texts.includes(String(one)));
}

type Filter =
  | { readonly by: "after" | "before"; readonly property: string }
  /** With `isInside`, a property of the `attributes` of JSON:API. */
  | { readonly by: "value"; readonly property: string; readonly isInside: boolean }
  /**
   * A parameter that a link of another operation fills: it finds the resources of that call, and nothing
   * else.
   */
  | { readonly by: "link" };

function filterOf(schemas: Schemas, { operation, kind, linked }: ListOf, name: string): Filter | undefined {
  const parameter = parameterOf(schemas, operation.pointer, name);
  if (schemas.format(parameter["schema"]) === "date-time") {
    const property = dateProperty(schemas, kind.schema);
    if (property !== undefined) {
      if (/start|after|since|from|min/i.test(name)) return { by: "after", property };
      if (/end|before|until|to|max/i.test(name)) return { by: "before", property };
    }
  }
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const [, wanted = name] = /^filter\[([^[\]]+)\]$/.exec(name) ?? [];
  const propertyIn = (schema: unknown): string | undefined => {
    const properties = Object.keys(schemas.properties(schema));
    return (
      properties.find((one) => one === wanted) ??
      properties.find((one) => plain(one) === plain(wanted) || plain(one) === `${plain(wanted)}s`)
    );
  };
  const property = propertyIn(kind.schema);
  if (property !== undefined) return { by: "value", property, isInside: false };
  const inside = propertyIn(own(schemas.properties(kind.schema), "attributes"));
  if (inside !== undefined) return { by: "value", property: inside, isInside: true };
  return linked.has(name) ? { by: "link" } : undefined;
}

/**
 * Returns how a query parameter of a list is interpreted; undefined for one that has no known meaning, and
 * for a page token.
 */
export function understoodFilter(schemas: Schemas, list: ListOf, name: string): string | undefined {
  const filter = filterOf(schemas, list, name);
  switch (filter?.by) {
    case "after":
    case "before":
      return `keeps resources whose ${filter.property} is ${filter.by} it`;
    case "value":
      return "keeps resources whose property of that name has the value";
    case "link":
      return "keeps the resources of the call whose response links here";
    case undefined:
      return undefined;
  }
}

function dateProperty(schemas: Schemas, schema: unknown): string | undefined {
  const dates = Object.entries(schemas.properties(schema)).filter(
    ([, node]) => schemas.format(node) === "date-time",
  );
  return (dates.find(([name]) => /creat/i.test(name)) ?? dates[0])?.[0];
}
