// The runtime's doc comments as a package has them: with examples of its own operations.
import { type Code, emit, noCode, trustedCode } from "../generate/code.ts";
import { docTag, tagLines } from "../generate/comment.ts";
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
    const text = example === undefined ? undefined : ["", ...examples[example]].join("\n");
    const known = changed.get(module);
    if (known !== undefined) changed.set(module, withExample(known, name, text));
  }
  return changed;
}

/** The example is the last part of a comment, and the comment stands right before its function. */
function withExample(source: Code, name: string, text: string | undefined): Code {
  const comment = new RegExp(
    `(?: \\*\\n)? \\* @example(?:(?!\\*/)[^])* \\*/\\n(?=export function ${name}\\b)`,
  );
  const shown = text === undefined ? noCode : emit` *\n${tagLines(docTag("example", text))}`;
  return trustedCode(source.replace(comment, () => emit`${shown} */\n`));
}
