// Loads the engine of data files, only for mocks that keep one. CommonJS, since `require` loads a module
// synchronously inside a function.
/* eslint-disable @typescript-eslint/no-require-imports -- this is what the file is for */
"use strict";

/**
 * Returns the engine; throws if the package is not installed.
 *
 * @returns {typeof import("libsql")}
 */
function loadStoreEngine() {
  return require("libsql");
}

module.exports = { loadStoreEngine };
