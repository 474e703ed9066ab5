// `contract mock`: serves any document as a mock.
import { once } from "node:events";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { listeningHost } from "../cli/listening-host.ts";
import { printing } from "../cli/printing.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { explainMock, explanationLines } from "./explain-mock.ts";
import { firstTenant } from "./credentials.ts";
import { isSecret } from "../runtime/deliveries/signature.ts";
import type { Delivery, RunningMock, SeedData } from "./mock-api.d.ts";
import { checkExport, readSeeds, writeSeeds } from "./seed-files.ts";
import { startingLines } from "./starting-lines.ts";
import { prepareMock } from "./prepare-mock.ts";
import { type CommandOptions, startMock } from "./start-mock.ts";
import { watchFiles } from "./watch-files.ts";

const defaultDocument = "spec/openapi.yaml";
const defaultPort = 4010;

export const mockCommand: Command = {
  name: "mock",
  summary:
    "Serve a document before its server exists: requests and responses are validated against it, and created resources are kept.",
  usage: "[document] … [--port <port>] [--credential <scheme=value>] …",
  details: [
    `A document is a path, a URL or a git revision (HEAD~1:openapi.yaml); without one it is ${defaultDocument}. Several are served`,
    "together, each below the path of its servers.",
    "The address, the credentials and a line to try it with are printed at the start. It runs until it is interrupted.",
    "Faults, the journal of requests, snapshots, webhooks and more: GET /_control with the credentials lists them.",
  ].join("\n"),
  options: {
    host: { type: "string", value: "address", summary: "The address to listen on. Default: 127.0.0.1." },
    port: {
      type: "string",
      short: "p",
      value: "port",
      summary: `The port to listen on; 0 takes a free one. Default: ${defaultPort}.`,
    },
    credential: {
      type: "string",
      multiple: true,
      value: "scheme=value",
      summary:
        "Credentials of a security scheme, for Basic as scheme=user:password. May be repeated: the second of a scheme is another tenant, with data of its own. Default: made up.",
    },
    seed: {
      type: "string",
      value: "number",
      summary:
        "Seed for values that the document leaves open: the same seed gives the same responses. Default: 0, the first of everything.",
    },
    data: {
      type: "string",
      value: "file",
      summary:
        "Keep the created resources in this file: a write is acknowledged after its commit. Default: in memory only.",
    },
    "seed-data": {
      type: "string",
      value: "file",
      summary: "Initial data, JSON or YAML: resources by the paths of their collections.",
    },
    export: {
      type: "string",
      value: "file",
      summary: "Write the stored data into a file at the end, in the form of --seed-data.",
    },
    handlers: {
      type: "string",
      value: "module",
      summary:
        "Handle single operations with the functions that this module exports, JavaScript or TypeScript. Its code runs with your rights.",
    },
    delay: { type: "string", value: "milliseconds", summary: "Wait before every response. Default: 0." },
    "allow-callbacks": {
      type: "string",
      multiple: true,
      value: "host",
      summary:
        "A host that callbacks and webhooks may be sent to, in addition to this machine. May be repeated. Default: none.",
    },
    "webhook-secret": {
      type: "string",
      value: "whsec_…",
      summary: "What callbacks and webhooks are signed with (Standard Webhooks). Default: made up.",
    },
    cors: { type: "boolean", summary: "Let pages of other origins call it." },
    ui: {
      type: "boolean",
      summary:
        "Show requests, state and faults as a page, at /_control/ui; its address is printed at the start.",
    },
    explain: {
      type: "boolean",
      summary: "Do not listen; print for each operation how its response is made, why, and what was guessed.",
    },
    watch: {
      type: "boolean",
      summary: "Reload when a file changes; state that is still valid is kept, the rest is reported.",
    },
    quiet: { type: "boolean", short: "q", summary: "Print no line for each request." },
    ...readingOptions,
  },
  positionals: { min: 0, max: 20 },
  run: (args, io) => runMock(args, io, Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])),
};

/**
 * Runs the command.
 *
 * @param stop  ends the mock
 */
