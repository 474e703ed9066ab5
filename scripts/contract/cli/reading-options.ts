// The flags of every command that reads a document: where its files may come from.
import type { ReadOptions } from "../document/read-document.ts";
import type { CommandArgs, CommandIo, CommandOption } from "./command.ts";
import { placeText } from "./error-text.ts";

export const readingOptions = {
  "allow-urls": { type: "boolean", summary: "Fetch the document, or what it refers to, from URLs." },
  "allow-outside": {
    type: "boolean",
    summary: "Read files from outside the document's repository, or its folder where it is in none.",
  },
  overlay: {
    type: "string",
    multiple: true,
    value: "file",
    summary: "Apply an Overlay (1.0, 1.1) to the document first; repeatable, in the order given.",
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** What was asked for, as the reader takes it. */
export function readingOf(
  args: CommandArgs,
  io: Pick<CommandIo, "err">,
): Pick<ReadOptions, "allowUrls" | "allowOutside" | "overlays" | "notice"> {
  const told = new Set<string>();
  return {
    allowUrls: args.flag("allow-urls"),
    allowOutside: args.flag("allow-outside"),
    overlays: args.values("overlay"),
    notice: (place, problem) => {
      const line = `${placeText(place)}: ${problem}`;
      // A comparison applies the same Overlays to two documents.
      if (!told.has(line)) io.err(line);
      told.add(line);
    },
  };
}
