// Takes an exploded object apart into the parameters that its members are on the wire.
import { isArray, isObject } from "../../document/pointer.ts";
import { isExplodedObject, type WireParameter } from "../exchange/wire-parameter.ts";
import { conjuncts, keywordIn, partAt, type SchemaPart } from "../explain/schema-part.ts";
import type { JsonObject } from "../../document/document.ts";

/** The members that a parameter's schema names, each as a parameter of its own; none where it is not spread over several names. */
export function membersOf(root: JsonObject, parameter: WireParameter): WireParameter[] {
  const { style, name, place } = parameter;
  const deep = style === "deepObject" && place === "query" && parameter.media === undefined;
  if (!deep && !isExplodedObject(root, parameter)) return [];
  const said = conjuncts(root, [parameter.schema]);
  const needed = new Set(
    said.flatMap(({ schema }) => (isObject(schema) && isArray(schema["required"]) ? schema["required"] : [])),
  );
  return Array.from(propertiesIn(said), ([member, schema]) =>
    memberOf(parameter, deep ? `${name}[${member}]` : member, schema, needed.has(member)),
  );
}

function memberOf(owner: WireParameter, name: string, schema: SchemaPart, isNeeded: boolean): WireParameter {
  return {
    ...owner,
    name,
    pointer: schema.pointer ?? owner.pointer,
    required: owner.required && isNeeded,
    style: "form",
    explode: true,
    allowEmptyValue: false,
    taken: [],
    schema,
    owner: { name: owner.name, isNeeded },
  };
}

/** Whether an exploded object has a schema for names that it does not list. */
export function isMap(root: JsonObject, parameter: WireParameter): boolean {
  return isExplodedObject(root, parameter) && restOf(root, parameter) !== undefined;
}

function restOf(root: JsonObject, { schema }: WireParameter): SchemaPart | undefined {
  const rest = keywordIn(conjuncts(root, [schema]), "additionalProperties");
  return isObject(rest?.value) ? partAt(rest.part, rest.value, "additionalProperties") : undefined;
}

/** What a map takes for members of its own: names that only the other document reads by themselves. */
function mapMembers(
  { root, parameters }: { readonly root: JsonObject; readonly parameters: readonly WireParameter[] },
  map: WireParameter,
  others: readonly WireParameter[],
): WireParameter[] {
  const rest = isExplodedObject(root, map) ? restOf(root, map) : undefined;
  if (rest === undefined) return [];
  const known = [map, ...parameters].flatMap((one) => [keyOf(one), ...membersOf(root, one).map(keyOf)]);
  return others
    .filter((other) => other.place === map.place && !known.includes(keyOf(other)))
    .map((other) => memberOf(map, other.name, rest, false));
}

function propertiesIn(said: readonly SchemaPart[]): Map<string, SchemaPart> {
  const found = new Map<string, SchemaPart>();
  for (const part of said) {
    const properties = isObject(part.schema) ? part.schema["properties"] : undefined;
    for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
      if (!found.has(name)) found.set(name, partAt(part, schema ?? true, "properties", name));
    }
  }
  return found;
}

/**
 * The parameters of both documents, exploded objects taken apart where the other document reads one of their names by
 * itself: `page` and `size` that become the object `paging` are still `page` and `size`.
 */
export function alike(
  base: { readonly root: JsonObject; readonly parameters: readonly WireParameter[] },
  head: { readonly root: JsonObject; readonly parameters: readonly WireParameter[] },
): { base: WireParameter[]; head: WireParameter[] } {
  const spread = (side: typeof base, other: typeof base) =>
    side.parameters.map((parameter) => ({
      parameter,
      members: [...membersOf(side.root, parameter), ...mapMembers(side, parameter, other.parameters)],
    }));
  const [before, after] = [spread(base, head), spread(head, base)];
  const split = new Set([...shared(before, after), ...shared(after, before)]);
  // What is taken apart on one side is taken apart on the other.
  const taken = (side: readonly Spread[]) =>
    side.flatMap(({ parameter, members }) =>
      members.length > 0 && split.has(keyOf(parameter)) ? members : [parameter],
    );
  return { base: taken(before), head: taken(after) };
}

interface Spread {
  readonly parameter: WireParameter;
  readonly members: readonly WireParameter[];
}

/** The keys of those objects of `own` that share a name on the wire with another parameter of `theirs`. */
function shared(own: readonly Spread[], theirs: readonly Spread[]): string[] {
  return own
    .filter(({ parameter, members }) => {
      const others = theirs.filter((other) => keyOf(other.parameter) !== keyOf(parameter));
      const names = new Set(others.flatMap((other) => [other.parameter, ...other.members].map(keyOf)));
      const loose = own
        .filter((other) => other.parameter !== parameter)
        .map((other) => keyOf(other.parameter));
      return members.some((member) => names.has(keyOf(member)) && !loose.includes(keyOf(member)));
    })
    .flatMap(({ parameter, members }) => [
      keyOf(parameter),
      // The object on the other side that shares the name is taken apart with it.
      ...theirs
        .filter((other) =>
          other.members.some((one) => members.some((member) => keyOf(member) === keyOf(one))),
        )
        .map((other) => keyOf(other.parameter)),
    ]);
}

function keyOf({ place, name }: WireParameter): string {
  return `${place}/${name}`;
}
