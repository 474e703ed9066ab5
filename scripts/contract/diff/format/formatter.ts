// The interface of an output format.
import type { SourceLocation } from "../../document/document.ts";
import type { Sides } from "../read-sides.ts";
import type { Review } from "../review.ts";
import type { Terminal } from "../../cli/terminal.ts";

/** Options for printing, from the command line and its environment. */
export interface PrintOptions {
  readonly terminal: Terminal;
  /** Whether proofs of compatibility are printed, too. */
  readonly proofs: boolean;
  /** Whether the command ends with exit code 0. */
  readonly clean: boolean;
  readonly failOn: FailOn;
  /** Maximum number of characters of a comment. Default: GitHub's limit. */
  readonly limit?: number | undefined;
  /** The contract's path, the same in every revision. */
  readonly document: string;
  readonly sides: Pick<Sides, "head">;
  /** The folder that paths are relative to, from the root of the repository. Default: the root. */
  readonly folder?: string | undefined;
  readonly toolVersion: string;
  /** Returns the command that accepts a break. */
  readonly acceptCommand: (fingerprint: string) => string;
  /** Returns the lines of the source around a location, if they are available. */
  readonly linesOf: (place: SourceLocation) => readonly string[] | undefined;
}

/**
 * What makes the command exit with 1: `breaking` breaks, `undecided` also undecided findings, `notice` also
 * notices, `any` every change.
 */
export type FailOn = "breaking" | "undecided" | "notice" | "any";

/** The report of one of several documents. */
export interface Part {
  /** The document's name in the config. */
  readonly name: string;
  readonly text: string;
}

/** One output format. */
export interface Formatter {
  /** Returns the report; a trailing line end makes no difference. */
  print(review: Review, options: PrintOptions): string;
  /** Combines the reports of several documents; without it, they are printed one after the other. */
  join?(parts: readonly Part[]): string;
  /** Whether the report of a single document is combined, too. */
  readonly joinsOne?: boolean;
  /** Whether the format shortens witnesses itself. Otherwise long ones are shortened before. */
  readonly wholeWitnesses?: true;
}
