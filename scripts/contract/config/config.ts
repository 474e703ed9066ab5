// What a config says, read and checked, before it is put beside the flags of a command.
import type { CommandOption, ConfigSection } from "../cli/command.ts";
import type { SourcePlace } from "../document/document.ts";

/** The values of one flag, each with the place that says it. A flag that is turned off has no values and one place. */
export interface Setting {
  readonly values: readonly string[];
  readonly places: readonly SourcePlace[];
}

/** Flag → what a section says of it. */
export type Settings = ReadonlyMap<string, Setting>;

/** What a config says of a document, or of all. */
export interface ConfigPart {
  readonly overlay: Setting | undefined;
  /** A section may ask for several runs; none: the document is left out of the command. */
  readonly sections: ReadonlyMap<ConfigSection, readonly Settings[]>;
  /** Versions whose clients must not break. */
  readonly supported: Setting | undefined;
}

/** One document of a config. */
export interface ConfiguredDocument extends ConfigPart {
  readonly name: string;
  /** A path from where the command runs, or a URL. */
  readonly document: string;
  readonly place: SourcePlace;
}

/** A whole config. */
export interface Config {
  readonly documents: readonly ConfiguredDocument[];
  readonly shared: ConfigPart;
}

/** Section → the flags that a config may say there. */
export type SectionOptions = ReadonlyMap<ConfigSection, Readonly<Record<string, CommandOption>>>;

/** All sections, in the order in which their commands work. */
export const configSections: readonly ConfigSection[] = ["generate", "lint", "diff", "sdk", "server"];

/** Sections whose commands make files: a document may ask for several. */
export const makingSections: ReadonlySet<ConfigSection> = new Set(["generate", "sdk", "server"]);

/** How a config grades findings, and the words of both commands that it means. */
export const severities = ["error", "warn", "off"] as const;
