// The flag of every command that compares: which document a revision without a path selects.
import type { CommandArgs, CommandOption } from "../cli/command.ts";

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
