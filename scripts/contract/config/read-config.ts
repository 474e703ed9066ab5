// Reads the config for a command line: a discovered data file, or the one that `--config` names.
import { dirname, relative, resolve } from "node:path";
import { UsageError } from "../cli/command.ts";
import { shellWord } from "../cli/shell-word.ts";
import { DocumentError, type Json } from "../document/document.ts";
import { parseJson } from "../document/parse-json.ts";
import { parseYaml } from "../document/parse-yaml.ts";
import { isObject } from "../document/pointer.ts";
import { readDisk } from "../document/read-disk.ts";
import type { SourceFile } from "../document/source-file.ts";
import { readModule } from "../cli/read-module.ts";
import type { ConfigLocation } from "./config-path.ts";
import { configCandidates, findConfig, topOf } from "./read-config-path.ts";

/** A config that is not yet checked. */
export interface ConfigSource {
  /** Relative to the working directory of the command. */
  readonly path: string;
  readonly file: Pick<SourceFile, "value" | "locate">;
  /** Undefined for a module, whose value is not determined by its text. */
  readonly text: string | undefined;
  readonly at: ConfigLocation;
  /** The paths where it was looked for, the nearest first; relative to the working directory. */
  readonly candidates: readonly string[];
}

/**
 * Reads the config; undefined if there is none.
 *
 * @param named  the value of `--config`; undefined: the discovered config
 * @throws UsageError if the discovered config is a module: its code runs only if the user names it
 */
export async function readConfig(named: string | undefined, cwd: string): Promise<ConfigSource | undefined> {
  const found = named === undefined ? findConfig(cwd) : { path: resolve(cwd, named), isModule: false };
  if (found === undefined) return undefined;
  const path = relative(cwd, found.path);
  if (found.isModule) {
    throw new UsageError(`${path} is a program, and is run only when it is named`, {
      expected: "expected contract.config.yaml or .json, or --config",
      fix: `write --config ${shellWord(path)}, or --no-config to do without it`,
    });
  }
  const at = configLocation(path, cwd);
  const candidates = named === undefined ? candidatesFrom(cwd) : [path];
  if (/\.[cm]?[jt]s$/.test(path))
    return { path, file: await readProgram(path, cwd), text: undefined, at, candidates };
  const text = (await readDisk(path, cwd)).replace(/^\ufeff/, "");
  return { path, file: configText(text, path), text, at, candidates };
}

/** Returns an empty config, for a folder without one. */
export function silentConfig(cwd: string): ConfigSource {
  const candidates = candidatesFrom(cwd);
  const [path = ""] = candidates;
  return { path, file: configText("", path), text: "", at: configLocation(path, cwd), candidates };
}

/** Returns the base of the paths of a config at this path. */
export function configLocation(path: string, cwd: string): ConfigLocation {
  const folder = dirname(resolve(cwd, path));
  return { folder, top: topOf(folder) ?? folder, cwd };
}

function candidatesFrom(cwd: string): string[] {
  return configCandidates(cwd).map((path) => relative(cwd, path));
}

/** Parses the text of a data config. */
export function configText(text: string, path: string): Pick<SourceFile, "value" | "locate"> {
  const source = { path, name: path, text };
  // A file with only comments is an empty config.
  if (isSilent(text)) return { value: {}, locate: () => ({ file: path, line: 1, column: 1 }) };
  return path.endsWith(".json") ? parseJson(source) : parseYaml(source);
}

/** Returns true if every line is blank or a comment. */
function isSilent(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(#|$)/.test(line));
}

/** Returns a module's default export, or its export `config`. The module runs with the rights of the user. */
async function readProgram(path: string, cwd: string): Promise<Pick<SourceFile, "value" | "locate">> {
  const refuse = (problem: string, cause?: unknown): DocumentError =>
    new DocumentError(`${path} cannot be used: ${problem}`, {
      expected: "expected a module that exports an object with documents",
      fix: "export default { documents: { api: { document: 'openapi.yaml' } } }",
      cause,
    });
  const { default: usual, config = usual } = await readModule(resolve(cwd, path)).catch((cause: unknown) => {
    throw refuse(cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), cause);
  });
  let value: unknown;
  try {
    // Reduced to JSON data, as in the other formats.
    value = JSON.parse(JSON.stringify(config ?? null));
  } catch (cause) {
    throw refuse("its value is not plain data", cause);
  }
  if (!isObject(value as Json)) throw refuse("it exports no object");
  return { value: value as Json, locate: () => ({ file: path, line: 1, column: 1 }) };
}
