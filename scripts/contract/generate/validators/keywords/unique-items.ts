// `uniqueItems`
import { type Code, emit } from "../../code.ts";
import { expression, type Literal } from "../../literal.ts";
import type { SchemaCode } from "../code/schema-code.ts";
import { isType, ofTypes } from "../code/type-tests.ts";
import { isSchema, keyword } from "./keyword.ts";

export const uniqueItems = keyword(isBoolean, (place, unique) => {
  if (!unique) return;
  const { code } = place.is;
  const same = code.name(emit`same`);
  code.line(emit`const ${same} = ${search(place)};`);
  const { i, j } = { i: emit`${same}.i`, j: emit`${same}.j` };
  const message = emit`\`must NOT have duplicate items (items ## \${${j}} and \${${i}} are identical)\``;
  const params: Record<string, Literal> = { i: expression(i), j: expression(j) };
  place.failIf(emit`${same} !== undefined`, "uniqueItems", params, expression(message));
});

/** Items that are neither objects nor arrays according to their schema are compared with a table. */
function search({ is: { data }, keywords: { items } }: SchemaCode): Code {
  const type = isSchema(items) && typeof items === "object" ? items["type"] : undefined;
  if (!isType(type)) return emit`duplicates(${data})`;
  const types = typeof type === "string" ? [type] : type;
  if (types.length === 0 || types.includes("object") || types.includes("array"))
    return emit`duplicates(${data})`;
  return emit`duplicateScalars(${data}, (item) => ${ofTypes(types, emit`item`)})`;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}
