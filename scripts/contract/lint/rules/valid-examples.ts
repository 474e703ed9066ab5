// valid-examples: an example or default that is invalid under its own schema leads readers to send invalid
// requests.
import type { Json, JsonObject } from "../../document/document.ts";
import { childPointer, follow, isArray, isObject, type Located } from "../../document/pointer.ts";
import type { LintContext, Rule } from "../rule.ts";

/** An example value, and the schema under which it should be valid. */
interface Shown {
  /** Its kind in the document: an example, or a default. */
  readonly kind: "example" | "default";
  readonly pointer: string;
  readonly value: Json;
  readonly schemaPointer: string;
}

export const validExamples: Rule = {
  id: "valid-examples",
  summary: "Every example and default is valid under its schema, formats included.",
  *check(context) {
    const reported = new Set<string>();
    const shown = [...ofSchemas(context), ...ofOwners(context)];
    context.instances.prepare(shown.map(({ schemaPointer }) => schemaPointer));
    for (const { kind, pointer, value, schemaPointer } of shown) {
      for (const problem of context.instances.problems(schemaPointer, value)) {
        const place = pointer + problem.path;
        const message = `the ${kind} ${problem.message}`;
        if (!reported.has(`${place} ${message}`)) yield { pointer: place, message };
        reported.add(`${place} ${message}`);
      }
    }
  },
};

function* ofSchemas({ nodes }: LintContext): Generator<Shown> {
  for (const { pointer: schemaPointer, node } of nodes("schema")) {
    const { examples } = node;
    for (const [index, value] of (isArray(examples) ? examples : []).entries()) {
      const pointer = childPointer(schemaPointer, "examples", index);
      yield { kind: "example", pointer, value, schemaPointer };
    }
    for (const kind of ["default", "example"] as const) {
      const value = node[kind];
      if (value !== undefined)
        yield { kind, pointer: childPointer(schemaPointer, kind), value, schemaPointer };
    }
  }
}

/** Yields the examples that media types, parameters and headers have beside their schema. */
function* ofOwners({ nodes, root }: LintContext): Generator<Shown> {
  for (const type of ["mediaType", "parameter", "header"]) {
    for (const { pointer, node } of nodes(type)) {
      if (node["schema"] === undefined) continue;
      const schemaPointer = childPointer(pointer, "schema");
      for (const { pointer: place, node: value } of examplesOf(root, pointer, node)) {
        if (isSerialized(type, pointer, value)) continue;
        yield { kind: "example", pointer: place, value, schemaPointer };
      }
    }
  }
}

function* examplesOf(root: JsonObject, pointer: string, owner: JsonObject): Generator<Located> {
  const { example, examples } = owner;
  if (example !== undefined) yield { pointer: childPointer(pointer, "example"), node: example };
  for (const [name, written] of Object.entries(isObject(examples) ? examples : {})) {
    if (written === undefined) continue;
    const target = follow(root, { pointer: childPointer(pointer, "examples", name), node: written });
    if (!isObject(target.node)) continue;
    // `dataValue` is the unambiguous field of OpenAPI 3.2; `serializedValue` and `externalValue` hold no
    // data.
    for (const field of ["value", "dataValue"]) {
      const value = target.node[field];
      if (value !== undefined) yield { pointer: childPointer(target.pointer, field), node: value };
    }
  }
}

/** A string in a media type that is not JSON is the serialised body, such as XML, and not its data. */
function isSerialized(type: string, pointer: string, value: Json): boolean {
  return type === "mediaType" && typeof value === "string" && !/json[^/]*$/.test(pointer);
}
