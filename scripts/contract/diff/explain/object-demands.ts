// The demands of a receiver's schema on objects: listed, required and unlisted properties.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { Demand, KeywordDemand } from "./demands.ts";
import { matchesName } from "./name-pattern.ts";
import { exempt } from "./location.ts";
import { isHidden, keywordIn, partAt, type Reading, type SchemaPart } from "../../containment/schema-part.ts";
import { ruleFor } from "../rules/table.ts";

interface Pair {
  readonly receiver: Reading;
  readonly demanded: SchemaPart;
  readonly schema: JsonObject;
  readonly said: readonly SchemaPart[];
  readonly sender: Reading;
}

/** Returns the demands of `properties`, `patternProperties`, `additionalProperties` and `required`. */
export function objectDemands(pair: Pair): Demand[] {
  return [...listedDemands(pair), ...requiredDemands(pair), ...unlistedDemands(pair)];
}

function listedDemands({ receiver, demanded, schema, said }: Pair): Demand[] {
  const patterns = isObject(schema["patternProperties"]) ? Object.entries(schema["patternProperties"]) : [];
  const sent = patterns.length > 0 ? sentNames(said) : [];
  return [
    ...visibleProperties(receiver, demanded, schema).map(([name, part]): Demand =>
      part.schema === false
        ? forbidden(name, { value: undefined, pointer: part.pointer })
        : { kind: "step", step: { kind: "property", name }, part },
    ),
    ...patterns.flatMap(([pattern, value]): Demand[] => {
      const part = partAt(demanded, value ?? true, "patternProperties", pattern);
      // A name for which the match is unknown is covered together with the pattern.
      const named = sent.filter((name) => matchesName(pattern, name) === true);
      return [
        ...named.map((name): Demand => ({ kind: "step", step: { kind: "property", name }, part })),
        { kind: "step", step: { kind: "matching", pattern }, part },
      ];
    }),
  ];
}

function requiredDemands({ receiver, demanded, schema, said, sender }: Pair): KeywordDemand[] {
  const { required } = schema;
  if (!isArray(required)) return [];
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  return required.flatMap((name, index): KeywordDemand[] => {
    if (typeof name !== "string") return [];
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const part = own === undefined ? undefined : partAt(demanded, own, "properties", name);
    if (part !== undefined && isHidden(receiver, part)) return [];
    const hiding = hidingKeyword(sender, said, name);
    return [
      {
        kind: "keyword",
        rule: ruleFor(hiding ?? "required"),
        keyword: "required",
        schema: { required: [name] },
        property: name,
        value: hiding === undefined ? true : undefined,
        pointer: partAt(demanded, true, "required", index).pointer,
        sender: { value: hiding === undefined ? undefined : true, pointer: propertyPointer(said, name) },
      },
    ];
  });
}

function unlistedDemands({ receiver, demanded, schema, said }: Pair): Demand[] {
  const { additionalProperties: additional } = schema;
  if (additional === undefined || additional === true) return [];
  const listed = {
    names: visibleProperties(receiver, demanded, schema).map(([name]) => name),
    patterns: Object.keys(isObject(schema["patternProperties"]) ? schema["patternProperties"] : {}),
  };
  const part = partAt(demanded, additional, "additionalProperties");
  const named = sentNames(said).filter(
    (name) =>
      !listed.names.includes(name) &&
      listed.patterns.every((pattern) => matchesName(pattern, name) === false),
  );
  const others: Demand = { kind: "step", step: { kind: "others", ...listed }, part };
  if (additional !== false) {
    return [
      ...named.map((name): Demand => ({ kind: "step", step: { kind: "property", name }, part })),
      others,
    ];
  }
  return [
    ...named.map((name) => rejectedName(name, { part, receiver, demanded, said })),
    {
      kind: "keyword",
      rule: ruleFor("additionalProperties"),
      keyword: "additionalProperties",
      schema: {
        ...exempt({ names: [...listed.names, ...named], patterns: listed.patterns }),
        additionalProperties: false,
      },
      value: false,
      pointer: part.pointer,
    },
  ];
}

/** Returns the demand violated by a name that the sender lists and a closed receiver does not. */
function rejectedName(
  name: string,
  at: {
    part: SchemaPart;
    receiver: Reading;
    demanded: SchemaPart;
    said: readonly SchemaPart[];
  },
): KeywordDemand {
  const pointer = propertyPointer(at.said, name);
  const hiding = hidingKeyword(at.receiver, [at.demanded], name);
  return {
    ...forbidden(name, { value: undefined, pointer: at.part.pointer }),
    ...(hiding === undefined ? {} : { rule: ruleFor(hiding), value: true }),
    sender: { value: hiding === undefined ? true : undefined, pointer },
  };
}

function forbidden(
  name: string,
  at: { value: Json | undefined; pointer: string | undefined },
): KeywordDemand {
  return {
    kind: "keyword",
    rule: ruleFor("properties"),
    keyword: "properties",
    schema: { properties: { [name]: false } },
    property: name,
    ...at,
  };
}

/** Returns the listed properties that exist in the receiver's view. */
function visibleProperties(
  reading: Reading,
  demanded: SchemaPart,
  schema: JsonObject,
): [string, SchemaPart][] {
  const { properties } = schema;
  if (!isObject(properties)) return [];
  return Object.entries(properties)
    .map(([name, value]): [string, SchemaPart] => [name, partAt(demanded, value ?? true, "properties", name)])
    .filter(([, part]) => !isHidden(reading, part));
}

/** Returns the names that one of the sender's schemas lists or requires. */
function sentNames(said: readonly SchemaPart[]): string[] {
  const names = new Set<string>();
  for (const { schema } of said) {
    if (!isObject(schema)) continue;
    if (isObject(schema["properties"])) for (const name of Object.keys(schema["properties"])) names.add(name);
    if (isArray(schema["required"])) {
      for (const name of schema["required"]) if (typeof name === "string") names.add(name);
    }
  }
  return [...names];
}

function hidingKeyword(reading: Reading, said: readonly SchemaPart[], name: string): string | undefined {
  const property = propertyOf(said, name);
  if (property === undefined || !isHidden(reading, property)) return undefined;
  return reading.view === "request" ? "readOnly" : "writeOnly";
}

function propertyOf(said: readonly SchemaPart[], name: string): SchemaPart | undefined {
  for (const part of said) {
    const properties = isObject(part.schema) ? part.schema["properties"] : undefined;
    const own = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return partAt(part, own, "properties", name);
  }
  return undefined;
}

function propertyPointer(said: readonly SchemaPart[], name: string): string | undefined {
  return propertyOf(said, name)?.pointer ?? keywordIn(said, "properties")?.part.pointer;
}
