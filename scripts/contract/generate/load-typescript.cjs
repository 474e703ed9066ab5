// Loads the TypeScript compiler, and openapi-typescript, which uses it, on demand: loading takes longer than
// all other work for a small document. CommonJS, because it loads synchronously within a function and can be
// bundled.
/* eslint-disable @typescript-eslint/ban-ts-comment, @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-assignment -- this is what the file is for */
// @ts-nocheck: the parts have no types of their own; the return types of the functions are declared.
"use strict";

/** @typedef {typeof import("openapi-typescript", { with: { "resolution-mode": "import" } })} Whole */
/** @typedef {Pick<Whole, "transformSchema" | "astToString" | "resolveRef">} Parts */

/** @returns {typeof import("typescript")} */
function loadTypescript() {
  return require("typescript");
}

/**
 * Returns the parts that emit types. The package's entry point would also load a linter and a bundler.
 * @returns {Parts}
 */
function loadOpenapiTypescript() {
  const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
  const { resolveRef } = require("openapi-typescript/dist/lib/utils.cjs");
  return { transformSchema: require("openapi-typescript/dist/transform/index.cjs"), astToString, resolveRef };
}

module.exports = { loadTypescript, loadOpenapiTypescript };
