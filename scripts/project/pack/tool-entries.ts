// The modules of the packed tool that users import. All but `config` and `schema` load the tool's one bundle
// when they are called.

export interface ToolEntry {
  /** Name of the entry: `diff` is imported as `…/diff`. */
  readonly name: string;
  /** The module whose declarations are the entry's types. */
  readonly types: string;
  /** The exported functions. */
  readonly functions: readonly string[];
  /** Whether the entry has a bundle of its own, so that its functions are synchronous. */
  readonly isBundle?: true;
}

const folder = "scripts/contract";

export const toolEntries: readonly ToolEntry[] = [
  { name: "config", types: `${folder}/library/config.ts`, functions: ["defineConfig"], isBundle: true },
  { name: "diff", types: `${folder}/library/diff.ts`, functions: ["diff"] },
  { name: "lint", types: `${folder}/library/lint.ts`, functions: ["lint"] },
  { name: "mock", types: `${folder}/mock/mock-api.d.ts`, functions: ["startMock"] },
  {
    name: "schema",
    types: `${folder}/library/schema.ts`,
    functions: ["accepts", "isContained", "smallestMember", "valueBetween"],
    isBundle: true,
  },
  { name: "sdk", types: `${folder}/library/sdk.ts`, functions: ["sdk"] },
  { name: "server", types: `${folder}/library/server.ts`, functions: ["server"] },
  { name: "verify", types: `${folder}/verify/verify-api.d.ts`, functions: ["verifyApp"] },
];

/**
 * Returns the files of an entry, by name, for `import` and for `require`; the latter is the bundle of an
 * entry that has one.
 */
export function entryModules({ name, functions, isBundle }: ToolEntry): Map<string, string> {
  if (isBundle === true)
    return new Map([
      [
        `${name}.js`,
        `import entry from "./${name}.cjs";\n\nexport const { ${functions.join(", ")} } = entry;\n`,
      ],
    ]);
  const imported = functions.map(
    (one) => `
export async function ${one}(...given) {
  const { tool } = await loadTool("${name}");
  return (await tool.library.${name}()).${one}(...given);
}
`,
  );
  const required = functions.map(
    (one) => `
exports.${one} = async function ${one}(...given) {
  const entry = await import("./${name}.js");
  return entry.${one}(...given);
};
`,
  );
  return new Map([
    [`${name}.js`, `import { loadTool } from "../scripts/launch.js";\n${imported.join("")}`],
    [`${name}.cjs`, `"use strict";\n${required.join("")}`],
  ]);
}
