// `contract proxy`: forwards requests to a server, and reports where server or client violates the contract.
import { once } from "node:events";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { listeningHost } from "../cli/listening-host.ts";
import { printing } from "../cli/printing.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { readApi } from "../exchange/api.ts";
import { readNamed } from "../document/read-named.ts";
import { assertLiquid } from "./assert-liquid.ts";
import { checkPassed, type Finding } from "./check-exchange.ts";
import { shownPath } from "./shown-path.ts";
import { startProxy } from "./start-proxy.ts";

const defaultDocument = "spec/openapi.yaml";
const defaultPort = 8787;
const mostBody = 2 ** 20;

export const proxyCommand: Command = {
  name: "proxy",
  summary: "Forward requests to a server, and report every request and response that violates the contract.",
  usage: "[document] --target <url> [--port <port>] [--format text|json] [--fail]",
  details: [
    `The document is a path; without one it is ${defaultDocument}. Everything is forwarded unchanged; violations are only reported.`,
    "Of string formats that JSON Schema does not have, liquid is checked; others are not.",
    "Findings go to standard output, one a line. Neither header values, path parameters, queries nor bodies are printed.",
    "It runs until it is interrupted; with --fail the exit code is then 1 if anything violated the contract.",
  ].join("\n"),
  options: {
    target: {
      type: "string",
      value: "url",
      summary: "The server behind the proxy, such as http://127.0.0.1:3000.",
    },
    host: { type: "string", value: "address", summary: "The address to listen on. Default: 127.0.0.1." },
    port: {
      type: "string",
      short: "p",
      value: "port",
      summary: `The port to listen on; 0 takes a free one. Default: ${defaultPort}.`,
    },
    format: { type: "string", value: "format", summary: "text (the default), or json: an object a line." },
    fail: { type: "boolean", summary: "End with exit code 1 when anything violated the contract." },
    ...readingOptions,
  },
  positionals: { min: 0, max: 1 },
  run: (args, io) => runProxy(args, io, Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])),
};

/** @param stop ends the proxy */
export async function runProxy(
  args: CommandArgs,
  terminal: CommandIo,
  stop: Promise<unknown>,
): Promise<ExitCode> {
  const io = printing(terminal);
  const target = targetOf(args.value("target"));
  const port = portOf(args.value("port"));
  const line = formatOf(args.value("format") ?? "text");
  const document = await readNamed(args.positionals[0] ?? defaultDocument, {
    directory: io.cwd,
    ...readingOf(args, io),
  });
  await assertLiquid(document);
  const api = readApi(document);
  const count = { exchanges: 0, broken: 0 };
  const proxy = await startProxy({
    target,
    host: listeningHost(args) ?? "127.0.0.1",
    port,
    mostBody,
    onExchange: (exchange) => {
      const findings = checkPassed(api, exchange, mostBody);
      count.exchanges++;
      if (findings.some(({ isNote }) => !isNote)) count.broken++;
      for (const finding of findings) io.out(line(finding));
    },
    onFailure: ({ method, url, reason }) =>
      io.err(`proxy: ${method} ${shownPath(api, url)} failed at the target: ${reason}`),
  });
  io.err(`proxy: ${proxy.url} stands in front of ${target.origin}${target.pathname}`);
  await stop;
  await proxy.close();
  io.err(`proxy: ${count.broken} of ${count.exchanges} exchanges violated the contract`);
  return args.flag("fail") && count.broken > 0 ? 1 : 0;
}

function targetOf(given: string | undefined): URL {
  const url = given !== undefined && URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.search === "")
    return url;
  throw new UsageError("contract proxy needs the server that it forwards to", {
    expected: `expected an http or https URL without credentials and query, got ${url === undefined ? (given ?? "nothing") : url.origin}`,
    fix: "write --target http://127.0.0.1:3000",
  });
}

function portOf(given: string = String(defaultPort)): number {
  if (/^[0-9]{1,5}$/.test(given) && Number(given) < 65_536) return Number(given);
  throw new UsageError("--port cannot be used", {
    expected: `expected a whole number from 0 to 65535, got ${given}`,
    fix: `write --port ${defaultPort}`,
  });
}

function formatOf(name: string): (finding: Finding) => string {
  if (name === "json") return (finding) => JSON.stringify(finding);
  if (name === "text") return textLine;
  throw new UsageError("--format cannot be used", {
    expected: `expected text or json, got ${name}`,
    fix: "write --format json",
  });
}

function textLine({ side, method, path, status, operation, place, detail, isNote }: Finding): string {
  const kind = isNote ? "note" : side;
  return [
    kind.padEnd(7),
    operation ?? "-",
    `${method} ${path} → ${status}`,
    `${place} ${detail}`.trim(),
  ].join("  ");
}
