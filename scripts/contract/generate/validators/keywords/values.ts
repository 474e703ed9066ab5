// `const` and `enum`
import { type Code, emit, joinCode } from "../../code.ts";
import { expression, type Literal, printLiteral } from "../../literal.ts";
import type { SchemaCode } from "../code/schema-code.ts";
import { keyword } from "./keyword.ts";

/** Up to this number of values, comparing them one by one is faster than a lookup. */
const compared = 8;

export const constant = keyword(isLiteral, (place, value) => {
  const { data, context } = place.is;
  const shared = isScalar(value) ? value : expression(context.constant("values", value));
  const wrong = isScalar(value) ? differs(data, value) : emit`!deepEqual(${data}, ${printLiteral(shared)})`;
  place.failIf(wrong, "const", { allowedValue: shared }, "must be equal to constant");
});

export const enumeration = keyword(isValueList, (place, values) => {
  const { context } = place.is;
  const list = context.constant("values", values);
  const message = "must be equal to one of the allowed values";
  place.failIf(notIn(place, values, list), "enum", { allowedValues: expression(list) }, message);
});

function notIn({ is: { data } }: SchemaCode, values: readonly Literal[], list: Code): Code {
  if (values.length === 0) return emit`true`;
  if (values.every(isScalar) && values.length > compared) return emit`!${list}.includes(${data})`;
  return joinCode(
    values.map((value, index) =>
      isScalar(value) ? differs(data, value) : emit`!deepEqual(${data}, ${list}[${index}])`,
    ),
    emit` && `,
  );
}

function differs(data: Code, value: Literal): Code {
  return emit`${data} !== ${printLiteral(value, "", Number.NEGATIVE_INFINITY)}`;
}

function isScalar(value: Literal): boolean {
  return typeof value !== "object" || value === null;
}

/** Every value in a document is a literal. */
function isLiteral(value: unknown): value is Literal {
  return value !== undefined;
}

function isValueList(value: unknown): value is readonly Literal[] {
  return Array.isArray(value);
}
