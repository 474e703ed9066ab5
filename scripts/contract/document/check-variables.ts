// Checks the names of environment variables in `x-sdk`, because they end up in generated code, text and shell
// commands.
import { DocumentError, type Json, type OpenApiDocument } from "./document.ts";
import { childPointer, isObject } from "./pointer.ts";
import { pointerOf, type Visit } from "./walk.ts";

/** Returns every `env` below a node's `x-sdk`, with its pointer and value. */
export function variablesAt(visit: Visit): { readonly pointer: string; readonly name: Json }[] {
  if (visit.type !== "document" && visit.type !== "securityScheme") return [];
  const sdk = isObject(visit.node) ? visit.node["x-sdk"] : undefined;
  if (!isObject(sdk)) return [];
  return Object.entries(sdk).flatMap(([part, settings]) => {
    const name = isObject(settings) ? settings["env"] : undefined;
    return name === undefined
      ? []
      : [{ pointer: childPointer(pointerOf(visit), "x-sdk", part, "env"), name }];
  });
}

/**
 * Checks the environment variables of a node.
 *
 * @throws DocumentError for a name that is not valid in a shell (POSIX.1-2024, section 3.216)
 */
export function checkVariables(document: OpenApiDocument, visit: Visit): void {
  for (const { pointer, name } of variablesAt(visit)) {
    if (typeof name === "string" && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) continue;
    throw new DocumentError(`${pointer} is not a valid name of an environment variable`, {
      place: document.locate(pointer),
      fix: "write letters, digits and _, such as POOLS_API_KEY",
    });
  }
}
