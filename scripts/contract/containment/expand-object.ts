// Expands the keywords about objects, asserted and negated.
import { escapeSegment } from "../document/pointer.ts";
import { type Assertion, sizeAssertions } from "./expand-scalar.ts";
import {
  accepting,
  all,
  any,
  type Declaration,
  type Formula,
  type Literal,
  literal,
  type PropertyLayer,
  rejecting,
  size,
  type SomeProperty,
} from "./formula.ts";
import type { Keywords } from "./keywords.ts";
import { patternOf } from "./pattern.ts";
import { inner, inPlace, madeUp, type SchemaNode } from "./schema-node.ts";

const present = (name: string): Formula => ({ is: "present", name });
const absent = (name: string): Formula => ({ is: "absent", name });

/** Any property: no condition on the name, none on the value. */
export const anyProperty: SomeProperty = {
  except: new Set(),
  matching: [],
  unlike: [],
  names: [],
  values: [],
};

/** Returns the assertions about an object, except `dependentSchemas` and `unevaluatedProperties`. */
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
      fails: { is: "someProperty", some: { ...anyProperty, names: [rejecting(name)] } },
    });
  }
  for (const [name, all] of keywords.dependentRequired) assertions.push(dependent(node, name, all));
  return assertions;
}

/**
 * Expands a layer with an unreadable pattern. Whatever the pattern means, the layer holds if each property
 * satisfies everything that might be required of it, and fails if a property violates what its name requires.
 * Anything between is undecided, except for two layers with the same requirements.
 */
function layerAssertion(node: SchemaNode, layer: PropertyLayer): Assertion {
  const foreign = layer.patterns.filter(
    ([source, { node }]) => isForeignPattern(source) && (node.schema !== true || layer.rest !== undefined),
  );
  const [first] = foreign;
  if (first === undefined) return { holds: { is: "properties", layer }, fails: any([...misfits(layer)]) };
  const doubt = foreignPatternAt(`${node.pointer}/patternProperties`, first[0]);
  const readable = layer.patterns.filter(([source]) => !isForeignPattern(source));
  const plain = { ...layer, patterns: readable, rest: undefined };
  const opaque = foreign.map(([source, literal]) => ({ source, literal }));
  const names = [...layer.properties.keys()];
  const demands =
    layer.rest === undefined ? opaque : [...opaque, { source: unlisted(layer), literal: layer.rest }];
  const met: Formula = { is: "opaque", demands, holds: true };
  const whateverTheName = foreign.map(([, literal]): [string, Literal] => ["", literal]);
  const onlyListed: Formula = { is: "names", literal: accepting(madeUp({ enum: names }), 0) };
  const certain: Formula[] = [
    { is: "properties", layer: { ...plain, patterns: [...readable, ...whateverTheName] } },
    ...(layer.rest === undefined ? [] : [onlyListed]),
    met,
  ];
  return {
    holds: any([size(0, 0), all(certain), all([doubt, { is: "properties", layer: plain }, met])]),
    fails: any([
      ...misfits(plain),
      all([doubt, { is: "size", min: 1, max: Infinity }, { is: "opaque", demands, holds: false }]),
    ]),
  };
}

/** The doubt about the keyword at `pointer`: its properties depend on an unreadable pattern. */
export function foreignPatternAt(pointer: string, source: string): Formula {
  const reason = `the pattern ${source} is in a dialect that ECMA-262 does not know`;
  return { is: "doubtful", doubt: { reason, keyword: pointer.slice(pointer.lastIndexOf("/") + 1), pointer } };
}

const unlisted = ({ properties, patterns }: PropertyLayer): string =>
  namesOutside(
    [...properties.keys()],
    patterns.map(([source]) => source),
  );

/** The key of all names but those listed and those that patterns match. */
export const namesOutside = (names: readonly string[], patterns: readonly string[]): string =>
  JSON.stringify([names.toSorted(), patterns.toSorted()]);

/** True if names cannot be tested against a pattern. */
export const isForeignPattern = (source: string): boolean => patternOf(source).expression === undefined;

/** Returns what an object of a closed side declares. */
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

/** Expands `dependentSchemas`: for each name, the property is missing or its schema applies. */
export function dependentSchemas(node: SchemaNode, { maps }: Keywords, group: number): Assertion[] {
  return [...(maps.dependentSchemas ?? [])].map(([name, schema]) => {
    const then = inPlace(node, schema, `dependentSchemas/${escapeSegment(name)}`);
    return {
      holds: any([absent(name), all([present(name), literal(accepting(then, group))])]),
      fails: all([present(name), literal(rejecting(then))]),
    };
  });
}

const layers = new WeakMap<SchemaNode, Map<number, PropertyLayer>>();

/** Returns `properties`, `patternProperties` and `additionalProperties` as one layer. */
export function propertyLayer(
  node: SchemaNode,
  keywords: Keywords,
  group: number,
): PropertyLayer | undefined {
  const { maps, single } = keywords;
  if (!maps.properties && !maps.patternProperties && single.additionalProperties === undefined)
    return undefined;
  // Large objects are queried name by name.
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

/** Yields the ways an object can fail a layer: one alternative for each part of the layer. */
function* misfits({ properties, patterns, rest }: PropertyLayer): Generator<Formula> {
  for (const [name, { node }] of properties) {
    if (node.schema === true) continue;
    yield all([present(name), { is: "property", name, literal: rejecting(node) }]);
  }
  for (const [source, { node }] of patterns) {
    if (node.schema === true) continue;
    yield { is: "someProperty", some: { ...anyProperty, matching: [source], values: [rejecting(node)] } };
  }
  if (!rest || rest.node.schema === true) return;
  yield { is: "someProperty", some: outside(properties.keys(), patterns, rest.node) };
}

/** The formula of a property that no name and no pattern covers, with a value that `node` rejects. */
export function outside(
  names: Iterable<string>,
  patterns: readonly (readonly [source: string, ...unknown[]])[],
  node: SchemaNode,
): SomeProperty {
  return {
    ...anyProperty,
    except: new Set(names),
    unlike: patterns.map(([source]) => source),
    values: [rejecting(node)],
  };
}

function dependent(node: SchemaNode, name: string, others: readonly string[]): Assertion {
  const needed = others.filter((other) => !node.hidden.has(other));
  return {
    holds: any([absent(name), all([present(name), ...needed.map(present)])]),
    fails: all([present(name), any(needed.map(absent))]),
  };
}
