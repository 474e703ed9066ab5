// The flags of every command that reads a document: where its files may come from.
import type { ReadOptions } from "../document/read-document.ts";
import type { CommandArgs, CommandOption } from "./command.ts";

export const readingOptions = {
  "allow-urls": { type: "boolean", summary: "Fetch the document, or what it refers to, from URLs." },
  "allow-outside": {
    type: "boolean",
    summary: "Read files from outside the document's repository, or its folder where it is in none.",
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** What was asked for, as the reader takes it. */
export function readingOf(args: CommandArgs): Pick<ReadOptions, "allowUrls" | "allowOutside"> {
  return { allowUrls: args.flag("allow-urls"), allowOutside: args.flag("allow-outside") };
}
