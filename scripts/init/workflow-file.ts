// The workflow that looks at pull requests: this repository's own, with another repository's document and command in it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "../generate/runtime-source.ts";

/** Text of `.github/workflows/contract.yml` for another repository. */
export async function workflowFile(document: string, command: string): Promise<string> {
  const text = await readFile(join(packageFolder(), ".github/workflows/contract.yml"), "utf8");
  return text
    .replace("inputs.document || 'spec/openapi.yaml'", `inputs.document || ${expression(document)}`)
    .replace("inputs.command || 'node scripts/contract.js'", `inputs.command || ${expression(command)}`);
}

/** A string in a workflow's expression: quotes are doubled. */
function expression(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
