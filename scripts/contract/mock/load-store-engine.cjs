// The engine of data files; loaded when a mock keeps one, since that alone needs it. CommonJS, which loads when a function asks for it.
/* eslint-disable @typescript-eslint/no-require-imports -- this is what the file is for */
"use strict";

/** Throws where the package is not installed. @returns {typeof import("libsql")} */
function loadStoreEngine() {
  return require("libsql");
}

module.exports = { loadStoreEngine };
