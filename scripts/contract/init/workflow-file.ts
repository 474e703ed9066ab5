// The workflow that checks pull requests: this repository's own, adapted to another repository's document and
// command.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "../cli/package-folder.ts";

/** Returns the text of `.github/workflows/contract.yml` for another repository. */
export async function workflowFile(document: string, command: string): Promise<string> {
  const text = await readFile(join(packageFolder(), ".github/workflows/contract.yml"), "utf8");
  return text
    .replace(ownStep, "")
    .replace(/\$\{\{ inputs\.document \|\| '[^']*' \}\}/, () => defaulted("document", document))
    .replace(/\$\{\{ inputs\.command \|\| '[^']*' \}\}/, () => defaulted("command", command));
}

/** The step that packs the tool in this repository; other repositories install it. */
const ownStep = / {6}- name: Pack the tool\n(?: {8}.*\n)*/;

/**
 * Returns an expression for an input with its default, as a quoted YAML scalar where a plain one is not
 * possible.
 */
function defaulted(input: string, text: string): string {
  // In an expression, quotes are doubled.
  const expression = `\${{ inputs.${input} || '${text.replaceAll("'", "''")}' }}`;
  return /^[\w./ @+-]*$/.test(text) ? expression : JSON.stringify(expression);
}
