// The order of a list, if a query parameter names properties.
import { own } from "../wire-value.ts";
import type { ListOf } from "./model.ts";
import { schemaOf } from "./page-style.ts";
import type { Schemas } from "./schemas.ts";
import type { Resource } from "./resources.ts";

/** What a list is sorted by, and by which parameters. */
export interface Sorting {
  readonly by: string | undefined;
  readonly direction: string | undefined;
}

const byNames = /^(\$?order_?by|sort|sort_?(by|field|key)|order|ordering)$/i;
const directionNames = /^(direction|sort_?(order|dir(ection)?)|order|order_?(dir(ection)?)|dir)$/i;
const directions = /^(asc|desc|ascending|descending)$/i;

export function sortingOf(schemas: Schemas, { operation, kind }: ListOf): Sorting {
  const queries = operation.parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name }) => name);
  const properties = schemas.properties(kind.schema);
  const valuesOf = (name: string): unknown[] => {
    const schema = schemaOf(schemas, operation, name);
    const { enum: values } = schema["type"] === "array" ? schemas.follow(schema["items"]) : schema;
    return Array.isArray(values) ? values : [];
  };
  const direction = queries.find(
    (name) => directionNames.test(name) && valuesOf(name).some((value) => directions.test(String(value))),
  );
  const by = queries.find(
    (name) =>
      name !== direction &&
      byNames.test(name) &&
      (valuesOf(name).length === 0 ||
        valuesOf(name).some((value) => propertyIn(properties, String(value)) !== undefined)),
  );
  return { by, direction };
}

/** Returns the property that a value such as `-created`, `created:desc` or `created_asc` names. */
function propertyIn(properties: Readonly<Record<string, unknown>>, value: string): string | undefined {
  const name = value.replace(/^[+-]/, "").replace(/[:\s_.,]+(asc|desc)(ending)?$/i, "");
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.keys(properties).find(
    (property) => plain(property) === plain(name) || plain(property) === `${plain(name)}at`,
  );
}

/** Returns resources in the order that a query requests, by default that of their creation. */
export function sorted(
  schemas: Schemas,
  list: ListOf,
  resources: readonly Resource[],
  query: Readonly<Record<string, unknown>>,
): readonly Resource[] {
  const { by, direction } = schemas.about(list, sortingOf);
  const properties = schemas.properties(list.kind.schema);
  const keys = (
    by === undefined ? [] : [query[by]].flat().flatMap((value) => written(value).split(","))
  ).flatMap((value) => {
    const property = propertyIn(properties, value);
    return property === undefined ? [] : [{ property, isDown: /^-|desc(ending)?$/i.test(value) }];
  });
  const isDown = direction !== undefined && /^desc/i.test(written(query[direction]));
  if (keys.length === 0) return isDown ? [...resources].reverse() : resources;
  return [...resources].sort((one, other) => {
    for (const key of keys) {
      const order = compare(own(one.value, key.property), own(other.value, key.property));
      if (order !== 0) return key.isDown !== isDown ? -order : order;
    }
    return one.order - other.order;
  });
}

/** Compares numbers by size, all other values by code units; missing values come last. */
function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (one === undefined || one === null) return 1;
  if (other === undefined || other === null) return -1;
  if (typeof one === "number" && typeof other === "number") return one - other;
  return written(one) < written(other) ? -1 : 1;
}

function written(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
