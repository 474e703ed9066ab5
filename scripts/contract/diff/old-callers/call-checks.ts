// Generates TypeScript that compiles if callers written against base still compile against head.
import type { Plan, PlannedOperation } from "../../generate/plan.ts";

/** One statement of the check file: the finding to report if the compiler rejects it. */
export interface CallCheck {
  readonly operationId: string;
  readonly side: "request" | "response";
  /** Location in the exchange, as in findings. */
  readonly place: string;
  readonly pointers: { readonly base: string; readonly head: string };
  readonly code: string;
}

/** Imports of the two generated type files. */
const imports = `import type { operations as Base } from "./base.ts";
import type { operations as Head } from "./head.ts";
type Names<T> = T extends object ? keyof T : never;
`;

/**
 * Returns checks for each operation that both documents have by its operationId; each is one line below the
 * imports.
 */
export function callChecks(base: Plan, head: Plan): CallCheck[] {
  const inHead = new Map(head.operations.map((operation) => [operation.id, operation]));
  return base.operations.flatMap((before) => {
    const after = inHead.get(before.id);
    return after === undefined ? [] : [...requestChecks(before, after), ...responseChecks(before, after)];
  });
}

/** Returns the whole check file, and the line (from 1) of its first check. */
export function checkFile(checks: readonly CallCheck[]): {
  readonly text: string;
  readonly firstLine: number;
} {
  const lines = checks.map(({ code }) => `{ ${code} }`);
  return { text: `${imports}${lines.join("\n")}\n`, firstLine: imports.split("\n").length };
}

/** A base request must be assignable to head's, and every argument it may contain must still be declared. */
function requestChecks(before: PlannedOperation, after: PlannedOperation): CallCheck[] {
  const pointers = { base: before.source.pointer, head: after.source.pointer };
  const places = ["path", "query", "header", "cookie"] as const;
  const parameters = places
    .filter((place) => before.parameters.some((parameter) => parameter.place === place))
    .flatMap((place): CallCheck[] => {
      const type = (side: string) =>
        `NonNullable<${operationType(side, before.id)}["parameters"]["${place}"]>`;
      const about = { operationId: before.id, side: "request" as const, place, pointers };
      return [
        { ...about, code: `const sent: ${type("Head")} = null! as ${type("Base")};` },
        { ...about, code: `const named: Names<${type("Head")}> = null! as Names<${type("Base")}>;` },
      ];
    });
  if (before.body === undefined) return parameters;
  const body = (side: string) => `${operationType(side, before.id)}["requestBody"]`;
  return [
    ...parameters,
    {
      operationId: before.id,
      side: "request",
      place: "body",
      pointers: {
        base: `${pointers.base}/requestBody`,
        head: after.body ? `${pointers.head}/requestBody` : pointers.head,
      },
      code: `const sent: ${body("Head")} = null! as ${body("Base")};`,
    },
  ];
}

/** Head's response must be assignable to base's, status by status. */
function responseChecks(before: PlannedOperation, after: PlannedOperation): CallCheck[] {
  return before.responses
    .filter(({ status }) => after.responses.some((response) => response.status === status))
    .map(({ status }): CallCheck => {
      const type = (side: string) =>
        `${operationType(side, before.id)}["responses"][${/^\d+$/.test(status) ? status : JSON.stringify(status)}]`;
      const pointer = (operation: PlannedOperation) => `${operation.source.pointer}/responses/${status}`;
      return {
        operationId: before.id,
        side: "response",
        place: status,
        pointers: { base: pointer(before), head: pointer(after) },
        code: `const received: ${type("Base")} = null! as ${type("Head")};`,
      };
    });
}

function operationType(side: string, id: string): string {
  return `${side}[${JSON.stringify(id)}]`;
}
