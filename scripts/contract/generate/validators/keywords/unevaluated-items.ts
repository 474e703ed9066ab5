// `unevaluatedItems`: a schema for the items that no other keyword has evaluated.
import { type Code, emit } from "../../code.ts";
import { expression } from "../../literal.ts";
import { type Evaluated, writeEvaluated } from "../code/evaluated.ts";
import { evaluatedItems } from "../code/evaluated-kinds.ts";
import { forItems } from "../code/loops.ts";
import { withSegment } from "../code/path-code.ts";
import type { SchemaCode } from "../code/schema-code.ts";
import { acceptsAll, isSchema, keyword } from "./keyword.ts";

export const unevaluatedItems = keyword(isSchema, (place, schema) => {
  if (acceptsAll(schema)) return;
  const { code, data, instancePath } = place.is;
  const evaluated = writeEvaluated(place, evaluatedItems);
  const { known, seen } = evaluated;
  if (known.all) return;
  if (schema === false) {
    writeRejection(place, evaluated);
    return;
  }
  forItems(place, firstOf(evaluated), (index) => {
    const write = () => {
      const value = code.name(emit`value`);
      code.line(emit`const ${value} = ${data}[${index}];`);
      const changes = { data: value, instancePath: withSegment(instancePath, index) };
      place.below(["unevaluatedItems"], schema, changes).write();
    };
    if (seen === undefined) write();
    else code.when(emit`!${seen.set}.has(${index})`, write);
  });
});

/** Returns the first item that is not certainly evaluated. */
function firstOf({ known, seen }: Evaluated): Code {
  if (seen === undefined) return emit`${known.from}`;
  return known.from === 0 ? seen.rest : emit`Math.max(${seen.rest}, ${known.from})`;
}

/** Writes a single error, for the first item that is not evaluated. */
function writeRejection(place: SchemaCode, evaluated: Evaluated): void {
  const { code, data } = place.is;
  const { known, seen } = evaluated;
  if (seen === undefined) {
    const message = `must NOT have more than ${known.from} items`;
    place.failIf(emit`${data}.length > ${known.from}`, "unevaluatedItems", { limit: known.from }, message);
    return;
  }
  const first = code.name(emit`first`);
  code.line(emit`let ${first} = ${firstOf(evaluated)};`);
  code.line(emit`while (${seen.set}.has(${first})) ${first}++;`);
  const message = expression(emit`\`must NOT have more than \${${first}} items\``);
  place.failIf(emit`${data}.length > ${first}`, "unevaluatedItems", { limit: expression(first) }, message);
}
