// Adapts the runtime's doc comments for a package: with examples of its own operations.
import { clientFile, type ClientValue } from "../generate/client-runtime.ts";
import { type Code, emit, noCode, trustedCode } from "../generate/code.ts";
import { docTag, tagLines } from "../generate/comment.ts";
import type { EntryExamples } from "./entry-examples.ts";
import { exampleOf } from "./module-statements.ts";
import type { Modules } from "./runtime-modules.ts";

/** The functions with examples, and which example each gets; those without one have none in a package. */
const locations: readonly (ClientValue & { readonly example?: keyof EntryExamples })[] = [
  { module: "node.ts", name: "createNodeFetch", example: "node" },
  { module: "testing.ts", name: "createTestFetch", example: "testing" },
  { module: "validate.ts", name: "validateRequest", example: "validate" },
  { module: "validate.ts", name: "validateSchema" },
];

export function withExamples(modules: Modules, examples: EntryExamples): Modules {
  const changed = new Map(modules);
  for (const { module, name, example } of locations) {
    const file = clientFile(module);
    const text = example === undefined ? undefined : ["", ...examples[example]].join("\n");
    const known = changed.get(file);
    if (known !== undefined) changed.set(file, withExample(known, name, text));
  }
  return changed;
}

/** Puts the example at the end of the comment, in place of an existing one. */
function withExample(source: Code, name: string, text: string | undefined): Code {
  const old = exampleOf(source, name);
  if (old === undefined) throw new TypeError(`${name} has no example to replace`);
  const lines = source.slice(0, old.start).split("\n").slice(0, -1);
  if (lines.at(-1) === " *") lines.pop();
  const shown = text === undefined ? noCode : emit` *\n${tagLines(docTag("example", text))}`;
  return trustedCode(`${lines.join("\n")}\n${shown} */${source.slice(old.end)}`);
}
