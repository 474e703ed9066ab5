// Selects the parts of a schema that are compiled for a value: of very many properties and branches, those
// that are relevant to it.
import type { Json } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { interpret } from "./interpret.ts";
import { keywordsOf } from "./keywords.ts";
import { inPlace, type SchemaNode } from "./schema-node.ts";

/**
 * Number of properties above which a schema is compiled for the names that a value has: most values have few
 * of very many.
 */
const manyProperties = 8;
/**
 * Number of branches above which a union is compiled only for those that may accept the value, and a few that
 * explain a rejection.
 */
const manyBranches = 20;

const unions = ["anyOf", "oneOf"] as const;
/** A keyword with a list of branches of which one is enough. */
export type Union = (typeof unions)[number];

/** The selected parts; an absent list means that nothing is left out. */
export interface ShownParts {
  /** The names among those of `properties` that values have. */
  readonly properties: readonly string[] | undefined;
  /** The positions of the selected branches; those left out reject the value. */
  readonly branches: Readonly<Partial<Record<Union, readonly number[]>>>;
}

/** Returns the parts of `node` that are compiled for `value`; undefined if all are. */
export function shownParts(node: SchemaNode, value: Json): ShownParts | undefined {
  const properties = presentNames(node, value);
  const branches: Partial<Record<Union, readonly number[]>> = {};
  for (const keyword of unions) {
    const shown = shownBranches(node, keyword, value);
    if (shown !== undefined) branches[keyword] = shown;
  }
  return properties === undefined && Object.keys(branches).length === 0
    ? undefined
    : { properties, branches };
}

/** True if a schema has a union that is compiled only partly. */
export function hasManyBranches({ schema }: SchemaNode): boolean {
  if (typeof schema === "boolean") return false;
  const { lists } = keywordsOf(schema);
  return unions.some((keyword) => (lists[keyword]?.length ?? 0) > manyBranches);
}

function presentNames({ schema }: SchemaNode, value: Json): readonly string[] | undefined {
  const properties = typeof schema === "boolean" ? undefined : keywordsOf(schema).maps.properties;
  if (!isObject(value) || properties === undefined || properties.size <= manyProperties) return undefined;
  return Object.keys(value)
    .filter((name) => properties.has(name))
    .sort();
}

function shownBranches(node: SchemaNode, keyword: Union, value: Json): readonly number[] | undefined {
  const schemas = typeof node.schema === "boolean" ? [] : (keywordsOf(node.schema).lists[keyword] ?? []);
  if (schemas.length <= manyBranches) return undefined;
  let rejecting = 0;
  return [...schemas.keys()].filter((at) => {
    const isRejecting = interpret(inPlace(node, schemas[at]!, `${keyword}/${at}`), value) === false;
    if (isRejecting) rejecting += 1;
    return !isRejecting || rejecting <= manyBranches;
  });
}
