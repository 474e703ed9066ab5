// The flags shared by commands that read a document: where its files may come from.
import type { Reading } from "../document/read-document.ts";
import type { CommandArgs, CommandIo, CommandOption } from "./command.ts";
import { locationText } from "./error-text.ts";

/** Where files may come from. */
export const sourceOptions = {
  "allow-urls": {
    type: "boolean",
    summary: "Fetch the document, or what it refers to, from URLs.",
    flagOnly: true,
  },
  "allow-private": {
    type: "string",
    multiple: true,
    value: "host",
    summary:
      "With --allow-urls, ask this host (10.0.0.7, files.internal:8443) although its address is private; repeatable.",
    flagOnly: true,
  },
  "allow-outside": {
    type: "boolean",
    summary:
      "Read files from outside the document's repository, or from outside its folder if it is in no repository.",
    flagOnly: true,
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** The same, and Overlays that are applied to the document first. */
export const readingOptions = {
  ...sourceOptions,
  overlay: {
    type: "string",
    multiple: true,
    value: "file",
    summary: "Apply an Overlay (1.0, 1.1) to the document first; repeatable, in the order given.",
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** Returns the requested options in the form that the reader takes. */
export function readingOf(args: CommandArgs, io: Pick<CommandIo, "err">): Reading {
  const reported = new Set<string>();
  return {
    allowUrls: args.flag("allow-urls"),
    allowHosts: args.values("allow-private"),
    allowOutside: args.flag("allow-outside"),
    overlays: args.values("overlay"),
    notice: (place, problem) => {
      const line = `${locationText(place)}: ${problem}`;
      // A comparison applies the same Overlays to two documents, so each notice is printed once.
      if (!reported.has(line)) io.err(line);
      reported.add(line);
    },
  };
}
