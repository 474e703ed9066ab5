// Parameters of a path that its template does not name: they stand nowhere, and no request can have them.
import type { JsonObject, OpenApiDocument, SourcePlace } from "./document.ts";
import { operationsOf } from "./operations.ts";
import type { Located } from "./pointer.ts";

/** The name of a parameter that is one of the path, and no part of the template; undefined of all others. */
export function unplacedName(path: string, { node }: Located<JsonObject>): string | undefined {
  const { in: place, name } = node;
  return place === "path" && typeof name === "string" && !path.includes(`{${name}}`) ? name : undefined;
}

/** In the order of the document, each once. */
export function unplacedParameters(document: OpenApiDocument): { place: SourcePlace; problem: string }[] {
  const found = new Map<string, { place: SourcePlace; problem: string }>();
  for (const { path, parameters } of operationsOf(document.root)) {
    for (const parameter of parameters) {
      const name = unplacedName(path, parameter);
      if (name === undefined) continue;
      const problem = `the path parameter ${name} is left out: it stands nowhere in ${path}`;
      found.set(parameter.pointer, { place: document.locate(parameter.pointer), problem });
    }
  }
  return [...found.values()];
}
