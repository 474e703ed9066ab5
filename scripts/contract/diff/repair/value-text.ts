// Formats values for a YAML or JSON file.
import { stringify } from "yaml";
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";

/** True if a file is JSON, as opposed to YAML's flow style. */
export function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** True if a value fits on the line of its key. */
export function isSmall(value: Json): boolean {
  return jsonText(value).length <= 60;
}

/** Returns YAML's flow style; JSON in a JSON file. */
export function flow(value: Json, asJson: boolean): string {
  if (asJson) return jsonText(value);
  if (isArray(value))
    return value.length === 0 ? "[]" : `[${value.map((item) => flow(item, false)).join(", ")}]`;
  if (!isObject(value)) return scalar(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${keyFlow(name)}: ${flow(member ?? null, false)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/**
 * Returns a plain scalar if it is a simple word, which is plain in every context; otherwise JSON, which is
 * valid YAML.
 */
function scalar(value: Json): string {
  if (typeof value !== "string" || !/^[A-Za-z][\w-]*$/.test(value)) return jsonText(value);
  return /^(y|n|yes|no|on|off|true|false|null)$/i.test(value) ? JSON.stringify(value) : value;
}

/** Returns a key in YAML. */
export function keyFlow(name: string): string {
  return /^[$]?[A-Za-z][\w-]*$/.test(name) ? scalar(name) : JSON.stringify(name);
}

/** Returns YAML's block style, not indented. */
export function block(value: Json): string {
  // Numbers that no double represents have their own text, which only JSON preserves here.
  const text = jsonText(value);
  const plain = JSON.parse(text) as Json;
  return jsonText(plain) === text ? stringify(plain, { lineWidth: 0 }).trimEnd() : text;
}

/** Returns the lines of a block indented to a column, except the first one. */
export function indented(text: string, column: number, eol: string): string {
  return text.split("\n").join(eol + " ".repeat(column));
}
