// Expands a command line and a config to the runs of the command: one per document and per output.
import {
  type Command,
  type CommandArgs,
  type ConfigSection,
  type ConfiguredRun,
  UsageError,
  type WrittenConfig,
} from "../cli/command.ts";
import {
  type Config,
  type ConfiguredDocument,
  makingSections,
  type SectionOptions,
  type Settings,
} from "./config.ts";
import { parseConfig } from "./parse-config.ts";
import { argsUnder, settingsOf } from "./merge-settings.ts";
import { type Named, namedDocument } from "./named-document.ts";
import { configLocation, type ConfigSource, configText, silentConfig } from "./read-config.ts";

/** A run, with the settings that apply to it. */
export interface SettledRun extends ConfiguredRun {
  readonly settings: Settings;
}

/** The input from which runs are computed. */
export interface RunSource {
  readonly command: Command;
  readonly section: ConfigSection;
  readonly typed: CommandArgs;
  readonly source: ConfigSource;
  readonly options: SectionOptions;
}

/**
 * Computes the runs of a command line.
 *
 * @throws UsageError if the config defines no run for the command line, or contradicts it
 */
export function configuredRuns(given: RunSource): SettledRun[] {
  const { command, typed, source } = given;
  const config = parseConfig(source.file, given.options, source.at);
  const named = namedDocument(command, typed, config, source.at.cwd);
  if (named.kind === "all" && config.documents.length === 0)
    return [runOf(given, config, named, { documents: 1 })];
  if (named.kind === "other") return [runOf(given, config, named, { documents: 1 })];
  const documents = named.kind === "all" ? config.documents : [named.document];
  const settled = documents.flatMap((document) =>
    settingsFor(given, config, document, named).map((settings) => ({ document, settings })),
  );
  if (settled.length === 0) throw nothingToDo(given, config);
  checkOneTarget(given, settled.length);
  return settled.map(({ document, settings }) =>
    runOf(given, config, { kind: "configured", document }, { documents: settled.length, settings }),
  );
}

/** If the command line names no document, only the runs that the config requests are made. */
function settingsFor(
  { command, section }: RunSource,
  { shared }: Config,
  document: ConfiguredDocument,
  named: Named,
): Settings[] {
  const isAsked = document.sections.has(section) || shared.sections.has(section);
  if (named.kind === "all" && makingSections.has(section) && !isAsked) return [];
  const settings = settingsOf(section, document, shared, (flag) => command.options[flag]?.adds === true);
  // A document that is excluded from a run over all documents still runs if it is named.
  return settings.length === 0 && named.kind === "configured"
    ? settingsOf(section, { ...document, sections: new Map() }, shared, () => false)
    : settings;
}

function runOf(
  given: RunSource,
  config: Config,
  named: Named,
  { documents, settings: known }: { readonly documents: number; readonly settings?: Settings },
): SettledRun {
  const { command, typed, source } = given;
  const own = named.kind === "configured" ? named.document : undefined;
  const adds = (flag: string): boolean => command.options[flag]?.adds === true;
  const settings =
    known ?? settingsOf(given.section, own, config.shared, adds)[0] ?? new Map<string, never>();
  const args = argsUnder(command, typed, settings, {
    positionals: positionalsOf(given, settings, own),
    documents,
    ...(own !== undefined && { document: own.document }),
  });
  return {
    name: own?.name ?? "",
    document: own?.document ?? "",
    settings,
    args,
    config: {
      path: source.path,
      text: source.text,
      candidates: source.candidates,
      under: (other) => argsUnderOther(given, own?.name, other),
      runsUnder: (other) => configuredRuns({ ...given, source: otherSource(source, other) }),
    },
  };
}

/** Returns the arguments of the same document under another config. */
function argsUnderOther(
  given: RunSource,
  name: string | undefined,
  other: WrittenConfig | undefined,
): CommandArgs {
  const source = otherSource(given.source, other);
  const config = parseConfig(source.file, given.options, source.at);
  const document = config.documents.find((one) => one.name === name);
  const named: Named = document === undefined ? { kind: "other" } : { kind: "configured", document };
  return runOf({ ...given, source }, config, named, { documents: 1 }).args;
}

function otherSource(source: ConfigSource, other: WrittenConfig | undefined): ConfigSource {
  const { cwd } = source.at;
  if (other === undefined) return silentConfig(cwd);
  const { path, text } = other;
  return { ...source, path, text, file: configText(text, path), at: configLocation(path, cwd) };
}

/** Returns the document if it is an argument, or the base of a comparison if the config sets it. */
function positionalsOf(
  { command, section, typed }: RunSource,
  settings: Settings,
  own: ConfiguredDocument | undefined,
): readonly string[] {
  const { positionals } = typed;
  if (section !== "diff") return own === undefined ? positionals : [own.document];
  const isArgument = (command.positionals?.max ?? 0) > 0 && !Object.hasOwn(command.options, "base");
  // Supported versions on the command line without a base are compared with each other.
  const takesBase = isArgument && typed.values("supported").length === 0;
  return takesBase && positionals.length === 0 ? (settings.get("base")?.values ?? []) : positionals;
}

/** Rejects `--out` and `--name` if there are several runs, because they apply to a single output. */
function checkOneTarget({ section, typed, source }: RunSource, runs: number): void {
  const wrong = ["out", "name"].find((flag) => typed.value(flag) !== undefined);
  if (runs < 2 || wrong === undefined || !makingSections.has(section)) return;
  throw new UsageError(`--${wrong} is for one of the ${runs} runs that ${source.path} configures`, {
    expected: "expected a value for each run in the config",
    fix: `leave --${wrong} out, or write --no-config and all that is needed`,
  });
}

function nothingToDo({ section, source }: RunSource, { documents: [first] }: Config): UsageError {
  return new UsageError(`${source.path} configures nothing for contract ${section}`, {
    expected: `expected ${section}: with what it needs, below a document${first === undefined ? "" : ` such as ${first.name}`}`,
    fix: `write it there, or name the document: contract ${section} ${first?.document ?? "openapi.yaml"}`,
  });
}
