// Servers for documents of the tests: what `contract server` writes, imported and put together with Fastify.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fastify, type FastifyInstance } from "fastify";
import type { Test } from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { complaintsOf } from "../support/compiler.ts";
import { documentPath } from "./made-package.ts";
import { importTypeScript } from "../support/import-typescript.ts";

interface GeneratedServer {
  readonly addOperations: (app: FastifyInstance, options: object, handlers: object) => void;
  readonly serverOptions: object;
}

/** Generates into the folder `generated` of a folder; gives what the command said beside its results. */
export async function generateServer(
  folder: string,
  document: string,
  flags: readonly string[] = [],
): Promise<string> {
  let said = "";
  const io = {
    out: () => undefined,
    err: (text: string) => void (said += `${text}\n`),
    cwd: folder,
    env: {},
  };
  const code = await runCommandLine(["server", documentPath(document), "--out", "generated", ...flags], io);
  if (code !== 0) throw new Error(`nothing was generated: ${said}`);
  return said;
}

/** A server for a document, not listening yet, and the lines of its log. */
export async function generatedServer(
  t: Test,
  given: {
    readonly folder: string;
    readonly document: string;
    readonly flags?: readonly string[];
    readonly options?: object;
    readonly handlers: object;
  },
): Promise<{ readonly app: FastifyInstance; readonly log: string[] }> {
  await generateServer(given.folder, given.document, given.flags);
  const module: unknown = await importTypeScript(join(given.folder, "generated/server.ts"));
  const { addOperations, serverOptions } = module as GeneratedServer;
  const log: string[] = [];
  const app = fastify({
    ...serverOptions,
    logger: { level: "error", stream: { write: (line) => void log.push(line) } },
  });
  t.teardown(() => app.close());
  addOperations(app, given.options ?? {}, given.handlers);
  return { app, log };
}

/** As most projects compile: `strict`, and nothing beyond. */
export const strictOnly = {
  exactOptionalPropertyTypes: false,
  noUncheckedIndexedAccess: false,
  verbatimModuleSyntax: false,
  erasableSyntaxOnly: false,
};

/**
 * Compiles programs, given by their files in a folder, as strictly as there is, unless options say otherwise; gives the
 * compiler's complaints.
 */
export function compileServer(
  folder: string,
  programs: Record<string, string>,
  options: Readonly<Record<string, boolean>> = {},
): string {
  for (const [file, program] of Object.entries(programs)) writeFileSync(join(folder, file), program);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return complaintsOf(folder, Object.keys(programs), {
    strict: true,
    module: "nodenext",
    target: "es2023",
    lib: ["es2023"],
    types: ["node"],
    typeRoots: [resolve("node_modules/@types")],
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    ...options,
  });
}
