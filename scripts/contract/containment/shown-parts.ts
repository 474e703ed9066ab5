// Which parts of a schema are compiled for a value: of very many properties and branches, those that have something to say about it.
import type { Json } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { glance } from "./glance.ts";
import { keywordsOf } from "./keywords.ts";
import { inPlace, type SchemaNode } from "./schema-node.ts";

/** With more properties than this, a schema is compiled for the names that a value has: most have few of very many. */
const manyProperties = 8;
/** With more branches than this, a union is compiled for those that a value may be of, and a few that tell why it is of none. */
const manyBranches = 20;

const unions = ["anyOf", "oneOf"] as const;
/** A keyword of a list of branches of which one is enough. */
export type Union = (typeof unions)[number];

/** What is left out where there is no list: nothing. */
export interface ShownParts {
  /** The names that values have among those of `properties`. */
  readonly properties: readonly string[] | undefined;
  /** The positions of branches; those that are left out reject the value. */
  readonly branches: Readonly<Partial<Record<Union, readonly number[]>>>;
}

/** What is shown of `node` for `value`; undefined when all is. */
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

/** Whether a schema has a union that is not compiled whole. */
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
    const isRejecting = glance(inPlace(node, schemas[at]!, `${keyword}/${at}`), value) === false;
    if (isRejecting) rejecting += 1;
    return !isRejecting || rejecting <= manyBranches;
  });
}
