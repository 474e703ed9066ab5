// What commands print that tell of documents, names and peers of others, line by line.
import type { CommandIo } from "./command.ts";
import { printable } from "./printable.ts";

/**
 * Prints each text as one line, whatever names of files, of a document or of a peer are in it: nothing of it moves what stands beside it,
 * nor speaks to a workflow's runner.
 */
export function printing(io: CommandIo): CommandIo {
  return {
    ...io,
    out: (text) => io.out(printable(text)),
    err: (text) => io.err(printable(text)),
  };
}
