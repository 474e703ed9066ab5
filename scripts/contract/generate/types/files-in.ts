// Whether the values of a field are files, according to their types.
import { isObject, type Located } from "../../document/pointer.ts";
import type { JsonObject } from "../../document/document.ts";
import { DirectedSchemas } from "../validators/directed-schemas.ts";
import { SchemaTypes } from "./schema-types.ts";
import type { Type } from "./type.ts";

/** `all`: every value, or every item of a list, is a file; `some`: it may be one; undefined: none is. */
export type Files = "all" | "some" | undefined;

/**
 * Returns a function that checks where the type of a request contains `Binary`, itself or for the items of a
 * list.
 */
export function filesIn(root: JsonObject): (schema: Located) => Files {
  const types = new SchemaTypes(root, "request", new DirectedSchemas(root));
  return (schema) => {
    const found = new Set<boolean>();
    if (isObject(schema.node)) look(types, types.of(schema), { found, seen: new Set() });
    else if (schema.node === true) found.add(true).add(false);
    return found.has(true) ? (found.has(false) ? "some" : "all") : undefined;
  };
}

interface Looking {
  /** Whether each possible value is a file. */
  readonly found: Set<boolean>;
  /** Pointers of named schemas. */
  readonly seen: Set<string>;
}

function look(types: SchemaTypes, type: Type, looking: Looking): void {
  const { found, seen } = looking;
  const each = (parts: readonly Type[]): void => {
    for (const part of parts) look(types, part, looking);
  };
  switch (type.kind) {
    case "never":
      return;
    case "unknown":
      found.add(true).add(false);
      return;
    case "marked":
      found.add(type.name === "Binary");
      return;
    case "list":
      each([...type.first, ...(type.rest === undefined ? [] : [type.rest])]);
      return;
    case "union":
      each(type.of);
      return;
    case "all": {
      // All parts apply: if one of them is a file, the value is a file.
      const inner: Looking = { found: new Set(), seen };
      for (const part of type.of) look(types, part, inner);
      found.add(inner.found.has(true));
      return;
    }
    case "requiring":
      look(types, type.of, looking);
      return;
    case "named":
      if (seen.has(type.pointer)) return;
      seen.add(type.pointer);
      look(types, types.named(type.pointer), looking);
      return;
    // Null is not sent.
    case "plain":
      if (type.of !== "null") found.add(false);
      return;
    case "literal":
    case "object":
      found.add(false);
  }
}
