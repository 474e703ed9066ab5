// Routes requests to operations: each document below the paths of its servers, and also without them.
import { PathTable } from "../runtime/boundary/path-table.ts";
import type { MockContract, MockOperation } from "./mock-contract.ts";

/** An operation and its document. */
export interface MockTarget {
  readonly contract: MockContract;
  readonly operation: MockOperation;
}

/** The result of routing a request. */
export interface MockFound {
  /** Undefined if the path exists, but not with this method. */
  readonly target: MockTarget | undefined;
  /** The operations of the path, if it lacks this method. */
  readonly beside: readonly MockTarget[];
  readonly allowed: readonly string[];
  /** Path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  /** The part of the path before the document's own paths. */
  readonly basePath: string;
  readonly path: string;
}

interface Below {
  readonly basePath: string;
  readonly table: PathTable<MockTarget>;
}

/** Finds the operation of a request among several documents. */
export class MockRouter {
  readonly #below: readonly Below[];
  /** Results for paths without parameters, by method and path as the document writes it. */
  readonly #literal = new Map<string, Map<string, MockFound>>();

  constructor(contracts: readonly MockContract[]) {
    const targets = contracts.flatMap((contract) =>
      Object.values(contract.operations).map((operation): MockTarget => ({ contract, operation })),
    );
    const bases = [...new Set(targets.map(({ operation }) => operation.basePath))].sort(
      (one, other) => other.length - one.length,
    );
    const below = bases.map((basePath) =>
      belowOf(
        basePath,
        targets.filter(({ operation }) => operation.basePath === basePath),
      ),
    );
    // Requests without the path of the server are routed too, unless another document has the root path.
    this.#below = bases.includes("") ? below : [...below, belowOf("", targets)];
  }

  /**
   * Finds the operation of a request; undefined if no document has the path.
   *
   * @param path  as sent, without the query
   */
  find(method: string, path: string): MockFound | undefined {
    const known = this.#literal.get(method)?.get(path);
    if (known !== undefined) return known;
    const found = this.#find(method, path);
    // As many as there are paths in the document: other spellings of a path are not kept.
    if (found?.target !== undefined && found.path === sentPath(found.target.operation.path)) {
      let literal = this.#literal.get(method);
      if (literal === undefined) this.#literal.set(method, (literal = new Map<string, MockFound>()));
      literal.set(path, found);
    }
    return found;
  }

  #find(method: string, path: string): MockFound | undefined {
    let first: MockFound | undefined;
    for (const { basePath, table } of this.#below) {
      if (basePath !== "" && !(path.startsWith(basePath) && path.charCodeAt(basePath.length) === 0x2f))
        continue;
      const own = basePath === "" ? path : path.slice(basePath.length);
      const found = table.find(method, own);
      if (found === undefined) continue;
      const { target, allowed = [] } = found;
      const rawPath = found.allowed === undefined ? found.rawPath : {};
      const answer = { target, allowed, rawPath, basePath, path: own, beside: [] };
      if (target !== undefined) return answer;
      first ??= { ...answer, beside: allowed.flatMap((name) => targetAt(table, name, own) ?? []) };
    }
    return first;
  }
}

function targetAt(table: PathTable<MockTarget>, method: string, path: string): MockTarget | undefined {
  return table.find(method, path)?.target;
}

/** Returns the path of requests to an operation: documents also have paths with a fragment or a query. */
export function sentPath(path: string): string {
  return path.replace(/[?#][^]*$/, "");
}

function hasSuffix({ operation }: MockTarget): boolean {
  return sentPath(operation.path) !== operation.path;
}

function belowOf(basePath: string, targets: readonly MockTarget[]): Below {
  // Requests have no fragment: of operations that differ only there, the one without it comes first.
  const ordered = [...targets].sort((one, other) => Number(hasSuffix(one)) - Number(hasSuffix(other)));
  const routes = ordered.map((target) => ({
    method: target.operation.method,
    path: sentPath(target.operation.path),
    target,
  }));
  return { basePath, table: new PathTable(routes) };
}
