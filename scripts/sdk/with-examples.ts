// The runtime's doc comments as a package has them: with examples of its own operations.
import type { EntryExamples } from "./entry-examples.ts";
import type { Modules } from "./runtime-modules.ts";

/** Function → where it is, and which example it gets; without one, it has none in a package. */
const places: Readonly<Record<string, { readonly module: string; readonly example?: keyof EntryExamples }>> =
  {
    createNodeFetch: { module: "client/node.ts", example: "node" },
    createTestFetch: { module: "client/testing.ts", example: "testing" },
    validateRequest: { module: "client/validate.ts", example: "validate" },
    validateSchema: { module: "client/validate.ts" },
  };

export function withExamples(modules: Modules, examples: EntryExamples): Modules {
  const changed = new Map(modules);
  for (const [name, { module, example }] of Object.entries(places)) {
    const lines = example === undefined ? [] : ["@example", ...examples[example]];
    changed.set(module, withExample(changed.get(module) ?? "", name, lines));
  }
  return changed;
}

/** The example is the last part of a comment, and the comment stands right before its function. */
function withExample(source: string, name: string, lines: readonly string[]): string {
  const comment = new RegExp(
    `(?: \\*\\n)? \\* @example(?:(?!\\*/)[^])* \\*/\\n(?=export function ${name}\\b)`,
  );
  // Texts of a document may hold what ends a comment.
  const text = lines.flatMap((line) => line.replaceAll("*/", "*\\/").split("\n"));
  const shown = text.map((line) => ` *${line === "" ? "" : ` ${line}`}\n`).join("");
  return source.replace(comment, () => `${shown === "" ? "" : ` *\n${shown}`} */\n`);
}
