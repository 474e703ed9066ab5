// @own-process: it registers a loader of modules.
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";

let registered = false;

/**
 * Imports a TypeScript module that a test has written. The tests themselves run bundled, without a loader for
 * TypeScript; it is registered when the first such module is imported.
 *
 * @param path  absolute
 */
export async function importTypeScript(path: string): Promise<unknown> {
  if (!registered) register();
  registered = true;
  return import(pathToFileURL(path).href);
}
