// Checks the `type` keyword of a schema: a JSON Schema type name or a list of them. A schema with a misspelt
// type matches no value.
import type { Json } from "./document.ts";
import { nearestName } from "./nearest-name.ts";
import { isArray } from "./pointer.ts";

const types = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Names that other languages and older drafts use for JSON Schema types. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  integer: ["int", "int32", "int64", "long", "short"],
  number: ["float", "double", "decimal", "numeric"],
  boolean: ["bool"],
  string: ["str", "text", "char", "date", "datetime", "date-time", "uuid", "file", "binary", "byte"],
  object: ["map", "dict", "hash", "struct", "record"],
  array: ["list", "set", "tuple"],
  null: ["nil", "none"],
};

/**
 * Returns the problem of a `type` keyword with its fix and, in a list, the index of the invalid item;
 * undefined if it is valid.
 */
export function typeProblem(type: Json): { problem: string; fix: string; index?: number } | undefined {
  if (!isArray(type)) return wordProblem(type);
  if (type.length === 0)
    return {
      problem: "is an empty list: no value has such a type",
      fix: "name a type in it, or leave it out",
    };
  for (const [index, word] of type.entries()) {
    const wrong = wordProblem(word);
    if (wrong !== undefined) return { ...wrong, index };
    if (type.indexOf(word) < index)
      return { problem: `names ${JSON.stringify(word)} twice`, fix: "keep one of the two", index };
  }
  return undefined;
}

function wordProblem(word: Json): { problem: string; fix: string } | undefined {
  if (word === null) return { problem: "is null, not the text", fix: 'write "null" in quotation marks' };
  if (typeof word !== "string")
    return { problem: "is not a string", fix: `write one of ${types.join(", ")}` };
  if (types.includes(word)) return undefined;
  return { problem: `is ${shown(word)}, which is not a JSON Schema type`, fix: fixFor(word) };
}

/** Quotes a mistyped word; a longer text was not meant as a type and is not quoted. */
function shown(word: string): string {
  return word.length <= 20 ? JSON.stringify(word) : "a long text";
}

function fixFor(word: string): string {
  const plain = word.toLowerCase();
  if (plain === "any") return "leave type out: a schema without it accepts any value";
  const known = Object.keys(otherNames).find((type) => otherNames[type]?.includes(plain));
  const meant = known ?? nearestName(plain, types);
  return meant === undefined ? `write one of ${types.join(", ")}` : `write ${meant}`;
}
