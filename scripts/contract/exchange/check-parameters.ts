// Validates the parameters of a request and the headers of a response against an operation's declarations.
import { accepts } from "../containment/confirm.ts";
import type { JsonObject } from "../document/document.ts";
import type { Reading } from "../containment/schema-part.ts";
import { parsedJson, validWire } from "./interpret.ts";
import { mediaKind } from "./media-range.ts";
import { cookies, decode, splitQuery, wireFromForm, wireFromPairs, wireFromText } from "./parse-wire.ts";
import type { Wire } from "./serialise.ts";
import { wireTree } from "./wire-tree.ts";
import { shapesOf, type WireParameter } from "./wire-parameter.ts";

/** The unparsed parts of a message that carry parameters. */
export interface RawParameters {
  readonly path: readonly string[];
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** Returns the errors of one parameter; empty if it is valid, or if it is optional and absent. */
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

/**
 * Returns the value that a declared style parses from a message, with strings as leaves, in the first shape
 * that is valid.
 */
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

/**
 * Returns every way to parse the parameter, one for each shape that its schema allows; undefined if it is
 * absent.
 */
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
