// Handlers as a user writes them: a module, TypeScript or not, with what it imports.
import { resolve } from "node:path";
import { readModule } from "../../cli/read-module.ts";
import { DocumentError } from "../../document/document.ts";
import type { MockHandlers } from "../mock-handlers.d.ts";

/**
 * The handlers that a module exports, as its default or as `handlers`. It is bundled first, so that TypeScript runs on every Node, and what it
 * imports is read anew each time.
 *
 * Throws a DocumentError for a module that cannot be loaded, or exports something else.
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
    if (typeof handler !== "function") throw wrong(`${name} is no function`);
  return handlers; // Each member is a function; what it gives is checked.
}
