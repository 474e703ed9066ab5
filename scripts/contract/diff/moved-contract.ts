// The finding for a moved contract: clients that read it by its old path would find no file, or another one.
import type { Finding } from "./comparison.ts";
import { fingerprint } from "./fingerprint.ts";
import { ruleOf } from "./rules/table.ts";

/** The old path of the contract, and the new one according to git. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** The name of head, as in its locations. */
  readonly head: string;
}

/** Returns a break by policy: no exchange shows it, but a pull request should not disable its own check. */
export function movedContract({ from, to, head }: Move): Finding {
  const { id } = ruleOf("document-moved");
  return {
    verdict: "breaking",
    operation: "(document)",
    side: "request",
    place: "",
    rule: id,
    ...ruleOf("document-moved").describe({ base: from, head: to }),
    fingerprint: fingerprint({
      operation: "(document)",
      side: "request",
      place: `${from} → ${to}`,
      rule: id,
    }),
    base: undefined,
    head: { pointer: "", source: { file: head, line: 1, column: 1 } },
    witness: undefined,
    policy: "path",
    reason: "everything that reads the contract by its path, this check included, needs the new path",
    oasdiff: undefined,
  };
}
