// Values as they are written into a YAML or JSON file.
import { stringify } from "yaml";
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";

/** Whether a file is JSON, which YAML's flow style is not. */
export function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** What fits on the line of its key. */
export function isSmall(value: Json): boolean {
  return jsonText(value).length <= 60;
}

/** YAML's flow style; in a JSON file JSON. */
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

/** A plain scalar that is nothing but a word is one in every context; all else is written as JSON, which YAML is. */
function scalar(value: Json): string {
  if (typeof value !== "string" || !/^[A-Za-z][\w-]*$/.test(value)) return jsonText(value);
  return /^(y|n|yes|no|on|off|true|false|null)$/i.test(value) ? JSON.stringify(value) : value;
}

/** A key in YAML. */
export function keyFlow(name: string): string {
  return /^[$]?[A-Za-z][\w-]*$/.test(name) ? scalar(name) : JSON.stringify(name);
}

/** YAML's block style, not indented. */
export function block(value: Json): string {
  // Numbers that no double says have a text of their own, which only JSON keeps here.
  const text = jsonText(value);
  const plain = JSON.parse(text) as Json;
  return jsonText(plain) === text ? stringify(plain, { lineWidth: 0 }).trimEnd() : text;
}

/** The lines of a block at a column, the first one apart. */
export function indented(text: string, column: number, eol: string): string {
  return text.split("\n").join(eol + " ".repeat(column));
}
