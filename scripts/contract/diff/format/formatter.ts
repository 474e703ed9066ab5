// What an output format is.
import type { SourcePlace } from "../../document/document.ts";
import type { Sides } from "../read-sides.ts";
import type { Review } from "../review.ts";
import type { Terminal } from "../../cli/terminal.ts";

/** What the command line and its surroundings say about printing. */
export interface PrintOptions {
  readonly terminal: Terminal;
  /** Whether proofs of compatibility are printed, too. */
  readonly proofs: boolean;
  /** Whether the command ends with exit code 0. */
  readonly clean: boolean;
  /** The contract's path, which is its name in every revision. */
  readonly document: string;
  readonly sides: Pick<Sides, "head">;
  readonly toolVersion: string;
  /** The command that accepts a break. */
  readonly acceptCommand: (fingerprint: string) => string;
  /** The lines of the source around a location, where they are at hand. */
  readonly linesOf: (place: SourcePlace) => readonly string[] | undefined;
}

/** One output format. */
export interface Formatter {
  /** The report; a line end after it makes no difference. */
  print(review: Review, options: PrintOptions): string;
  /** Whether it gets witnesses of any length and shortens them itself. Otherwise long ones come shortened. */
  readonly wholeWitnesses?: true;
}
