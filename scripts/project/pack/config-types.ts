// The TypeScript types of a config, from the published JSON Schema of configs. Run as a program, it writes
// them.
import { readFileSync, writeFileSync } from "node:fs";
import type { JsonObject } from "../../contract/document/document.ts";
import { emitTypes } from "../../contract/generate/emit-types.ts";
import { planOf } from "../../contract/generate/plan.ts";
import { readGiven } from "../../contract/library/given-document.ts";

const schemaPath = "scripts/contract/config/contract.config.schema.json";
export const typesPath = "scripts/contract/config/contract.config.schema.d.ts";

/** A line of a comment past 110 columns. */
const longComment = /^ +\* .{95,}$/gm;

function wrapped(line: string): string {
  const [start = ""] = /^ +\* /.exec(line) ?? [];
  return line
    .slice(start.length)
    .replace(/(.{1,90})(?: |$)/g, (_, part: string) => `${start}${part}\n`)
    .trimEnd();
}

/** Returns a module of declarations that exports `ContractConfig`. */
export async function configTypes(): Promise<string> {
  const text = readFileSync(schemaPath, "utf8").replaceAll("#/$defs/", "#/components/schemas/");
  const { $defs, ...config } = JSON.parse(text) as JsonObject & { readonly $defs: JsonObject };
  const document = await readGiven(
    {
      openapi: "3.1.0",
      info: { title: "contract.config.yaml", version: "1" },
      paths: {},
      components: { schemas: { config, ...$defs } },
    },
    {},
  );
  const types = emitTypes(planOf(document));
  const start = types.indexOf("interface components {");
  const schemas = types.slice(start, types.indexOf("\n}\n", start) + 3);
  return `// Written from contract.config.schema.json by scripts/project/pack/config-types.ts. Do not edit.

/** The settings of a repository for \`contract\`: what a config contains, or exports as its default. */
export type ContractConfig = components["schemas"]["config"];
${schemas.replace(longComment, wrapped)}`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(typesPath, await configTypes());
