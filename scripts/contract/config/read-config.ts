// Reads the config that a command line runs under: data that is found, or what `--config` names.
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
import type { ConfigPlace } from "./config-path.ts";
import { configCandidates, findConfig, topOf } from "./read-config-path.ts";

/** A config, not yet checked. */
export interface ConfigSource {
  /** From where the command runs. */
  readonly path: string;
  readonly file: Pick<SourceFile, "value" | "locate">;
  /** Undefined for a module: what it gives is not what it says. */
  readonly text: string | undefined;
  readonly at: ConfigPlace;
  /** Where it was looked for, the nearest first; from where the command runs. */
  readonly candidates: readonly string[];
}

/**
 * Throws a UsageError where the one that is found is a module: its code runs for nobody who has not asked for it.
 *
 * @param named  what `--config` says; undefined: the one that is found
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
  const at = configPlace(path, cwd);
  const candidates = named === undefined ? candidatesFrom(cwd) : [path];
  if (/\.[cm]?[jt]s$/.test(path))
    return { path, file: await readProgram(path, cwd), text: undefined, at, candidates };
  const text = (await readDisk(path, cwd)).replace(/^\ufeff/, "");
  return { path, file: configText(text, path), text, at, candidates };
}

/** A config that says nothing, where there is none. */
export function silentConfig(cwd: string): ConfigSource {
  const candidates = candidatesFrom(cwd);
  const [path = ""] = candidates;
  return { path, file: configText("", path), text: "", at: configPlace(path, cwd), candidates };
}

/** What the paths of a config at this path start from. */
export function configPlace(path: string, cwd: string): ConfigPlace {
  const folder = dirname(resolve(cwd, path));
  return { folder, top: topOf(folder) ?? folder, cwd };
}

function candidatesFrom(cwd: string): string[] {
  return configCandidates(cwd).map((path) => relative(cwd, path));
}

/** The data that a config's text says. */
export function configText(text: string, path: string): Pick<SourceFile, "value" | "locate"> {
  const source = { path, name: path, text };
  // A file with comments alone says nothing yet.
  if (isSilent(text)) return { value: {}, locate: () => ({ file: path, line: 1, column: 1 }) };
  return path.endsWith(".json") ? parseJson(source) : parseYaml(source);
}

/** Whether each line is blank or a comment. */
function isSilent(text: string): boolean {
  return text.split("\n").every((line) => /^\s*(#|$)/.test(line));
}

/** What a module exports as its default, or as `config`. It runs with the rights of whoever named it. */
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
    // Data alone, as the other formats say it.
    value = JSON.parse(JSON.stringify(config ?? null));
  } catch (cause) {
    throw refuse("its value is no data", cause);
  }
  if (!isObject(value as Json)) throw refuse("it exports no object");
  return { value: value as Json, locate: () => ({ file: path, line: 1, column: 1 }) };
}
