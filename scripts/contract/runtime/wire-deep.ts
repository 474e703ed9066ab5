// Parses `filter[status]=a&filter[created][gte]=…`. This text becomes part of the generated `parameters.ts`.
import type { Shape, Values } from "./wire-parameter.ts";
import { parseScalar, setOwn, typesOfProperty } from "./wire-value.ts";

/**
 * Adds one member of a `deepObject`. OpenAPI does not define how nested lists and objects are serialized;
 * accepted are repeated names, empty brackets and indices for lists, and further brackets for objects.
 *
 * @param path  the names in the brackets, such as `["created", "gte"]`
 */
export function setDeep(
  target: Values,
  shape: Extract<Shape, { kind: "object" }>,
  path: readonly string[],
  { text, report }: { readonly text: string; readonly report: (detail: string) => void },
): void {
  const [key = "", ...rest] = path;
  const inner = shape.deep !== undefined && Object.hasOwn(shape.deep, key) ? shape.deep[key] : undefined;
  const known: unknown = Object.hasOwn(target, key) ? target[key] : undefined;
  if (inner?.kind === "object" && rest.length > 0) {
    const object = isValues(known) ? known : {};
    setOwn(target, key, object);
    setDeep(object, inner, rest, { text, report });
  } else if (inner?.kind === "array") {
    const list: unknown[] = Array.isArray(known) ? known : [];
    setOwn(target, key, list);
    addItem(list, inner, rest, { text, report });
  } else if (rest.length > 0) report("must be a parameter of this operation");
  else if (known !== undefined) report("must be given only once");
  else setOwn(target, key, parseScalar(text, typesOfProperty(shape, key)));
}

function addItem(
  list: unknown[],
  { types, items }: Extract<Shape, { kind: "array" }>,
  [index = "", ...path]: readonly string[],
  given: { readonly text: string; readonly report: (detail: string) => void },
): void {
  const place = index === "" ? list.length : Number(index);
  if (!/^\d*$/.test(index) || place > list.length)
    given.report("must number its items from 0, without a gap");
  else if (items?.kind === "object" && path.length > 0) {
    const item: unknown = list[place];
    const object = isValues(item) ? item : {};
    list[place] = object;
    setDeep(object, items, path, given);
  } else if (path.length > 0) given.report("must be a parameter of this operation");
  else if (place < list.length) given.report("must be given only once");
  else list.push(parseScalar(given.text, types));
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
