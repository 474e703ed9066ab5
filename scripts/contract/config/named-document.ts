// Finds the documents of a config that a command line refers to.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command, CommandArgs } from "../cli/command.ts";
import { isUrl } from "../document/uri.ts";
import type { Config, ConfiguredDocument } from "./config.ts";

/**
 * What a command line names: nothing (all documents), a document of the config, or a document that the config
 * does not have.
 */
export type Named =
  | { readonly kind: "all" }
  | { readonly kind: "configured"; readonly document: ConfiguredDocument }
  | { readonly kind: "other" };

/** Finds a document by its name in the config, or by its path. */
export function namedDocument(command: Command, args: CommandArgs, config: Config, cwd: string): Named {
  const text =
    command.section === "diff" ? comparedDocument(args, cwd) : (args.value("spec") ?? args.positionals[0]);
  if (text === undefined) return { kind: "all" };
  const same = ({ document }: ConfiguredDocument): boolean =>
    isUrl(document) ? document === text : resolve(cwd, document) === resolve(cwd, text);
  const document = config.documents.find(same) ?? config.documents.find(({ name }) => name === text);
  return document === undefined ? { kind: "other" } : { kind: "configured", document };
}

/** Returns `--document`, or else the path in head or base. */
function comparedDocument(args: CommandArgs, cwd: string): string | undefined {
  const [base, head] = args.positionals;
  return args.value("document") ?? pathIn(head, cwd) ?? pathIn(base, cwd);
}

/** `old.yaml` and `HEAD~1:spec/openapi.yaml` name a document; `origin/main` stands for all. */
function pathIn(side: string | undefined, cwd: string): string | undefined {
  if (side === undefined) return undefined;
  if (isUrl(side) || /^[^:]*\.(ya?ml|json)$/i.test(side) || side === "-") return side;
  const colon = side.indexOf(":");
  if (colon > 0) return side.slice(colon + 1);
  return existsSync(resolve(cwd, side)) ? side : undefined;
}
