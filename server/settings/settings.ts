// Every setting of the server, with its environment variable, default and description; its flag has the same
// name. Numbers that no document specifies belong here.

/**
 * An invalid value; the message is one line that names the setting, the expected value and the actual one.
 */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/** One setting: `HOST` in the environment, `--host` on the command line. */
export interface Setting<Value> {
  readonly env: string;
  readonly about: string;
  readonly fallback: Value;
  /** A switch takes no value as a flag, and can be negated: `--memory`, `--no-memory`. */
  readonly isSwitch: boolean;
  /** Parses the text; returns undefined if it does not match `expected`. */
  readonly read: (text: string) => Value | undefined;
  readonly expected: string;
}

function integer(
  env: string,
  fallback: number,
  [least, most]: readonly [number, number],
  about: string,
): Setting<number> {
  const read = (text: string): number | undefined => {
    const value = /^[0-9]{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };
  const expected = `a whole number from ${least} to ${most}`;
  return { env, about, fallback, isSwitch: false, read, expected };
}

function onOff(env: string, fallback: boolean, about: string): Setting<boolean> {
  const values: Record<string, boolean> = {
    on: true,
    true: true,
    "1": true,
    off: false,
    false: false,
    "0": false,
  };
  const read = (text: string): boolean | undefined => values[text.toLowerCase()];
  return { env, about, fallback, isSwitch: true, read, expected: "on or off" };
}

function text(env: string, fallback: string, about: string): Setting<string> {
  return { env, about, fallback, isSwitch: false, read: (given) => given || undefined, expected: "text" };
}

function choice<const Values extends readonly string[]>(
  env: string,
  fallback: Values[number],
  values: Values,
  about: string,
): Setting<Values[number]> {
  const read = (given: string): Values[number] | undefined => values.find((value) => value === given);
  return { env, about, fallback, isSwitch: false, read, expected: `one of ${values.join(", ")}` };
}

/** An address to listen on; port 0 takes a free one. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A setting for an address: `127.0.0.1:9090`, `[::1]:9090`, or a port alone, on loopback. */
function address(env: string, about: string): Setting<Address | undefined> {
  const read = (given: string): Address | undefined => {
    const { host = "127.0.0.1", port = "" } =
      /^(?:(?<host>[\w.-]+|\[[0-9A-Fa-f:.]+\]):)?(?<port>[0-9]{1,5})$/.exec(given)?.groups ?? {};
    if (port === "" || Number(port) > 65_535) return undefined;
    return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
  };
  return {
    env,
    about,
    fallback: undefined,
    isSwitch: false,
    read,
    expected: "host:port, such as 127.0.0.1:9090",
  };
}

/**
 * Pace of operations: at once, one step per so many milliseconds, or only when stepped through the control
 * surface.
 */
export type OperationPace = "immediate" | "manual" | number;

const longestPace = 3_600_000;
/** Maximum number of seeded rows: more are not useful as test data. */
const mostSeeded = 5_000_000;
const mebibyte = 2 ** 20;
const kibibyte = 2 ** 10;

const pace: Setting<OperationPace> = {
  env: "PACE",
  about: "when an operation is processed: immediate, manual, or this many milliseconds after its 202",
  fallback: "immediate",
  isSwitch: false,
  read: (given) => {
    if (given === "immediate" || given === "manual") return given;
    return /^[0-9]{1,7}$/.test(given) && Number(given) <= longestPace ? Number(given) : undefined;
  },
  expected: `immediate, manual, or milliseconds up to ${longestPace}`,
};

const publicUrl: Setting<string> = {
  env: "PUBLIC_URL",
  about: "the public URL of the server, for links in responses; by default the address it listens on",
  fallback: "",
  isSwitch: false,
  read: (given) => {
    if (!URL.canParse(given)) return undefined;
    const { protocol, username, search, hash, href } = new URL(given);
    const plain = username === "" && search === "" && hash === "";
    return plain && /^https?:$/.test(protocol) ? href.replace(/\/+$/, "") : undefined;
  },
  expected: "an http or https URL without credentials, query and fragment",
};

/** All settings by their names in code. */
export const settingTable = {
  host: text("HOST", "127.0.0.1", "the address to listen on"),
  port: integer("PORT", 3000, [0, 65_535], "the port to listen on; 0 takes a free one"),
  publicUrl,
  memory: onOff("MEMORY", false, "keep everything in memory, and forget it at the end"),
  dataFile: text("DATA", "data/sender-pools.db", "the file that holds the data, unless in memory"),
  // Validated by the store, whose error does not repeat the password in the URL.
  databaseUrl: text(
    "DATABASE_URL",
    "",
    "a PostgreSQL database for the data, shared by any number of servers; instead of the file",
  ),
  databaseConnections: integer(
    "DATABASE_CONNECTIONS",
    10,
    [3, 1000],
    "connections to PostgreSQL that one server may have",
  ),
  accountsFile: text("ACCOUNTS_FILE", "", "a JSON file of accounts; the demo account by default"),
  accounts: text("ACCOUNTS", "", "the accounts, as JSON, instead of a file"),
  pace,
  batchSize: integer("BATCH_SIZE", 500, [1, 10_000], "senders that one step of an operation processes"),
  leaseSeconds: integer(
    "LEASE_SECONDS",
    30,
    [1, 3600],
    "how long a worker may make no progress before another one takes over",
  ),
  keySeconds: integer(
    "KEY_SECONDS",
    86_400,
    [1, 31_536_000],
    "how long the response to an Idempotency-Key is kept",
  ),
  validateResponses: onOff(
    "VALIDATE_RESPONSES",
    true,
    "validate every response against the contract; off by default where NODE_ENV is production",
  ),
  prefer: onOff("PREFER", false, "let `Prefer: code=503, wait=2` choose an error and a delay"),
  longestWait: integer("LONGEST_WAIT", 30, [0, 600], "maximum of `Prefer: wait`, in seconds"),
  control: onOff("CONTROL", false, "let testers set pace, faults and data under /_control"),
  ui: onOff("UI", false, "show the control surface as a page, at /_control/ui; switches it on, too"),
  seedPools: integer("SEED_POOLS", 0, [0, mostSeeded], "sender pools that every account has at the start"),
  seedSenders: integer("SEED_SENDERS", 0, [0, mostSeeded], "senders that every account has at the start"),
  rateLimit: onOff("RATE_LIMIT", false, "limit the requests of every account"),
  ratePerSecond: integer(
    "RATE_PER_SECOND",
    100,
    [1, 1_000_000],
    "requests a second and account, when limited",
  ),
  rateBurst: integer("RATE_BURST", 200, [1, 1_000_000], "requests an account may send at once, when limited"),
  logLevel: choice(
    "LOG_LEVEL",
    "info",
    ["trace", "debug", "info", "warn", "error", "silent"],
    "the least serious lines that are logged",
  ),
  logRequests: onOff("LOG_REQUESTS", false, "log a line for every request"),
  metricsAddress: address(
    "METRICS_ADDRESS",
    "host:port of a listener for /metrics only; otherwise the API's listener serves it",
  ),
  maxBody: integer("MAX_BODY", 2 * mebibyte, [1, 64 * mebibyte], "bytes of a request's body"),
  maxHeader: integer("MAX_HEADER", 16 * kibibyte, [kibibyte, 256 * kibibyte], "bytes of a request's head"),
  maxUrl: integer("MAX_URL", 8 * kibibyte, [256, 64 * kibibyte], "bytes of a request's URL"),
  maxFaults: integer("MAX_FAULTS", 1000, [1, 1_000_000], "faults that an account may have set at once"),
  maxDepth: integer("MAX_DEPTH", 32, [1, 512], "nesting depth of arrays and objects in a body"),
  requestSeconds: integer("REQUEST_SECONDS", 30, [1, 600], "how long a request may take to arrive"),
  drainSeconds: integer(
    "DRAIN_SECONDS",
    10,
    [0, 600],
    "how long a stopping server waits for requests in progress",
  ),
  graceMilliseconds: integer(
    "GRACE_MILLISECONDS",
    200,
    [0, 60_000],
    "how long a stopping server responds 503 before it closes idle connections",
  ),
} satisfies Record<string, Setting<unknown>>;

/** The values of all settings. */
export type Settings = {
  readonly [Name in keyof typeof settingTable]: (typeof settingTable)[Name]["fallback"];
};
