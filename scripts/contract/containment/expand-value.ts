// Expands `const` and `enum` for values of one type; arrays and objects are decomposed.
import type { Json } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import type { Assertion } from "./expand-scalar.ts";
import { anyProperty } from "./expand-object.ts";
import {
  accepting,
  all,
  any,
  alwaysFalse,
  type Formula,
  type JsonType,
  type Literal,
  rejecting,
  size,
  typeOf,
} from "./formula.ts";
import { madeUp } from "./schema-node.ts";

/** The value is one of `list` (asserted), or none of them (negated). */
export function valueFormula(list: readonly Json[], type: JsonType, group: number): Assertion {
  const values = list.filter((value) => typeOf(value) === type);
  if (type === "array" || type === "object") {
    return {
      holds: any(values.map((value) => isExactly(value, group))),
      fails: all(values.map(differsFrom)),
    };
  }
  return { holds: { is: "among", values }, fails: { is: "notAmong", values } };
}

/** Returns the literal that accepts only this value. */
export const equalTo = (value: Json, group = 0): Literal => accepting(madeUp({ const: value }), group);
/** Returns the literal that accepts every other value. */
export const otherThan = (value: Json): Literal => rejecting(madeUp({ const: value }));
/** Returns the literal that accepts any value except these. */
export const noneOf = (values: readonly Json[]): Literal => rejecting(madeUp({ enum: values }));

function isExactly(value: Json, group: number): Formula {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return all([
      size(items.length, items.length),
      ...items.map((item, at): Formula => ({ is: "item", at, literal: equalTo(item, group) })),
    ]);
  }
  if (!isObject(value)) return alwaysFalse;
  const entries = Object.entries(value);
  return all([
    size(entries.length, entries.length),
    ...entries.flatMap(([name, inner = null]): Formula[] => [
      { is: "present", name },
      { is: "property", name, literal: equalTo(inner, group) },
    ]),
  ]);
}

function differsFrom(value: Json): Formula {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return any([
      ...(items.length > 0 ? [size(0, items.length - 1)] : []),
      size(items.length + 1, Infinity),
      ...items.map((item, at): Formula => ({ is: "item", at, literal: otherThan(item) })),
    ]);
  }
  if (!isObject(value)) return all([]);
  const entries = Object.entries(value);
  return any([
    ...entries.map(([name]): Formula => ({ is: "absent", name })),
    { is: "someProperty", some: { ...anyProperty, except: new Set(Object.keys(value)) } },
    ...entries.map(([name, inner = null]): Formula =>
      all([
        { is: "present", name },
        { is: "property", name, literal: otherThan(inner) },
      ]),
    ),
  ]);
}
