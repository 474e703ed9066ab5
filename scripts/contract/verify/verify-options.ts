// The options of `contract verify`, parsed.
import { choice } from "../cli/choice.ts";
import { type CommandArgs, type CommandIo, type CommandOption, UsageError } from "../cli/command.ts";
import { readingOptions } from "../cli/reading-options.ts";
import { type Format, formats } from "./report/print-report.ts";

export const defaultDocument = "spec/openapi.yaml";

/**
 * Options that determine where requests and secrets are sent, what they may change and what is written cannot
 * be set in a config file, which may come from an untrusted repository.
 */
export const verifyOptions: Readonly<Record<string, CommandOption>> = {
  target: {
    type: "string",
    value: "url",
    summary: "The server, such as http://127.0.0.1:3000; its path stays in front of the document's.",
    flagOnly: true,
  },
  write: {
    type: "boolean",
    summary:
      "Also call operations that change something: resources are created, changed and removed. Only resources that this run created are changed.",
    flagOnly: true,
  },
  "change-existing": {
    type: "boolean",
    summary: "With --write, also change and remove resources that existed before.",
    flagOnly: true,
  },
  "allow-host": {
    type: "string",
    multiple: true,
    value: "host",
    summary: "A host other than this machine that requests may go to; repeatable.",
    flagOnly: true,
  },
  credential: {
    type: "string",
    multiple: true,
    value: "scheme=VARIABLE",
    summary:
      "The environment variable with the secret of a security scheme, for Basic user:password. Default: CONTRACT_CREDENTIALS_<SCHEME>.",
    flagOnly: true,
  },
  "other-credential": {
    type: "string",
    multiple: true,
    value: "scheme=VARIABLE",
    summary:
      "The same of another account, which must not see resources of the first one. Default: CONTRACT_OTHER_CREDENTIALS_<SCHEME>.",
    flagOnly: true,
  },
  operation: {
    type: "string",
    multiple: true,
    value: "id",
    summary: "Only this operation; repeatable. Default: all.",
  },
  rate: { type: "string", value: "number", summary: "Requests a second at most. Default: no limit." },
  concurrency: { type: "string", value: "number", summary: "Requests at a time. Default: 4." },
  budget: {
    type: "string",
    value: "seconds",
    summary: "Start nothing new after this time, and report what was not tried. Default: no limit.",
  },
  "fail-fast": { type: "boolean", summary: "End with the first finding." },
  seed: {
    type: "string",
    value: "number",
    summary: "The order of operations; 0 is the document's. Default: 0.",
  },
  slow: {
    type: "string",
    value: "milliseconds",
    summary: "Report responses that take longer. Default: no limit.",
  },
  timeout: {
    type: "string",
    value: "milliseconds",
    summary: "Stop waiting for a response after this time. Default: 30000.",
  },
  format: { type: "string", value: formats.join("|"), summary: "How the report is printed. Default: text." },
  har: {
    type: "string",
    value: "file",
    summary: "Write all exchanges into an HTTP Archive (HAR), without secrets.",
    flagOnly: true,
  },
  "min-coverage": {
    type: "string",
    value: "percent",
    summary: "End with exit code 1 when less of what can be tested was tested.",
  },
  accepted: {
    type: "string",
    value: "file",
    summary: "File of accepted findings. Default: accepted-findings.yaml next to the document.",
  },
  replay: {
    type: "string",
    value: "file",
    summary: "Repeat the requests of a report, or of one of its findings (--format json).",
    flagOnly: true,
  },
  ...readingOptions,
};

/** The parsed options. */
export interface VerifyRequest {
  readonly document: string;
  readonly target: URL;
  readonly write: boolean;
  readonly changeExisting: boolean;
  readonly only: readonly string[] | undefined;
  readonly rate: number | undefined;
  readonly concurrency: number | undefined;
  readonly budget: number | undefined;
  readonly failFast: boolean;
  readonly seed: number | undefined;
  readonly slow: number | undefined;
  readonly timeout: number | undefined;
  readonly format: Format;
  readonly har: string | undefined;
  readonly minCoverage: number | undefined;
  readonly accepted: string | undefined;
  readonly replay: string | undefined;
}

