// The initial config of `contract init`: the document, the base of comparisons, and the location of the
// schema for editors.
import { basename } from "node:path";
import { stringify } from "yaml";

/** The file's name, at the top of the repository. */
export const configPath = "contract.config.yaml";

/**
 * @param document  its path, relative to the top of the repository
 * @param tool  the name of this tool's package
 */
export function configFile(document: string, tool: string): string {
  const stem = basename(document).replace(/\.[^.]*$/, "");
  const name = stem.replace(/[^\w.-]+/g, "-").replace(/^-+|-+$/g, "") || "api";
  return [
    `# yaml-language-server: $schema=node_modules/${tool}/scripts/contract/config/contract.config.schema.json`,
    "# What contract does here without arguments; contract config prints the effective values.",
    stringify({ documents: { [name]: { document } }, diff: { base: "origin/main" } }).trimEnd(),
    "",
  ].join("\n");
}
