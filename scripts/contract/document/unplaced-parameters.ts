// Parameters of a path that its template does not name: they stand nowhere, and no request can have them.
import type { JsonObject, OpenApiDocument, SourcePlace } from "./document.ts";
import { operationsOf } from "./operations.ts";
import type { Located } from "./pointer.ts";

/** Whether a parameter is one of the path, and no part of the template. */
export function isUnplaced(path: string, { node }: Located<JsonObject>): boolean {
  const { in: place, name } = node;
  return place === "path" && typeof name === "string" && !path.includes(`{${name}}`);
}

/** In the order of the document, each once. */
export function unplacedParameters(document: OpenApiDocument): { place: SourcePlace; problem: string }[] {
  const found = new Map<string, { place: SourcePlace; problem: string }>();
  for (const { path, parameters } of operationsOf(document.root)) {
    for (const parameter of parameters.filter((one) => isUnplaced(path, one))) {
      const problem = `the path parameter ${String(parameter.node["name"])} is left out: it stands nowhere in ${path}`;
      found.set(parameter.pointer, { place: document.locate(parameter.pointer), problem });
    }
  }
  return [...found.values()];
}
