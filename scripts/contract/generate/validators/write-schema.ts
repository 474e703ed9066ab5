// Compiles a schema: its type and its keywords; those for one type share one type test.
import { noCode } from "../code.ts";
import type { SchemaCode } from "./code/schema-code.ts";
import { isType, ofOtherTypes, ofTypes } from "./code/type-tests.ts";
import { type KeywordGroup, keywordGroups } from "./keywords.ts";
import { isSchema, isSchemaList, isSchemaMap } from "./keywords/keyword.ts";
import { schemaKeywords, schemaListKeywords, schemaMapKeywords } from "./schema-keywords.ts";
import type { UnitSchema } from "./schema-units.ts";

const single: ReadonlySet<string> = new Set(schemaKeywords);
const lists: ReadonlySet<string> = new Set(schemaListKeywords);
const maps: ReadonlySet<string> = new Set(schemaMapKeywords);

export function writeSchema(place: SchemaCode): void {
  const { schema, data, code } = place.is;
  if (schema === false) code.line(place.failure("false schema", {}, "boolean schema is false"));
  if (typeof schema === "boolean") return;
  const groups = keywordGroups.filter(({ keywords }) =>
    Object.keys(schema).some((name) => Object.hasOwn(keywords, name)),
  );
  const { type } = schema;
  const types = isType(type) ? [type].flat() : [];
  // A single type that has keywords is tested together with them.
  const own = types.length === 1 ? groups.find((group) => group.type === types[0]) : undefined;
  const typeFailure = isType(type) ? place.typeFailure(typeof type === "string" ? type : [...type]) : noCode;
  if (types.length > 0 && own === undefined) code.lineIf(ofOtherTypes(types, data), typeFailure);
  for (const group of groups) {
    const write = () => {
      writeKeywords(place, group);
    };
    if (group.type === undefined) write();
    else if (group === own) code.either(ofOtherTypes([group.type], data), typeFailure, write);
    else code.when(ofTypes([group.type], data), write);
  }
}

function writeKeywords(place: SchemaCode, { keywords }: KeywordGroup): void {
  for (const [name, keyword] of Object.entries(keywords)) {
    const value = place.keywords[name];
    if (value !== undefined) keyword.write(place, value);
  }
}

/** Returns the first keyword of a schema, or of one below it, whose value is invalid in JSON Schema. */
export function malformedKeyword(schema: UnitSchema): string | undefined {
  if (typeof schema === "boolean") return undefined;
  for (const [name, value] of Object.entries(schema)) {
    const known = keywordGroups.find(({ keywords }) => Object.hasOwn(keywords, name));
    const isRight = name === "type" ? isType(value) : known?.keywords[name]?.accepts(value) === true;
    if (!isRight) return name;
    for (const below of subschemasOf(name, value)) {
      const malformed = malformedKeyword(below);
      if (malformed !== undefined) return malformed;
    }
  }
  return undefined;
}

function subschemasOf(name: string, value: unknown): readonly UnitSchema[] {
  if (single.has(name) && isSchema(value)) return [value];
  if (lists.has(name) && isSchemaList(value)) return value;
  return maps.has(name) && isSchemaMap(value) ? Object.values(value) : [];
}
