// What an output format is.
import type { SourceLocation } from "../../document/document.ts";
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
  readonly failOn: FailOn;
  /** The most characters that a comment may have. Default: GitHub's limit. */
  readonly limit?: number | undefined;
  /** The contract's path, which is its name in every revision. */
  readonly document: string;
  readonly sides: Pick<Sides, "head">;
  /** The folder that paths are relative to, from the top of the repository. Default: the top. */
  readonly folder?: string | undefined;
  readonly toolVersion: string;
  /** The command that accepts a break. */
  readonly acceptCommand: (fingerprint: string) => string;
  /** The lines of the source around a location, where they are at hand. */
  readonly linesOf: (place: SourceLocation) => readonly string[] | undefined;
}

/** What ends the command with 1: `undecided` breaks and undecided places, `notice` notices, too, `any` every change. */
export type FailOn = "breaking" | "undecided" | "notice" | "any";

/** The report of one of several documents. */
export interface Part {
  /** What the config calls the document. */
  readonly name: string;
  readonly text: string;
}

/** One output format. */
export interface Formatter {
  /** The report; a line end after it makes no difference. */
  print(review: Review, options: PrintOptions): string;
  /** The reports of several documents as one; without it, they are printed one after the other. */
  join?(parts: readonly Part[]): string;
  /** Whether the report of one document is to be joined, too. */
  readonly joinsOne?: boolean;
  /** Whether it gets witnesses of any length and shortens them itself. Otherwise long ones come shortened. */
  readonly wholeWitnesses?: true;
}
