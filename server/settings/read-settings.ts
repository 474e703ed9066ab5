// Reads settings from the command line and the environment; a flag takes precedence over a variable.
import { parseArgs } from "node:util";
import { type Setting, SettingError, settingTable, type Settings } from "./settings.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const table: Readonly<Record<string, Setting<unknown>>> = settingTable;

/** The name of a setting's flag: `ACCOUNTS_FILE` → `accounts-file`. */
function flagOf({ env }: Setting<unknown>): string {
  return env.toLowerCase().replaceAll("_", "-");
}

/**
 * Reads all settings.
 *
 * @param args  the command line after the program, such as `["--port", "8080", "--memory"]`
 * @throws {SettingError} for an unknown flag and for an invalid value
 */
export function readSettings(args: readonly string[], env: Environment): Settings {
  const flags = readFlags(args);
  const entries = Object.entries(table).map(([name, setting]) => [name, valueOf(setting, flags, env)]);
  const settings = Object.fromEntries(entries) as Settings; // The table has exactly these names and types.
  rejectTwoLocations(settings, flags);
  const validatesResponsesByDefault = env["NODE_ENV"] !== "production";
  const said =
    flags.has(flagOf(settingTable.validateResponses)) || isSet(env[settingTable.validateResponses.env]);
  return said ? settings : { ...settings, validateResponses: validatesResponsesByDefault };
}

const newAccount = ["--new-account", "", "print a new account: its secrets, and the entry for ACCOUNTS_FILE"];

/** The text of `--help`: one line per setting. */
export function describeSettings(): string {
  const rows = Object.values(table).map((setting) => {
    const { env, about, fallback, isSwitch } = setting;
    const shown = typeof fallback === "boolean" ? (fallback ? "on" : "off") : textOf(fallback);
    const flag = `--${flagOf(setting)}${isSwitch ? "" : " <value>"}`;
    return [flag, env, `${about}${shown === "" ? "" : ` [${shown}]`}`];
  });
  const width = (column: number): number =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), 0);
  const line = ([flag = "", env = "", about = ""]: readonly string[]): string =>
    `  ${flag.padEnd(width(0))}  ${env.padEnd(width(1))}  ${about}`;
  return [
    "npm start -- [flags]; each flag has its variable in the environment, and each switch its opposite, such as --no-memory",
    "",
    ...rows.map(line),
    "",
    line(newAccount),
    "",
  ].join("\n");
}

/**
 * Rejects `--memory` together with a flag for another location of the data; a location in the environment is
 * overridden by `--memory`.
 */
function rejectTwoLocations({ memory }: Settings, flags: ReadonlyMap<string, string>): void {
  const elsewhere = [settingTable.dataFile, settingTable.databaseUrl]
    .map(flagOf)
    .find((flag) => flags.has(flag));
  if (memory && elsewhere !== undefined) {
    throw new SettingError(
      `--${flagOf(settingTable.memory)} and --${elsewhere} exclude each other: data is kept in one of them`,
    );
  }
}

/** A default as shown by `--help`; empty for a setting without one. */
function textOf(fallback: unknown): string {
  return typeof fallback === "string" || typeof fallback === "number" ? String(fallback) : "";
}

function readFlags(args: readonly string[]): Map<string, string> {
  const options = Object.fromEntries(
    Object.values(table).map((setting) => [
      flagOf(setting),
      { type: setting.isSwitch ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowNegative: true });
    return new Map(Object.entries(values).map(([flag, value]) => [flag, String(value)]));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SettingError(message.split(/[.\n]/)[0] ?? message, { cause: error });
  }
}

function valueOf(setting: Setting<unknown>, flags: ReadonlyMap<string, string>, env: Environment): unknown {
  const flag = flagOf(setting);
  const given = flags.get(flag);
  const written = given ?? env[setting.env];
  if (!isSet(written) && given === undefined) return setting.fallback;
  const value = setting.read(written ?? "");
  if (value !== undefined) return value;
  const name = given === undefined ? setting.env : `--${flag}`;
  throw new SettingError(`${name} must be ${setting.expected}, got ${JSON.stringify(written)}`);
}

/** True for a non-empty value; an empty variable, as compose files and shells leave it, counts as unset. */
function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
