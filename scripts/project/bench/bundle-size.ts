// Size that an import adds to the bundle of the client's users.
import { build } from "esbuild";
import { gzipSync } from "node:zlib";

/** Where imports of a program are resolved, and its platform. */
export interface BundleSettings {
  readonly folder?: string;
  /** With `node`, Node's built-in modules have no size. */
  readonly platform?: "browser" | "node";
}

/**
 * Returns the size in bytes of a program after bundling, minifying and gzip. Default for the folder: the
 * project's root.
 */
export async function bundleSize(program: string, settings: BundleSettings = {}): Promise<number> {
  const { folder = process.cwd(), platform = "browser" } = settings;
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    platform,
    format: "esm",
    target: "es2022",
    logLevel: "error",
    write: false,
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

/** One resource with everything: retries, deadlines, typed errors, pages, waiting. */
export const oneResource = `
  import { connect, SenderPools } from "./generated/index.ts";
  const senderPools = new SenderPools(connect());
  console.log(await senderPools.list());
`;
