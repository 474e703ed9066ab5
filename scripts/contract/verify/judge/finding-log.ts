// The findings of a run, one for each cause, each with the smallest request that reproduces it.
import type { OpenApiDocument, SourceLocation } from "../../document/document.ts";
import { fingerprint } from "../../diff/fingerprint.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { Sent } from "../send/sender.ts";
import type { Check } from "./checks.ts";
import type { Problem } from "./problem.ts";

/** One defect of the server. */
export interface Finding extends Problem {
  readonly operation: ApiOperation;
  /** Description of the case, for display. */
  readonly what: string;
  readonly fingerprint: string;
  /** Location in the document of the violated rule. */
  readonly source: SourceLocation;
  /** The exchange that shows the problem, and the earlier exchanges it depends on. */
  readonly exchange: Sent;
  readonly before: readonly Sent[];
  /** Number of occurrences. */
  readonly count: number;
}

/** The operation, case and exchanges in which a problem was found. */
export interface Context {
  readonly operation: ApiOperation;
  readonly what: string;
  readonly exchange: Sent;
  readonly before?: readonly Sent[];
}

/**
 * Checks of the server rather than of one operation: a violation occurs in every operation and is reported
 * once.
 */
const ofServer: ReadonlySet<Check> = new Set(["server-version", "accepts-bytes"]);

/** Collects the findings of one run. */
export class FindingLog {
  readonly #document: OpenApiDocument;
  readonly #found = new Map<string, Finding>();

  constructor(document: OpenApiDocument) {
    this.#document = document;
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  add(problem: Problem, { operation, what, exchange, before = [] }: Context): void {
    const { check, place } = problem;
    const { method, path, pointer } = operation.source;
    const name = ofServer.has(check) ? "" : `${method} ${path}`;
    const mark = fingerprint({ operation: name, side: "verify", place, rule: check });
    const known = this.#found.get(mark);
    if (known !== undefined && sizeOf(known.exchange) <= sizeOf(exchange)) {
      this.#found.set(mark, { ...known, count: known.count + 1 });
      return;
    }
    const source = this.#document.locate(problem.pointer ?? pointer);
    const count = (known?.count ?? 0) + 1;
    this.#found.set(mark, {
      ...problem,
      operation,
      what,
      fingerprint: mark,
      source,
      exchange,
      before,
      count,
    });
  }

  /** Returns the findings by operation in the order of the document, then in the order of discovery. */
  list(operations: readonly ApiOperation[]): Finding[] {
    const order = new Map(operations.map((operation, index) => [operation, index]));
    return [...this.#found.values()].sort(
      (one, other) => (order.get(one.operation) ?? 0) - (order.get(other.operation) ?? 0),
    );
  }
}

function sizeOf({ request }: Sent): number {
  const headers = request.headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return request.target.length + headers + (request.body?.text.length ?? 0);
}
