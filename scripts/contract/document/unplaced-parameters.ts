// Finds path parameters that the path's template does not contain, so that no request can carry them.
import type { JsonObject, OpenApiDocument, SourceLocation } from "./document.ts";
import { operationsOf } from "./operations.ts";
import type { Located } from "./pointer.ts";

/** Returns the name of a path parameter that is not in the template; undefined for all other parameters. */
export function unplacedName(path: string, { node }: Located<JsonObject>): string | undefined {
  const { in: place, name } = node;
  return place === "path" && typeof name === "string" && !path.includes(`{${name}}`) ? name : undefined;
}

/** Returns the problem of each such parameter with its location, in document order. */
export function unplacedParameters(document: OpenApiDocument): { place: SourceLocation; problem: string }[] {
  const found = new Map<string, { place: SourceLocation; problem: string }>();
  for (const { path, parameters } of operationsOf(document.root)) {
    for (const parameter of parameters) {
      const name = unplacedName(path, parameter);
      if (name === undefined) continue;
      const problem = `the path parameter ${name} is left out: ${path} does not contain it`;
      found.set(parameter.pointer, { place: document.locate(parameter.pointer), problem });
    }
  }
  return [...found.values()];
}
