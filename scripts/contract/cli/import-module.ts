// Imports modules that are not part of this program.

/** Given to the bundled program by `load-compiled.js`. */
declare const __import: ((specifier: string) => Promise<unknown>) | undefined;

/**
 * Imports a module: a package, or a file by its URL. On Node 20, code that V8 takes from its cache cannot
 * call `import()` (ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING), so the bundled program has it called for it.
 */
export function importModule(specifier: string): Promise<unknown> {
  return typeof __import === "undefined" ? import(specifier) : __import(specifier);
}
