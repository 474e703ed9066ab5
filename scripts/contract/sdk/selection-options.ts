// The flags that select operations of a document, and the report on operations that cannot be generated.
import type { CommandArgs, CommandIo, CommandOption } from "../cli/command.ts";
import { locationText } from "../cli/error-text.ts";
import { printable } from "../cli/printable.ts";
import type { Loss } from "./prepared-document.ts";
import type { Selection } from "./select-operations.ts";

export const selectionOptions = {
  tags: {
    type: "string",
    multiple: true,
    value: "tags",
    summary: "Only operations with one of these tags.",
  },
  operations: { type: "string", multiple: true, value: "ids", summary: "Only these operations." },
  strict: {
    type: "boolean",
    summary: "Write nothing and end with 1 when an operation cannot be generated.",
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** Parses `--tags A,B --tags C` as the tags A, B and C. */
export function selectionOf(args: CommandArgs): Selection {
  return { tags: listOf(args, "tags"), operations: listOf(args, "operations") };
}

function listOf(args: CommandArgs, flag: string): string[] {
  return args
    .values(flag)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** Reports what is omitted; returns true if the command must not continue because of it. */
export function tellLosses(losses: readonly Loss[], args: CommandArgs, io: CommandIo): boolean {
  for (const { place, problem } of losses) io.err(`${locationText(place)}: ${printable(problem)}`);
  const left = losses.filter(({ leftOut }) => leftOut).length;
  if (!args.flag("strict") || left === 0) return false;
  io.out(`${left === 1 ? "an operation" : `${left} operations`} cannot be generated; nothing is written`);
  return true;
}
