// Bundles one program of this project into a single file for Node: one file starts faster than a hundred.
import { build } from "esbuild";

/**
 * @param {string} entry  the program's TypeScript entry
 * @param {string} outfile  where the bundle goes; its source map lies beside it
 */
export async function bundleProgram(entry, outfile) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    logLevel: "error",
    // Packages with native parts, data files of their own, or a size that is only worth loading when used.
    external: ["libsql", "esbuild", "typescript", "openapi-typescript", "@fastify/swagger-ui"],
    banner: {
      // CommonJS dependencies inside an ES module bundle still call require().
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
}
