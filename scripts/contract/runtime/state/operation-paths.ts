// The operations of a document by path and by the links that lead to them, found without a walk over all
// others: a document may have tens of thousands.
import { linksOf } from "./links.ts";
import { isRecord } from "./record.ts";
import type { StateOperation } from "./state-api.ts";

/** The operations of one document. */
export class OperationPaths {
  readonly all: readonly StateOperation[];
  readonly #at = new Map<string, StateOperation[]>();
  /** The last segments of the paths directly below a path, in order. */
  readonly #below = new Map<string, Set<string>>();
  /** The links of success responses by the operation that they lead to. */
  readonly #linked = new Map<string, { readonly from: string; readonly names: readonly string[] }[]>();
  /** Operations that fetch work which other operations start. */
  readonly #started = new Set<string>();

  constructor(operations: readonly StateOperation[]) {
    this.all = operations;
    for (const operation of operations) {
      this.#addPath(operation);
      this.#addLinks(operation);
    }
  }

  #addPath(operation: StateOperation): void {
    const { path } = operation;
    const there = this.#at.get(path);
    if (there !== undefined) {
      there.push(operation);
      return;
    }
    this.#at.set(path, [operation]);
    const end = path.lastIndexOf("/");
    const above = path.slice(0, end);
    this.#below.set(above, (this.#below.get(above) ?? new Set()).add(path.slice(end + 1)));
  }

  #addLinks(operation: StateOperation): void {
    for (const { operationId: to = "", parameters } of linksOf(operation)) {
      const links = this.#linked.get(to) ?? [];
      links.push({ from: operation.operationId, names: Object.keys(parameters) });
      this.#linked.set(to, links);
    }
    for (const byName of Object.values(operation.links))
      for (const { operationId, xSdk } of Object.values(byName))
        if (operationId !== undefined && isRecord(xSdk) && "until" in xSdk) this.#started.add(operationId);
  }

  /** Returns the operations of a path. */
  at(path: string): readonly StateOperation[] {
    return this.#at.get(path) ?? [];
  }

  /** Whether a path has an operation with one of some methods. */
  has(path: string, ...methods: readonly string[]): boolean {
    return this.at(path).some(({ method }) => methods.includes(method));
  }

  /** Returns the names of parameters at the end of paths directly below a path. */
  parametersBelow(path: string): string[] {
    const ends = [...(this.#below.get(path) ?? [])];
    return ends.flatMap((end) => /^\{([^{}]+)\}$/.exec(end)?.[1] ?? []);
  }

  /** Returns the literals at the end of paths directly below a path. */
  literalsBelow(path: string): ReadonlySet<string> {
    const ends = [...(this.#below.get(path === "/" ? "" : path) ?? [])];
    return new Set(ends.filter((end) => end !== "" && !end.includes("{")));
  }

  /**
   * Whether calls add members to a list, or remove them.
   *
   * @param creates  whether POST creates a resource, which knows the list that it belongs to
   */
  isJoined(path: string, creates: boolean): boolean {
    if (this.has(path, "PUT") || (!creates && this.has(path, "POST"))) return true;
    // What is fetched below the list is a member of it, even if it knows the list.
    const below = creates ? ["GET", "PATCH", "PUT", "DELETE", "POST"] : ["PUT", "DELETE", "POST"];
    return this.parametersBelow(path).some((name) => this.has(`${path}/{${name}}`, ...below));
  }

  /** Returns the parameters of an operation that links of other operations fill. */
  linkedParameters(operationId: string): ReadonlySet<string> {
    const links = this.#linked.get(operationId) ?? [];
    return new Set(links.flatMap(({ from, names }) => (from === operationId ? [] : names)));
  }

  /** Whether a link of another operation's response declares that this one fetches the work it started. */
  isStarted(operationId: string): boolean {
    return this.#started.has(operationId);
  }
}
