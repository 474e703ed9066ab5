// Resources that are created in a list elsewhere than at their own path: `POST /authors/{authorId}/books`
// returns what `GET /books/{bookId}` returns.
import type { Kind } from "./model.ts";
import { parametersOf, successContent } from "./operation-parts.ts";
import type { OperationPaths } from "./operation-paths.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";

/** Whether a POST creates resources of a kind: its path lists them, and its response is one. */
export function createsInList(
  schemas: Schemas,
  { collection, schema }: Pick<Kind, "collection" | "schema">,
  operation: StateOperation,
  paths: OperationPaths,
): boolean {
  return (
    isBelowParents(parametersOf(collection), operation.path) &&
    createdInList(schemas, operation, paths).has(schemas.identity(schema))
  );
}

function isBelowParents(names: readonly string[], path: string): boolean {
  return names.every((name) => path.includes(`{${name}}`));
}

/** Returns the schemas of what a POST returns one of and its path lists, by their identities. */
function createdInList(
  schemas: Schemas,
  operation: StateOperation,
  paths: OperationPaths,
): ReadonlySet<string> {
  if (operation.method !== "POST") return new Set();
  const parts = (one: StateOperation): unknown[] => {
    const { schema: body } = successContent(one, schemas);
    return [body, ...Object.values(schemas.properties(body))];
  };
  const gets = paths.at(operation.path).filter(({ method }) => method === "GET");
  const listed = new Set(gets.flatMap(parts).map((node) => schemas.identity(schemas.follow(node)["items"])));
  return new Set(
    parts(operation)
      .map((node) => schemas.identity(node))
      .filter((identity) => listed.has(identity)),
  );
}

/** Decides for many kinds whether a POST outside of all collections creates their resources in a list. */
export class CreatedInLists {
  readonly #schemas: Schemas;
  /** The paths where resources of a schema are created, by the schema's identity. */
  readonly #paths = new Map<string, string[]>();
  readonly #known = new Map<string, boolean>();

  /** @param collections  the collections of all kinds: what is created there is of that kind */
  constructor(schemas: Schemas, paths: OperationPaths, collections: ReadonlySet<string>) {
    this.#schemas = schemas;
    for (const operation of paths.all) {
      if (collections.has(operation.path)) continue;
      for (const identity of createdInList(schemas, operation, paths)) {
        const there = this.#paths.get(identity) ?? [];
        there.push(operation.path);
        this.#paths.set(identity, there);
      }
    }
  }

  has({ collection, schema }: Pick<Kind, "collection" | "schema">): boolean {
    const identity = this.#schemas.identity(schema);
    const names = parametersOf(collection);
    const key = `${names.join("/")} ${identity}`;
    const known =
      this.#known.get(key) ?? (this.#paths.get(identity) ?? []).some((path) => isBelowParents(names, path));
    this.#known.set(key, known);
    return known;
  }
}
