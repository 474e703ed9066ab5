// The finding for a contract that moved: whoever reads it by its path would from then on read nothing, or another file.
import type { Finding } from "./comparison.ts";
import { fingerprint } from "./fingerprint.ts";
import { ruleOf } from "./rules/table.ts";

/** Where the contract was, and where git says that it went. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** How head is named, as places in it are. */
  readonly head: string;
}

/** A break by policy: no exchange shows it, and a pull request should not turn its own check away. */
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
