// Escaped output for commands that print text of documents, file names and peers.
import type { CommandIo } from "./command.ts";
import { printable } from "./printable.ts";

/**
 * Returns an io that prints each text as one line, with untrusted parts escaped: they can neither move
 * adjacent text nor issue commands to a workflow's runner.
 */
export function printing(io: CommandIo): CommandIo {
  return {
    ...io,
    out: (text) => io.out(printable(text)),
    err: (text) => io.err(printable(text)),
  };
}
