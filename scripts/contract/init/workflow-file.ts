// The workflow that looks at pull requests: this repository's own, with another repository's document and command in it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "../cli/package-folder.ts";

/** Text of `.github/workflows/contract.yml` for another repository. */
export async function workflowFile(document: string, command: string): Promise<string> {
  const text = await readFile(join(packageFolder(), ".github/workflows/contract.yml"), "utf8");
  return text
    .replace(ownStep, "")
    .replace(/\$\{\{ inputs\.document \|\| '[^']*' \}\}/, () => defaulted("document", document))
    .replace(/\$\{\{ inputs\.command \|\| '[^']*' \}\}/, () => defaulted("command", command));
}

/** The step that packs the tool where it is made; others have installed it. */
const ownStep = / {6}- name: Pack the tool\n(?: {8}.*\n)*/;

/** An input or what stands for it; as a quoted YAML scalar where a plain one could not hold it. */
function defaulted(input: string, text: string): string {
  // In an expression, quotes are doubled.
  const expression = `\${{ inputs.${input} || '${text.replaceAll("'", "''")}' }}`;
  return /^[\w./ @+-]*$/.test(text) ? expression : JSON.stringify(expression);
}
