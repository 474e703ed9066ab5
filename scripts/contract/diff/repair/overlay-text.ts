// Prints the steps of an edit as an Overlay (Overlay Specification 1.1), for users who cannot edit the
// document itself.
import { stringify } from "yaml";
import { printableJson, printableLines } from "../../cli/printable.ts";
import type { Json, JsonObject } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { child, isArray, isObject, parsePointer } from "../../document/pointer.ts";
import { type EditStep, withSteps } from "./edit.ts";

/** The description of an edit, and its steps. */
export interface DescribedSteps {
  readonly does: string;
  readonly steps: readonly EditStep[];
}

/**
 * Returns YAML, which `--overlay` applies to the document. An object or a list that is replaced is removed
 * first, since an update would be merged into it.
 *
 * @param root the document as written, without the edits
 */
export function overlayText(root: JsonObject, edits: readonly DescribedSteps[], title: string): string {
  let before = root;
  const actions: JsonObject[] = [];
  for (const { does, steps } of edits) {
    for (const step of steps) {
      for (const action of actionsOf(before, step)) actions.push({ ...action, description: does });
      before = withSteps(before, [step]);
    }
  }
  const overlay = { overlay: "1.1.0", info: { title, version: "1.0.0" }, actions };
  const text = jsonText(overlay, 2);
  const plain = JSON.parse(text) as Json;
  // Only JSON, which is valid YAML, preserves numbers that no double represents, and escapes invisible
  // characters and those that start a command for a CI runner.
  const yaml = jsonText(plain, 2) === text ? stringify(plain, { lineWidth: 0 }) : text;
  return printableLines(yaml) === yaml ? yaml : `${printableJson(text)}\n`;
}

function actionsOf(root: JsonObject, { pointer, value }: EditStep): JsonObject[] {
  const path = parsePointer(pointer);
  const known = path.reduce<Json | undefined>(child, root);
  if (value === undefined) return known === undefined ? [] : [{ target: jsonPath(root, path), remove: true }];
  const depth = path.findIndex(
    (_, at) => !isContainer(path.slice(0, at + 1).reduce<Json | undefined>(child, root)),
  );
  // The deepest existing object already contains the value.
  const at = Math.max(0, (depth === -1 ? path.length : depth + 1) - 1);
  const parent = path.slice(0, at);
  const holder = parent.reduce<Json | undefined>(child, root);
  const update = path.slice(at + 1).reduceRight<Json>((inner, name) => ({ [name]: inner }), value);
  const name = path[at] ?? "";
  if (isArray(holder)) return replacedItem(root, path.slice(0, at + 1), update);
  const target = jsonPath(root, parent);
  const removal = isContainer(known) ? [{ target: jsonPath(root, path), remove: true }] : [];
  return [...removal, { target, update: { [name]: update } }];
}

/**
 * Replaces an item of a list: an object is stripped of removed members and updated; for any other value the
 * whole list is replaced.
 */
function replacedItem(root: JsonObject, path: readonly string[], value: Json): JsonObject[] {
  const list = path.slice(0, -1);
  const items = list.reduce<Json | undefined>(child, root);
  const item = path.reduce<Json | undefined>(child, root);
  if (isObject(item) && isObject(value)) {
    const gone = Object.keys(item).filter((name) => !Object.hasOwn(value, name) || isContainer(value[name]));
    return [
      ...gone.map((name) => ({ target: jsonPath(root, [...path, name]), remove: true })),
      { target: jsonPath(root, path), update: value },
    ];
  }
  if (!isArray(items)) return [];
  const whole = items.map((one, at) => (String(at) === path.at(-1) ? value : one));
  return [
    { target: jsonPath(root, list), remove: true },
    { target: jsonPath(root, list.slice(0, -1)), update: { [list.at(-1) ?? ""]: whole } },
  ];
}

function isContainer(node: Json | undefined): boolean {
  return isObject(node) || isArray(node);
}

/** Returns a JSONPath (RFC 9535) with every name in quotes. */
function jsonPath(root: JsonObject, path: readonly string[]): string {
  let node: Json | undefined = root;
  let text = "$";
  for (const key of path) {
    text += isArray(node) ? `[${key}]` : `['${quoted(key)}']`;
    node = child(node, key);
  }
  return text;
}

/**
 * Quotes a name (section 2.3.1): quotes and backslashes are escaped, and so are characters that cannot be in
 * a line.
 */
function quoted(name: string): string {
  return JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
}
