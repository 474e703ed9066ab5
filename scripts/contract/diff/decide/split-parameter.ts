// Splits an exploded object into the parameters that its members are on the wire.
import { isArray, isObject } from "../../document/pointer.ts";
import { mediaKind } from "../../exchange/media-range.ts";
import { isExplodedObject, shapesOf, type WireParameter } from "../../exchange/wire-parameter.ts";
import { conjuncts, keywordIn, partAt, type SchemaPart } from "../../containment/schema-part.ts";
import type { JsonObject } from "../../document/document.ts";

/**
 * Returns the members that a parameter's schema declares, each as a parameter; empty if the object is not
 * spread over several names.
 */
export function membersOf(root: JsonObject, parameter: WireParameter): WireParameter[] {
  const { name } = parameter;
  const deep = isDeep(parameter);
  if (!deep && !isQueryForm(parameter) && !isExplodedObject(root, parameter)) return [];
  const parts = conjuncts(root, [parameter.schema]);
  const needed = new Set(
    parts.flatMap(({ schema }) =>
      isObject(schema) && isArray(schema["required"]) ? schema["required"] : [],
    ),
  );
  return Array.from(propertiesIn(parts), ([member, schema]) =>
    memberOf(parameter, deep ? `${name}[${member}]` : member, schema, needed.has(member)),
  );
}

function memberOf(owner: WireParameter, name: string, schema: SchemaPart, isNeeded: boolean): WireParameter {
  return {
    ...owner,
    name,
    // A form as the query string (OpenAPI 3.2) is read by its names.
    place: owner.place === "querystring" ? "query" : owner.place,
    media: undefined,
    pointer: schema.pointer ?? owner.pointer,
    required: owner.required && isNeeded,
    style: "form",
    explode: true,
    allowEmptyValue: false,
    taken: [],
    schema,
    owner: { place: owner.place, name: owner.name, isNeeded },
  };
}

const isQueryForm = ({ place, media }: WireParameter): boolean =>
  place === "querystring" && media !== undefined && mediaKind(media) === "form";

const isDeep = ({ style, place, media }: WireParameter): boolean =>
  style === "deepObject" && place === "query" && media === undefined;

/**
 * Returns the schema of a map's undeclared members. Only a name in brackets is a member of a map that allows
 * no others.
 */
function restOf(root: JsonObject, map: WireParameter): SchemaPart | undefined {
  if (!isDeep(map) && !isExplodedObject(root, map)) return undefined;
  const rest = keywordIn(conjuncts(root, [map.schema]), "additionalProperties");
  const says = isObject(rest?.value) || (isDeep(map) && rest?.value === false);
  return says ? partAt(rest.part, rest.value, "additionalProperties") : undefined;
}

/** Returns the names a map takes as its own members: those that only the sender reads separately. */
function mapMembers({ root, parameters }: Side, map: WireParameter, sender: Side): WireParameter[] {
  const rest = restOf(root, map);
  if (rest === undefined) return [];
  const isMember = ({ name }: WireParameter): boolean =>
    !isDeep(map) || (name.startsWith(`${map.name}[`) && /^[^\]]*\]$/.test(name.slice(map.name.length + 1)));
  const others = parameters.filter((one) => one !== map);
  const known = [...others, ...others.flatMap((one) => membersOf(root, one)), ...membersOf(root, map)].map(
    keyOf,
  );
  return sender.parameters
    .filter((sent) => sent.place === map.place && isMember(sent) && !known.includes(keyOf(sent)))
    .filter((sent) => !shapesOf(sender.root, sent.schema).includes("object"))
    .map((sent) => memberOf(map, sent.name, rest, false));
}

function propertiesIn(parts: readonly SchemaPart[]): Map<string, SchemaPart> {
  const found = new Map<string, SchemaPart>();
  for (const part of parts) {
    const properties = isObject(part.schema) ? part.schema["properties"] : undefined;
    for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
      if (!found.has(name)) found.set(name, partAt(part, schema ?? true, "properties", name));
    }
  }
  return found;
}

/** The parameters of an operation in one document. */
interface Side {
  readonly root: JsonObject;
  readonly parameters: readonly WireParameter[];
}

/**
 * Returns the parameters of both documents, with exploded objects split if the other document reads one of
 * their names separately: `page` and `size` that become the object `paging` are still `page` and `size`. What
 * the receiver's map would take is a member of it; that a sender's map might contain the name of another
 * parameter is ignored.
 */
export function alike(sender: Side, receiver: Side): { sender: WireParameter[]; receiver: WireParameter[] } {
  const sent = sender.parameters.map((parameter) => ({
    parameter,
    members: membersOf(sender.root, parameter),
  }));
  const read = receiver.parameters.map((parameter) => ({
    parameter,
    members: [...membersOf(receiver.root, parameter), ...mapMembers(receiver, parameter, sender)],
  }));
  const split = new Set([...shared(sent, read), ...shared(read, sent)]);
  // An object split on one side is split on the other.
  const taken = (side: readonly Spread[]) =>
    side.flatMap(({ parameter, members }) =>
      members.length > 0 && split.has(keyOf(parameter)) ? members : [parameter],
    );
  return { sender: taken(sent), receiver: taken(read) };
}

interface Spread {
  readonly parameter: WireParameter;
  readonly members: readonly WireParameter[];
}

/**
 * Returns the keys of those objects of `own` that share a name on the wire with another parameter of
 * `theirs`.
 */
function shared(own: readonly Spread[], theirs: readonly Spread[]): string[] {
  return own
    .filter(({ parameter, members }) => {
      if (members.length === 0) return false;
      const others = theirs.filter(
        (other) => other.members.length === 0 || keyOf(other.parameter) !== keyOf(parameter),
      );
      const names = new Set(others.flatMap((other) => [other.parameter, ...other.members].map(keyOf)));
      const loose = own
        .filter((other) => other.parameter !== parameter)
        .map((other) => keyOf(other.parameter));
      return members.some((member) => names.has(keyOf(member)) && !loose.includes(keyOf(member)));
    })
    .flatMap(({ parameter, members }) => [
      keyOf(parameter),
      // The object on the other side that shares the name is split with it.
      ...theirs
        .filter((other) =>
          other.members.some((one) => members.some((member) => keyOf(member) === keyOf(one))),
        )
        .map((other) => keyOf(other.parameter)),
    ]);
}

/** Returns the key of a parameter; there is only one query string, whatever its name. */
function keyOf({ place, name }: WireParameter): string {
  return place === "querystring" ? place : `${place}/${name}`;
}
