// The result of a run, before it is formatted.
import type { OpenApiDocument } from "../../document/document.ts";
import type { Finding } from "../judge/finding-log.ts";
import type { Coverage } from "../run/coverage.ts";
import type { Sent } from "../send/sender.ts";

/** The result of a run. `requests` counts requests sent, `seconds` is the duration. */
export interface Report {
  readonly document: OpenApiDocument;
  /** Undefined for a server in this process. */
  readonly target: string | undefined;
  /** Whether the run finished: neither its budget nor its caller ended it. */
  readonly isComplete: boolean;
  /** One finding per cause, in the order of the document. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly requests: number;
  readonly seconds: number;
  /** Paths of created resources that could not be removed. */
  readonly left: readonly string[];
  /** All exchanges, in order. */
  readonly sent: readonly Sent[];
}
