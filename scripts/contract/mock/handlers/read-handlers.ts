// Handlers as a user writes them: a module, TypeScript or not, with what it imports.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { DocumentError } from "../../document/document.ts";
import type { MockHandlers } from "../mock-handlers.d.ts";

/**
 * The handlers that a module exports, as its default or as `handlers`. It is bundled first, so that TypeScript runs on every Node, and what it
 * imports is read anew each time.
 *
 * Throws a DocumentError for a module that cannot be loaded, or exports something else.
 */
export async function readHandlers(
  path: string,
  {
    directory,
    onFile,
  }: { readonly directory: string; readonly onFile?: ((path: string) => void) | undefined },
): Promise<MockHandlers> {
  const file = resolve(directory, path);
  const wrong = (problem: string, cause?: unknown): DocumentError =>
    new DocumentError(`the handlers ${path} cannot be used: ${problem}`, {
      fix: "export default { <operationId>: ({ path, query, body, state, next }) => ({ status, headers, body }) } from it",
      cause,
    });
  let loaded: unknown;
  const folder = await mkdtemp(join(tmpdir(), "contract-handlers-"));
  try {
    const bundle = join(folder, "handlers.mjs");
    onFile?.(file);
    await writeFile(bundle, await bundled(file, onFile));
    loaded = await import(pathToFileURL(bundle).href);
  } catch (cause) {
    throw wrong(cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), cause);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { default: usual, handlers = usual } = loaded as {
    readonly default?: unknown;
    readonly handlers?: unknown;
  };
  if (typeof handlers !== "object" || handlers === null) throw wrong("it exports no object");
  for (const [name, handler] of Object.entries(handlers))
    if (typeof handler !== "function") throw wrong(`${name} is no function`);
  return handlers; // Each member is a function; what it gives is checked.
}

async function bundled(file: string, onFile: ((path: string) => void) | undefined): Promise<Uint8Array> {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: dirname(file),
    entryPoints: [file],
    write: false,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "inline",
    logLevel: "silent",
    banner: {
      // CommonJS packages inside an ES module still call require().
      js: `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(${JSON.stringify(pathToFileURL(file).href)});`,
    },
  });
  for (const input of Object.keys(metafile.inputs)) onFile?.(resolve(dirname(file), input));
  return outputFiles[0]?.contents ?? new Uint8Array();
}
