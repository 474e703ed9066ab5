// The effective settings of a run, with the source of each value.
import type { Command, CommandArgs } from "../cli/command.ts";
import { locationText } from "../cli/error-text.ts";
import { greatest } from "../document/long-lists.ts";
import type { SettledRun } from "./configured-runs.ts";

/** One setting: its name, value and source. */
export interface ValueInForce {
  /** The flag's name; `base` if that is an argument. */
  readonly name: string;
  /** Undefined: not set. */
  readonly value: string | undefined;
  /** `contract.config.yaml:7:5`, `flag`, or `default`. */
  readonly from: string;
}

/** One run of a command for one document, with its settings. */
export interface RunInForce {
  readonly command: string;
  /** The document's name in the config; empty if it has none. */
  readonly name: string;
  readonly document: string;
  readonly values: readonly ValueInForce[];
}

/** Returns every flag that a config or a command line may set, in the order of the help text. */
export function runInForce(command: Command, run: SettledRun, typed: CommandArgs): RunInForce {
  const { name, document, args, settings } = run;
  const [base] = args.positionals;
  const isBase = command.section === "diff" && base !== undefined;
  const from = typed.positionals.length > 0 ? "flag" : sourceOf(settings.get("base")?.places[0]);
  const values = Object.entries(command.options).flatMap(([flag, option]): ValueInForce[] => {
    const givenValues = typed.given.get(flag) ?? [];
    const setting = settings.get(flag);
    const shown = (value: string): string => (option.type === "boolean" ? "on" : value);
    const flags = givenValues.map((value) => ({ name: flag, value: shown(value), from: "flag" }));
    const isSet = typed.given.has(flag) && (option.adds !== true || givenValues.length === 0);
    if (isSet) return flags.length > 0 ? flags : [{ name: flag, value: offOf(option), from: "flag" }];
    const places = setting?.places ?? [];
    const written = (setting?.values ?? []).map((value, at) => ({
      name: flag,
      value: shown(value),
      from: sourceOf(places[at] ?? places[0]),
    }));
    if (flags.length + written.length > 0) return [...flags, ...written];
    if (setting !== undefined) return [{ name: flag, value: offOf(option), from: sourceOf(places[0]) }];
    if (option.flagOnly === true) return [];
    return [{ name: flag, value: option.default ?? offOf(option), from: "default" }];
  });
  return {
    command: command.name,
    name,
    document,
    values: [...(isBase ? [{ name: "base", value: base, from }] : []), ...values],
  };
}

function offOf({ type }: { readonly type: "boolean" | "string" }): string | undefined {
  return type === "boolean" ? "off" : undefined;
}

function sourceOf(place: Parameters<typeof locationText>[0] | undefined): string {
  return place === undefined ? "default" : locationText(place);
}

/** Returns human-readable lines of name, value and source. */
export function textOf(runs: readonly RunInForce[]): string[] {
  return runs.flatMap(({ command, name, document, values }) => {
    const title = document === "" ? "" : `  ${name}: ${document}`;
    return ["", `contract ${command}${title}`, ...table(values)];
  });
}

function table(rows: readonly ValueInForce[]): string[] {
  const shown = rows.map(({ value = "-", ...row }) => ({ ...row, value }));
  const width = (of: (row: { name: string; value: string }) => string): number =>
    Math.min(
      60,
      greatest(
        shown.map((row) => of(row).length),
        0,
      ),
    );
  const [names, values] = [width(({ name }) => name), width(({ value }) => value)];
  return shown.map(({ name, value, from }) => `  ${name.padEnd(names)}  ${value.padEnd(values)}  ${from}`);
}
