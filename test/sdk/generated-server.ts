// Servers for test documents: the output of `contract server`, imported and combined with Fastify.
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

/** Generates a server into the subfolder `generated`; returns the command's output besides its results. */
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

/** A server for a document that is not listening yet, and its log lines. */
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

/** The setting of most projects: `strict` only. */
export const strictOnly = {
  exactOptionalPropertyTypes: false,
  noUncheckedIndexedAccess: false,
  verbatimModuleSyntax: false,
  erasableSyntaxOnly: false,
};

/**
 * Compiles programs, given by their files in a folder, with the strictest settings unless options override
 * them; returns the compiler's errors.
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
