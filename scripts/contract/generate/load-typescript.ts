// The TypeScript compiler, and openapi-typescript, which is made of it; loaded when needed, since that takes longer than all
// else that a small document does.
import { createRequire } from "node:module";
import type * as OpenapiTypescript from "openapi-typescript";
import type TypeScript from "typescript";

// Not `import`: Node would read these megabytes of CommonJS a second time, for the names that they export.
const load = createRequire(import.meta.url);

export function loadTypescript(): typeof TypeScript {
  return load("typescript") as typeof TypeScript;
}

type Parts = Pick<typeof OpenapiTypescript, "transformSchema" | "astToString" | "resolveRef">;

/** The parts that make types. The package's entry would load a linter and a bundler, too. */
export function loadOpenapiTypescript(): Parts {
  const part = (name: string) => load(`openapi-typescript/dist/${name}.cjs`) as unknown;
  const transformSchema = part("transform/index") as Parts["transformSchema"];
  const { astToString } = part("lib/ts") as Parts;
  const { resolveRef } = part("lib/utils") as Parts;
  return { transformSchema, astToString, resolveRef };
}
