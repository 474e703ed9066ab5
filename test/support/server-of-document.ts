// Builds the server for another document as its contract, generated and bundled into a folder of its own.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

/** Writes the bundle below `folder` and returns its path. */
export async function bundleServerOf(document: string, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "openapi.yaml"), document);
  const said: string[] = [];
  const io = {
    cwd: folder,
    env: {},
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
  };
  const code = await runCommandLine(
    ["generate", "openapi.yaml", "--out", "generated", "--server", "--control"],
    io,
  );
  if (code !== 0) throw new Error(said.join("\n"));
  const outfile = join(folder, "dist/server.js");
  await build({
    entryPoints: ["server/main.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    plugins: [
      {
        name: "other-contract",
        setup: (bundle) => {
          bundle.onResolve({ filter: /\/generated\/[^/]+$/ }, ({ path }) => ({
            path: join(folder, "generated", path.slice(path.lastIndexOf("/") + 1)),
          }));
        },
      },
    ],
  });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}\n');
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return outfile;
}
