// What a run came to, before it is printed.
import type { OpenApiDocument } from "../../document/document.ts";
import type { Finding } from "../judge/finding-log.ts";
import type { Coverage } from "../run/coverage.ts";
import type { Sent } from "../send/sender.ts";

export interface Report {
  readonly document: OpenApiDocument;
  /** Undefined for a server in this process. */
  readonly target: string | undefined;
  /** Whether the run came to its end, and was not ended by its budget or by whoever started it. */
  readonly isComplete: boolean;
  /** Each cause once, in the order of the document. */
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly requests: number;
  readonly seconds: number;
  /** Paths of what was created and could not be removed. */
  readonly left: readonly string[];
  /** Everything that was sent, in order. */
  readonly sent: readonly Sent[];
}
