// Object types: their members, and the type of additional properties.
import type { Json } from "../../document/document.ts";
import { child, isArray, isObject, type Located } from "../../document/pointer.ts";
import { docTag } from "../comment.ts";
import type { Lifted } from "../validators/directed-schemas.ts";
import type { SchemaTypes } from "./schema-types.ts";
import { type ObjectType, type Type, type TypeMember, unionOf, unknown } from "./type.ts";
import { withNeeds } from "./join-types.ts";

/** @param lifted  names that are not required of the object, even if the schema requires them */
export function objectType(types: SchemaTypes, place: Located, lifted: Lifted): ObjectType {
  const node = isObject(place.node) ? place.node : {};
  const properties = isObject(node["properties"]) ? Object.entries(node["properties"]) : [];
  const declared = properties.flatMap(([name, schema]): [string, TypeMember][] =>
    schema === undefined
      ? []
      : [
          [
            name,
            {
              type: types.below(place, "properties", name),
              required: false,
              comment: commentOf(schema),
            },
          ],
        ],
  );
  const others = othersOf(types, place);
  const names = namesAllowed(node["propertyNames"]);
  const named = (names ?? []).map((name): [string, TypeMember] => [
    name,
    { type: others ?? unknown, required: false, comment: [] },
  ]);
  const members = new Map([...(others?.kind === "never" ? [] : named), ...declared]);
  const needs = types.requiredIn(place, lifted);
  // Without any keyword about members: any object.
  const free =
    members.size === 0 &&
    node["additionalProperties"] === undefined &&
    node["unevaluatedProperties"] === undefined;
  const rest =
    names !== undefined || others?.kind === "never" ? undefined : (others ?? (free ? unknown : undefined));
  return withNeeds({ kind: "object", members, needs: [], others: rest }, needs);
}

/**
 * Returns the type of additional properties; undefined if the schema declares none; `never` if they are
 * forbidden.
 */
function othersOf(types: SchemaTypes, place: Located): Type | undefined {
  const node = isObject(place.node) ? place.node : {};
  const patterns = isObject(node["patternProperties"]) ? Object.keys(node["patternProperties"]) : [];
  const keyword =
    node["additionalProperties"] === undefined ? "unevaluatedProperties" : "additionalProperties";
  const rest = node[keyword] === undefined ? undefined : types.below(place, keyword);
  if (patterns.length === 0) return rest;
  return unionOf([
    ...patterns.map((pattern) => types.below(place, "patternProperties", pattern)),
    rest ?? unknown,
  ]);
}

/** Returns the names that `propertyNames` lists; undefined if it does not list any. */
function namesAllowed(schema: Json | undefined): string[] | undefined {
  if (!isObject(schema)) return undefined;
  const list = isArray(schema["enum"])
    ? schema["enum"]
    : schema["const"] === undefined
      ? undefined
      : [schema["const"]];
  return list?.filter((name) => typeof name === "string");
}

/** Returns the doc comment of a member; that of a referenced schema is at its declaration. */
function commentOf(schema: Json): TypeMember["comment"] {
  if (!isObject(schema)) return [];
  const text = (key: string): string | undefined => {
    const value = child(schema, key);
    return typeof value === "string" ? value : undefined;
  };
  const [example] = isArray(schema["examples"]) ? schema["examples"] : [];
  return [
    text("title"),
    text("description"),
    schema["deprecated"] === true ? docTag("deprecated") : undefined,
    schema["default"] === undefined ? undefined : docTag("default", JSON.stringify(schema["default"])),
    example === undefined ? undefined : docTag("example", JSON.stringify(example)),
  ];
}