/**
 * Parses the options.
 *
 * @throws UsageError for an invalid value
 */
export function readVerifyRequest(args: CommandArgs): VerifyRequest {
  const only = args.values("operation");
  return {
    document: args.positionals[0] ?? defaultDocument,
    target: targetOf(args),
    write: args.flag("write"),
    changeExisting: args.flag("change-existing"),
    only: only.length === 0 ? undefined : only,
    rate: numberOf(args, "rate", { least: 0.01, most: 100_000 }),
    concurrency: numberOf(args, "concurrency", { least: 1, most: 256, whole: true }),
    budget: numberOf(args, "budget", { least: 1, most: 86_400 }),
    failFast: args.flag("fail-fast"),
    seed: numberOf(args, "seed", { least: 0, most: 2 ** 31, whole: true }),
    slow: numberOf(args, "slow", { least: 1, most: 600_000 }),
    timeout: numberOf(args, "timeout", { least: 1, most: 600_000 }),
    format: choice(args, "format", formats) ?? "text",
    har: args.value("har"),
    minCoverage: numberOf(args, "min-coverage", { least: 0, most: 100 }),
    accepted: args.value("accepted"),
    replay: args.value("replay"),
  };
}

function numberOf(
  args: CommandArgs,
  name: string,
  { least, most, whole = false }: { readonly least: number; readonly most: number; readonly whole?: boolean },
): number | undefined {
  const given = args.value(name);
  if (given === undefined) return undefined;
  const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  throw new UsageError(`--${name} cannot be used`, {
    expected: `expected a ${whole ? "whole " : ""}number from ${least} to ${most}, got ${given}`,
    fix: `leave --${name} out, or give such a number`,
  });
}

/**
 * Returns the target. Requests that change data are sent only to this machine, or to a server that the user
 * has confirmed by name.
 */
function targetOf(args: CommandArgs): URL {
  const given = args.value("target");
  const url = given !== undefined && URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "")
    throw new UsageError("contract verify needs the server that it checks", {
      expected: `expected an http or https URL without credentials and query, got ${url === undefined ? (given ?? "nothing") : url.origin}`,
      fix: "write --target http://127.0.0.1:3000",
    });
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isLoopback(host) || args.values("allow-host").includes(host)) return url;
  throw new UsageError(`${host} is not this machine`, {
    expected: "expected a loopback address, or a host that --allow-host names",
    fix: `write --allow-host ${host} if that server may be sent requests of all kinds`,
  });
}

function isLoopback(host: string): boolean {
  return (
    host === "localhost" || host.endsWith(".localhost") || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}

/** Returns the secrets of an account from the environment; missing ones are omitted. */
export function secretsFrom(
  args: CommandArgs,
  { env }: Pick<CommandIo, "env">,
  schemes: readonly string[],
  which: "credential" | "other-credential",
): Record<string, string> | undefined {
  const named = new Map(
    args.values(which).map((pair) => {
      const at = pair.indexOf("=");
      const [scheme, variable] = [pair.slice(0, at), pair.slice(at + 1)];
      if (at > 0 && schemes.includes(scheme) && env[variable] !== undefined)
        return [scheme, variable] as const;
      throw new UsageError(`--${which} ${at > 0 ? scheme : pair} cannot be used`, {
        expected: schemes.includes(scheme)
          ? `expected the name of an environment variable that is set, got ${variable}`
          : `expected one of the security schemes ${schemes.join(", ") || "(the document has none)"}`,
        fix: `write --${which} ${schemes[0] ?? "scheme"}=VARIABLE; the secret itself stays in the environment`,
      });
    }),
  );
  const prefix = which === "credential" ? "CONTRACT_CREDENTIALS_" : "CONTRACT_OTHER_CREDENTIALS_";
  const found = schemes.flatMap((scheme) => {
    const variable = named.get(scheme) ?? prefix + variableName(scheme);
    const secret = env[variable];
    return secret === undefined || secret === "" ? [] : [[scheme, secret] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** Returns the environment variable of a scheme: `accountAuthToken` → `ACCOUNT_AUTH_TOKEN`. */
export function variableName(scheme: string): string {
  return scheme
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase();
}