export async function runMock(
  args: CommandArgs,
  terminal: CommandIo,
  stop: Promise<unknown>,
): Promise<ExitCode> {
  const io = printing(terminal);
  const documents = args.positionals.length === 0 ? [defaultDocument] : args.positionals;
  const isQuiet = args.flag("quiet");
  const seedFile = args.value("seed-data");
  const exportFile = args.value("export");
  const options: CommandOptions = {
    host: listeningHost(args),
    port: wholeNumber(args, "port", 65_535) ?? defaultPort,
    seed: wholeNumber(args, "seed", 2 ** 31),
    delay: wholeNumber(args, "delay", 600_000),
    data: args.value("data"),
    ...(seedFile !== undefined && { seeds: await readSeeds(seedFile, io.cwd, firstTenant) }),
    allowCallbacks: args.values("allow-callbacks"),
    webhookSecret: webhookSecretIn(args),
    handlers: args.value("handlers"),
    cors: args.flag("cors"),
    ui: args.flag("ui"),
    credentials: args.values("credential").map(credentialOf),
    directory: io.cwd,
    ...readingOf(args, io),
    onDelivery: (delivery) => {
      if (!isQuiet || delivery.state === "refused") io.err(`mock: ${deliveryLine(delivery)}`);
    },
    onExchange: ({ target, sent, response, error, withheld }) => {
      // One log line for each line of a stack trace.
      for (const line of withheld?.split(/\n(?= {4}at )/) ?? []) io.err(`mock: ${line}`);
      if (isQuiet) return;
      const path = sent.head.target.replace(/[?#][^]*/, "");
      const detail = error === undefined ? "" : `  ${error.message}`;
      io.out(`${target?.operation.operationId ?? "-"}  ${sent.method} ${path} → ${response.status}${detail}`);
    },
  };
  if (args.flag("explain")) {
    const { contracts, state } = await prepareMock(documents, options);
    for (const mocked of contracts)
      for (const line of explanationLines(explainMock(mocked, state))) io.out(line);
    return 0;
  }
  if (exportFile !== undefined) await checkExport(exportFile, io.cwd);
  const running = await startMock(documents, options);
  for (const line of startingLines(running, args.flag("ui"))) io.err(line);
  const endWatch = args.flag("watch")
    ? watchFiles(running, ({ lost, problem }) => {
        if (lost === undefined)
          io.err(`mock: the change cannot be used, the mock continues with the previous files: ${problem}`);
        else io.err("mock: the change is served");
        for (const sentence of lost ?? []) io.err(`mock: lost ${sentence}`);
      })
    : undefined;
  await stop;
  endWatch?.();
  // No request is accepted any more: the export has every write that was acknowledged.
  await running.close();
  if (exportFile !== undefined) await writeSeeds(exportFile, io.cwd, exportedBy(running));
  return 0;
}

/** Returns the resources of the first tenant by path, those of other tenants by tenant. */
function exportedBy(running: RunningMock): Readonly<Record<string, SeedData>> {
  const others = [...new Set(running.credentials.map(({ tenant }) => tenant))].filter(
    (tenant) => tenant !== firstTenant,
  );
  const first = running.exported() as Readonly<Record<string, SeedData>>; // Arrays and objects by path.
  return { ...first, ...Object.fromEntries(others.map((tenant) => [tenant, running.exported(tenant)])) };
}

function wholeNumber(args: CommandArgs, name: string, most: number): number | undefined {
  const given = args.value(name);
  if (given === undefined) return undefined;
  if (/^[0-9]{1,10}$/.test(given) && Number(given) <= most) return Number(given);
  throw new UsageError(`--${name} cannot be used`, {
    expected: `expected a whole number from 0 to ${most}, got ${given}`,
    fix: `leave --${name} out`,
  });
}

function webhookSecretIn(args: CommandArgs): string | undefined {
  const given = args.value("webhook-secret");
  if (given === undefined || isSecret(given)) return given;
  throw new UsageError("--webhook-secret cannot be used", {
    expected: "expected whsec_ and the base64 of 24 to 64 bytes",
    fix: "leave --webhook-secret out, or use the secret that the receivers have",
  });
}

/** Formats a delivery: `onEvent → POST http://127.0.0.1:9000/hook → 204` */
function deliveryLine({ name, method, url, attempts, state }: Delivery): string {
  const { status, problem } = attempts.at(-1) ?? {};
  const more = state === "pending" ? `, attempt ${attempts.length} of several` : "";
  return `${name} → ${method} ${url} → ${status ?? problem ?? ""}${more}`;
}

function credentialOf(given: string): { readonly scheme: string; readonly value: string } {
  const at = given.indexOf("=");
  if (at > 0 && at < given.length - 1) return { scheme: given.slice(0, at), value: given.slice(at + 1) };
  throw new UsageError("--credential cannot be used", {
    expected: `expected the name of a security scheme and what is shown for it, got ${JSON.stringify(given.slice(0, 20))}`,
    fix: "write --credential apiKey=secret, or --credential basic=user:password",
  });
}
