// What keywords say about objects, asserted and refused.
import { escapeSegment } from "../document/pointer.ts";
import { doubtAt } from "./doubt.ts";
import { type Assertion, sizeAssertions } from "./expand-scalar.ts";
import {
  accepting,
  all,
  any,
  type Declaration,
  type Formula,
  literal,
  type PropertyLayer,
  refusing,
  type SomeProperty,
} from "./formula.ts";
import type { Keywords } from "./keywords.ts";
import { patternOf } from "./pattern.ts";
import { inner, inPlace, type SchemaNode } from "./schema-node.ts";

const present = (name: string): Formula => ({ is: "present", name });
const absent = (name: string): Formula => ({ is: "absent", name });

/** No condition on the name, none on the value. */
export const ANY_PROPERTY: SomeProperty = {
  except: new Set(),
  matching: [],
  unlike: [],
  names: [],
  values: [],
};

/** The assertions about an object, `dependentSchemas` and `unevaluatedProperties` apart. */
export function objectAssertions(node: SchemaNode, keywords: Keywords, group: number): Assertion[] {
  const { numbers, single } = keywords;
  const assertions = sizeAssertions(numbers.minProperties, numbers.maxProperties);
  for (const name of keywords.required) {
    if (!node.hidden.has(name)) assertions.push({ holds: present(name), fails: absent(name) });
  }
  const layer = propertyLayer(node, keywords, group);
  if (layer) assertions.push(layerAssertion(node, layer));
  if (single.propertyNames !== undefined) {
    const name = inner(node, single.propertyNames, "propertyNames");
    assertions.push({
      holds: { is: "names", literal: accepting(name, 0) },
      fails: { is: "someProperty", some: { ...ANY_PROPERTY, names: [refusing(name)] } },
    });
  }
  for (const [name, all] of keywords.dependentRequired) assertions.push(dependent(node, name, all));
  return assertions;
}

/** A layer with a pattern that cannot be read says no more than its readable parts, and with a doubt. */
function layerAssertion(node: SchemaNode, layer: PropertyLayer): Assertion {
  const foreign = layer.patterns.find(
    ([source, { node }]) => isForeignPattern(source) && (node.schema !== true || layer.rest !== undefined),
  );
  if (!foreign) return { holds: { is: "properties", layer }, fails: any([...misfits(layer)]) };
  const readable = layer.patterns.filter(([source]) => !isForeignPattern(source));
  const doubt: Formula = {
    is: "doubtful",
    doubt: doubtAt(
      node,
      "patternProperties",
      `the pattern ${foreign[0]} is in a dialect that ECMA-262 does not know`,
    ),
  };
  const rest: Formula = { is: "properties", layer: { ...layer, patterns: readable, rest: undefined } };
  const holds = any([{ is: "size", min: 0, max: 0 }, all([doubt, rest])]);
  return { holds, fails: all([doubt, { is: "size", min: 1, max: Infinity }]) };
}

/** Whether names cannot be tried on a pattern. */
export const isForeignPattern = (source: string): boolean => patternOf(source).expression === undefined;

/** What a closed side's object declares. */
export function declarationOf(node: SchemaNode, keywords: Keywords, group: number): Declaration {
  const { maps, single, required, dependentRequired } = keywords;
  const needed = [...required, ...[...dependentRequired.values()].flat()];
  const names = [...(maps.properties?.keys() ?? []), ...needed].filter((name) => !node.hidden.has(name));
  const promises = single.additionalProperties !== undefined || single.unevaluatedProperties !== undefined;
  const hasPatterns = (maps.patternProperties?.size ?? 0) > 0;
  return {
    group,
    names,
    lists: (maps.properties?.size ?? 0) > 0,
    openness: hasPatterns ? "patterns" : promises ? "promise" : "none",
    applies: true,
  };
}

/** `dependentSchemas`: for each name, the property is missing or its schema applies. */
export function dependentSchemas(node: SchemaNode, { maps }: Keywords, group: number): Assertion[] {
  return [...(maps.dependentSchemas ?? [])].map(([name, schema]) => {
    const then = inPlace(node, schema, `dependentSchemas/${escapeSegment(name)}`);
    return {
      holds: any([absent(name), all([present(name), literal(accepting(then, group))])]),
      fails: all([present(name), literal(refusing(then))]),
    };
  });
}

const layers = new WeakMap<SchemaNode, Map<number, PropertyLayer>>();

/** `properties`, `patternProperties` and `additionalProperties` as one layer. */
export function propertyLayer(
  node: SchemaNode,
  keywords: Keywords,
  group: number,
): PropertyLayer | undefined {
  const { maps, single } = keywords;
  if (!maps.properties && !maps.patternProperties && single.additionalProperties === undefined)
    return undefined;
  // Large objects are asked name by name.
  let known = layers.get(node);
  if (!known) layers.set(node, (known = new Map<number, PropertyLayer>()));
  const layer = known.get(group) ?? makeLayer(node, keywords, group);
  known.set(group, layer);
  return layer;
}

function makeLayer(node: SchemaNode, { maps, single }: Keywords, group: number): PropertyLayer {
  const { properties, patternProperties } = maps;
  const { additionalProperties } = single;
  const shown = [...(properties ?? [])].filter(([name]) => !node.hidden.has(name));
  return {
    properties: new Map(
      shown.map(([name, schema]) => [
        name,
        accepting(inner(node, schema, `properties/${escapeSegment(name)}`), group),
      ]),
    ),
    patterns: [...(patternProperties ?? [])].map(([source, schema]) => [
      source,
      accepting(inner(node, schema, `patternProperties/${escapeSegment(source)}`), group),
    ]),
    rest:
      additionalProperties === undefined
        ? undefined
        : accepting(inner(node, additionalProperties, "additionalProperties"), group),
  };
}

/** How an object can fail a layer: one alternative for each part of it. */
function* misfits({ properties, patterns, rest }: PropertyLayer): Generator<Formula> {
  for (const [name, { node }] of properties) {
    if (node.schema === true) continue;
    yield all([present(name), { is: "property", name, literal: refusing(node) }]);
  }
  for (const [source, { node }] of patterns) {
    if (node.schema === true) continue;
    yield { is: "someProperty", some: { ...ANY_PROPERTY, matching: [source], values: [refusing(node)] } };
  }
  if (!rest || rest.node.schema === true) return;
  yield { is: "someProperty", some: outside(properties.keys(), patterns, rest.node) };
}

/** Some property that no name and no pattern covers, with a value that `node` refuses. */
export function outside(
  names: Iterable<string>,
  patterns: readonly (readonly [source: string, ...unknown[]])[],
  node: SchemaNode,
): SomeProperty {
  return {
    ...ANY_PROPERTY,
    except: new Set(names),
    unlike: patterns.map(([source]) => source),
    values: [refusing(node)],
  };
}

function dependent(node: SchemaNode, name: string, others: readonly string[]): Assertion {
  const needed = others.filter((other) => !node.hidden.has(other));
  return {
    holds: any([absent(name), all([present(name), ...needed.map(present)])]),
    fails: all([present(name), any(needed.map(absent))]),
  };
}
