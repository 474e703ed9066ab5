// What an import costs the bundle of those who use the client.
import { build } from "esbuild";
import { gzipSync } from "node:zlib";

/** Where names in a program are looked up, and what it runs on. */
export interface BundleSettings {
  readonly folder?: string;
  /** Node's own modules weigh nothing then. */
  readonly platform?: "browser" | "node";
}

/** Bytes of a program after bundling, minifying and gzip; without a folder, its paths start at the project's root. */
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
