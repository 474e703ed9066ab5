// A process of the client's bench: bundles a module, imports it, and prints how many milliseconds that took.
import { build } from "esbuild";

const [, , module = ""] = process.argv;
const { outputFiles } = await build({
  stdin: { contents: `export * from ${JSON.stringify(module)};`, resolveDir: process.cwd() },
  bundle: true,
  format: "esm",
  write: false,
});
const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString("base64")}`;
const start = performance.now();
await import(url);
process.stdout.write(String(performance.now() - start));
process.exit(0);
