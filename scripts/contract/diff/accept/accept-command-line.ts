// Prints the command that accepts a break for a comment: it runs as printed, once a reason is added.
import { shellFlag } from "../../cli/shell-word.ts";
import { defaultBase } from "../diff-options.ts";
import { defaultDocument } from "../document-option.ts";

/** The default command of this tool: the installed package, never another one of the same name. */
export const installedCommand = "npx --no -- contract";

/**
 * Returns a function from fingerprint to command line. `base` and `document` are omitted if they equal the
 * command's defaults.
 */
export function acceptCommandLine(of: {
  readonly command: string | undefined;
  readonly base: string | undefined;
  readonly document: string;
}): (fingerprint: string) => string {
  const { command = installedCommand, base = defaultBase, document } = of;
  const more = [
    ...(base === defaultBase ? [] : [shellFlag("--base", base)]),
    ...(document === defaultDocument ? [] : [shellFlag("--document", document)]),
  ];
  return (fingerprint) => [command, "diff accept", fingerprint, ...more, '--reason "…"'].join(" ");
}
