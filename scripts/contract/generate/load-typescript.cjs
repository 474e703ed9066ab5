// The TypeScript compiler, and openapi-typescript, which is made of it; loaded when needed, since that takes longer than all
// else that a small document does. CommonJS, which loads when a function asks for it, and whose packages a bundle takes in.
/* eslint-disable @typescript-eslint/ban-ts-comment, @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-assignment -- this is what the file is for */
// @ts-nocheck: the parts have no types of their own; what the functions give has.
"use strict";

/** @typedef {Pick<typeof import("openapi-typescript"), "transformSchema" | "astToString" | "resolveRef">} Parts */

/** @returns {typeof import("typescript")} */
function loadTypescript() {
  return require("typescript");
}

/**
 * The parts that make types. The package's entry would load a linter and a bundler, too.
 * @returns {Parts}
 */
function loadOpenapiTypescript() {
  const { astToString } = require("openapi-typescript/dist/lib/ts.cjs");
  const { resolveRef } = require("openapi-typescript/dist/lib/utils.cjs");
  return { transformSchema: require("openapi-typescript/dist/transform/index.cjs"), astToString, resolveRef };
}

module.exports = { loadTypescript, loadOpenapiTypescript };
