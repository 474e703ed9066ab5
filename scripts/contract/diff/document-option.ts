// The flag of every command that compares: which document a revision without a path selects.
import { resolve } from "node:path";
import type { CommandArgs, CommandOption } from "../cli/command.ts";
import { isThere } from "../document/read-named.ts";

/** The default document of a revision without a path. */
export const defaultDocument = "spec/openapi.yaml";

export const documentOption: CommandOption = {
  type: "string",
  value: "file",
  summary: "The document to read from revisions that name no path, or its name in the config.",
  default: defaultDocument,
  flagOnly: true,
};

export function documentOf(args: CommandArgs): string {
  return args.value("document") ?? defaultDocument;
}

/**
 * Returns the arguments with the document that the base names, as in `v1.0:openapi.yaml`, where no flag and
 * no config names one and the default does not exist: the same path is then meant on the other side, and in
 * other versions.
 */
export async function withDocumentOfBase(args: CommandArgs, cwd: string): Promise<CommandArgs> {
  const [, path] = /^[^:]{2,}:(?!\/\/)(.+)$/.exec(args.positionals[0] ?? "") ?? [];
  if (path === undefined || args.value("document") !== undefined) return args;
  const [hasDefault, hasPath] = await Promise.all(
    [defaultDocument, path].map((name) => isThere(resolve(cwd, name))),
  );
  if (hasDefault === true || hasPath !== true) return args;
  return {
    ...args,
    flag: (name) => args.flag(name),
    values: (name) => args.values(name),
    value: (name) => (name === "document" ? path : args.value(name)),
  };
}
