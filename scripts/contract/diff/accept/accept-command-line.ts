// The command that accepts a break, as a comment shows it: it runs as it is printed, once it has a reason.
import { shellFlag } from "../../cli/shell-word.ts";
import { defaultBase } from "../diff-options.ts";
import { defaultDocument } from "../document-option.ts";

/** How this tool is run where nothing else is said: the installed one, never a package of the same name. */
export const installedCommand = "npx --no -- contract";

/** Fingerprint → the line. `base` and `document` are left out where they are what the command takes by itself. */
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
