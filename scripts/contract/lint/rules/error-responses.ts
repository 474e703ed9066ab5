// error-responses: if nearly all operations of a kind declare an error response, the others probably lack it
// by mistake. The document chooses which errors a kind has; this rule checks only that it does so
// consistently.
import type { Operation } from "../../document/operations.ts";
import type { Rule } from "../rule.ts";
import { coversStatus, isErrorStatus } from "../statuses.ts";

/** A kind of operation that has its own errors. One operation can be of several kinds. */
interface Kind {
  readonly name: string;
  readonly has: (operation: Operation) => boolean;
}

const kinds: readonly Kind[] = [
  { name: "operations", has: () => true },
  { name: "operations that read", has: isRead },
  { name: "operations that write", has: (operation) => !isRead(operation) },
  { name: "operations with a request body", has: ({ requestBody }) => requestBody !== undefined },
  { name: "operations with a parameter in the path", has: ({ path }) => path.includes("{") },
];

/** Minimum number of operations that declare an error; fewer show no convention. */
const leastDeclared = 3;

export const errorResponses: Rule = {
  id: "error-responses",
  summary:
    "Every operation declares the error statuses that at least three quarters of its kind declare; each status goes with the " +
    "kind it fits best: all, reading, writing, with a body, with a parameter in the path.",
  *check({ operations }) {
    for (const status of errorStatuses(operations)) {
      const { kind, peers, lacking } = bestFit(operations, status);
      const declared = peers.length - lacking.length;
      if (declared < leastDeclared || lacking.length * 3 > declared) continue;
      for (const { pointer, method, path } of lacking) {
        const message = `${method} ${path} does not declare ${status}, as ${declared} of ${peers.length} ${kind.name} do`;
        yield { pointer: `${pointer}/responses`, message };
      }
    }
  },
};

function errorStatuses(operations: readonly Operation[]): Set<string> {
  const statuses = operations.flatMap(({ responses }) => responses.map(({ status }) => status));
  return new Set(statuses.filter((status) => isErrorStatus(status) && status !== "default"));
}

interface Fit {
  readonly kind: Kind;
  readonly peers: readonly Operation[];
  /** Operations of the kind that do not declare the status. */
  readonly lacking: readonly Operation[];
  /**
   * Number of operations that the rule "exactly the operations of this kind have the status" classifies
   * wrongly.
   */
  readonly wrong: number;
}

function bestFit(operations: readonly Operation[], status: string): Fit {
  const declares = (operation: Operation): boolean =>
    coversStatus(
      operation.responses.map((response) => response.status),
      status,
    );
  const fits = kinds.map((kind): Fit => {
    const peers = operations.filter(kind.has);
    const lacking = peers.filter((peer) => !declares(peer));
    const outside = operations.filter((operation) => !kind.has(operation) && declares(operation));
    return { kind, peers, lacking, wrong: lacking.length + outside.length };
  });
  return fits.reduce((best, fit) => (fit.wrong < best.wrong ? fit : best));
}

/** Returns true for safe methods (RFC 9110, section 9.2.1; QUERY is safe too). */
function isRead({ method }: Operation): boolean {
  return ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].includes(method);
}
