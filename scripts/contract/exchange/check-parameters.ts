// Checks a request's parameters, and an answer's headers, against what an operation declares.
import { accepts } from "../containment/confirm.ts";
import type { JsonObject } from "../document/document.ts";
import type { Reading } from "../containment/schema-part.ts";
import { parsedJson, validWire } from "./interpret.ts";
import { mediaKind } from "./media-range.ts";
import { cookies, decode, splitQuery, wireFromForm, wireFromPairs, wireFromText } from "./parse-wire.ts";
import type { Wire } from "./serialise.ts";
import { wireTree } from "./wire-tree.ts";
import { shapesOf, type WireParameter } from "./wire-parameter.ts";

/** What of a message carries parameters, raw. */
export interface RawParameters {
  readonly path: readonly string[];
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** The errors of one parameter; none when it is valid, or may be absent and is. */
export function checkParameter(
  reading: Reading,
  parameter: WireParameter,
  position: number | undefined,
  raw: RawParameters,
): readonly string[] {
  const place = `${parameter.place}/${parameter.name}`;
  const found = findAll(reading.root, parameter, position, raw);
  if (found === undefined) return parameter.required ? [`${place} is required`] : [];
  if (parameter.allowEmptyValue && found.some((one) => "wire" in one && one.wire === "")) return [];
  let errors: readonly string[] = [];
  for (const one of found) {
    const result = "error" in one ? { valid: false, errors: [one.error] } : checkOne(reading, parameter, one);
    if (result.valid) return [];
    if (errors.length === 0) ({ errors } = result);
  }
  return errors.map((error) => `${place} ${error}`);
}

/** The value that a declared style reads from a message, as text at its leaves, in the first shape that is valid. */
export function readWire(
  reading: Reading,
  parameter: WireParameter,
  position: number | undefined,
  raw: RawParameters,
): Wire | undefined {
  const found = findAll(reading.root, parameter, position, raw) ?? [];
  const wires = found.flatMap((one) => ("wire" in one ? [one] : []));
  const wire = (wires.find((one) => checkOne(reading, parameter, one).valid) ?? wires[0])?.wire;
  if (typeof wire !== "string" || parameter.media === undefined || mediaKind(parameter.media) !== "json")
    return wire;
  const value = parsedJson(wire);
  return value === undefined ? wire : wireTree(value);
}

type Found = { readonly wire: Wire } | { readonly error: string };

function checkOne(reading: Reading, parameter: WireParameter, { wire }: { readonly wire: Wire }) {
  const side = { ...reading, ...parameter.schema };
  if (parameter.media === undefined || typeof wire !== "string") return validWire(side, wire);
  switch (mediaKind(parameter.media)) {
    case "json": {
      const value = parsedJson(wire);
      return value === undefined ? { valid: false, errors: ["must be JSON"] } : accepts(side, value);
    }
    case "form":
      return validWire(side, wireFromForm(wire));
    default:
      return validWire(side, wire);
  }
}

/** Every way to read the parameter, one for each shape its schema allows; undefined when it was not sent. */
function findAll(
  root: JsonObject,
  parameter: WireParameter,
  position: number | undefined,
  raw: RawParameters,
): Found[] | undefined {
  const shapes = parameter.media === undefined ? shapesOf(root, parameter.schema) : (["scalar"] as const);
  const found = shapes.flatMap((shape): Found[] => {
    if (parameter.place === "path") {
      const text = position === undefined ? undefined : raw.path[position];
      return text === undefined ? [] : [wireFromText(parameter, shape, text)];
    }
    if (parameter.place === "header") {
      const own = raw.headers.filter(([name]) => name.toLowerCase() === parameter.name);
      return own.length === 0
        ? []
        : [wireFromText(parameter, shape, own.map(([, value]) => value).join(","))];
    }
    if (parameter.place === "querystring") {
      const isForm = parameter.media !== undefined && mediaKind(parameter.media) === "form";
      return raw.query === "" ? [] : [{ wire: isForm ? raw.query : decode(raw.query) }];
    }
    const one = wireFromPairs(
      parameter,
      shape,
      parameter.place === "query" ? splitQuery(raw.query) : cookies(raw),
    );
    return one === undefined ? [] : [one];
  });
  return found.length === 0 ? undefined : found;
}
