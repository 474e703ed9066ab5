// Loads modules of users, TypeScript or not, with their imports.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type * as esbuild from "esbuild";
import { importModule } from "./import-module.ts";

/**
 * Returns the exports of a module. It is bundled first, so that TypeScript works on every Node version and
 * imported files are read again each time.
 *
 * @param file  an absolute path
 * @param onFile  called with each file of the bundle
 */
export async function readModule(
  file: string,
  onFile?: (path: string) => void,
): Promise<Readonly<Record<string, unknown>>> {
  const folder = await mkdtemp(join(tmpdir(), "contract-module-"));
  try {
    const bundle = join(folder, "module.mjs");
    onFile?.(file);
    await writeFile(bundle, await bundled(file, onFile));
    return (await importModule(pathToFileURL(bundle).href)) as Readonly<Record<string, unknown>>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundled(file: string, onFile: ((path: string) => void) | undefined): Promise<Uint8Array> {
  const { build } = (await importModule("esbuild")) as typeof esbuild;
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
