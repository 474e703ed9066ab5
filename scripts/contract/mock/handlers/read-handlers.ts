// Loads a module of handlers, in JavaScript or TypeScript, with its imports.
import { resolve } from "node:path";
import { readModule } from "../../cli/read-module.ts";
import { DocumentError } from "../../document/document.ts";
import type { MockHandlers } from "../mock-handlers.d.ts";

/**
 * Returns the handlers that a module exports as its default or as `handlers`. The module is bundled first, so
 * that TypeScript runs on every version of Node and its imports are read again on every load.
 *
 * @throws DocumentError for a module that cannot be loaded or does not export handlers
 */
export async function readHandlers(
  path: string,
  {
    directory,
    onFile,
  }: { readonly directory: string; readonly onFile?: ((path: string) => void) | undefined },
): Promise<MockHandlers> {
  const file = resolve(directory, path);
  const wrong = (problem: string, cause?: unknown): DocumentError =>
    new DocumentError(`the handlers ${path} cannot be used: ${problem}`, {
      fix: "export default { <operationId>: ({ path, query, body, state, next }) => ({ status, headers, body }) } from it",
      cause,
    });
  const loaded = await readModule(file, onFile).catch((cause: unknown) => {
    throw wrong(cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause), cause);
  });
  const { default: usual, handlers = usual } = loaded;
  if (typeof handlers !== "object" || handlers === null) throw wrong("it exports no object");
  for (const [name, handler] of Object.entries(handlers))
    if (typeof handler !== "function") throw wrong(`${name} is not a function`);
  return handlers; // Each member is a function; its return value is checked on each call.
}
