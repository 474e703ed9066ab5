// The model of a parsed and checked config, before it is merged with the flags of a command.
import type { CommandOption, ConfigSection } from "../cli/command.ts";
import type { SourceLocation } from "../document/document.ts";

/**
 * The values of one flag, each with its source location. A flag that is turned off has no values and one
 * location.
 */
export interface Setting {
  readonly values: readonly string[];
  readonly places: readonly SourceLocation[];
}

/** Flag → its setting in a section. */
export type Settings = ReadonlyMap<string, Setting>;

/** The settings of one document, or of all. */
export interface ConfigPart {
  readonly overlay: Setting | undefined;
  /** A section may request several runs; none: the document is excluded from the command. */
  readonly sections: ReadonlyMap<ConfigSection, readonly Settings[]>;
  /** Versions whose clients must not break. */
  readonly supported: Setting | undefined;
}

/** One document of a config. */
export interface ConfiguredDocument extends ConfigPart {
  readonly name: string;
  /** A path relative to the working directory of the command, or a URL. */
  readonly document: string;
  readonly place: SourceLocation;
}

/** A complete config. */
export interface Config {
  readonly documents: readonly ConfiguredDocument[];
  readonly shared: ConfigPart;
}

/** Section → the flags that a config may set there. */
export type SectionOptions = ReadonlyMap<ConfigSection, Readonly<Record<string, CommandOption>>>;

/** All sections, in the order in which their commands run. */
export const configSections: readonly ConfigSection[] = [
  "generate",
  "lint",
  "diff",
  "sdk",
  "server",
  "verify",
];

/** Sections whose commands write files: a document may request several runs. */
export const makingSections: ReadonlySet<ConfigSection> = new Set(["generate", "sdk", "server"]);

/** The severities that a config can assign to findings; they are converted to values of `--grade`. */
export const severities = ["error", "warn", "off"] as const;
