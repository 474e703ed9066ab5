// The error message of a command that could not run: the problem and its location, what was expected, and the
// fix.
import { DocumentError } from "../document/document.ts";
import { UsageError } from "./command.ts";
import { printable } from "./printable.ts";

/** Returns the lines for an error; an unexpected error is one line, or its stack if `debug` is set. */
export function errorText(error: unknown, debug: boolean): string {
  if (debug && error instanceof Error) return error.stack ?? error.message;
  if (error instanceof UsageError)
    return [error.message, error.expected, `fix: ${error.fix}`].map(printable).join("\n");
  if (error instanceof DocumentError) {
    const where = error.place === undefined ? "" : `${locationText(error.place)}: `;
    const expected = error.expected === undefined ? "" : `\n${printable(error.expected)}`;
    return `${where}${printable(error.message)}${expected}\nfix: ${printable(error.fix)}`;
  }
  if (isStackOverflow(error)) {
    return [
      "the document is nested too deeply, or its schemas refer to each other in chains that are too long",
      "expected chains of some ten thousand schemas at most, got longer ones",
      "fix: split the document, or let its schemas refer to each other more directly",
    ].join("\n");
  }
  const refusal = rejectionOfSystem(error) ?? rejectionOfListening(error);
  if (refusal !== undefined) return refusal.map(printable).join("\n");
  if (isTooLong(error)) {
    return [
      "the output for the document is too large",
      "expected texts of some 500 million letters and maps of 16 million names at most, got longer ones",
      "fix: split the document, or leave out what need not be in it",
    ].join("\n");
  }
  const message = error instanceof Error ? error.message : String(error);
  return `contract: unexpected error: ${printable(message.split("\n")[0] ?? "")} (CONTRACT_DEBUG=1 shows where)`;
}

/** File system errors that the user can fix: the problem, and what to do. */
const systemErrors: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  ENOTDIR: ["a part of it is not a folder", "name a folder"],
  EEXIST: ["something else is there", "move it elsewhere, or name another folder"],
  EISDIR: ["it is a folder", "name a file"],
  EACCES: ["that is not allowed", "change its permissions, or name another folder"],
  EPERM: ["that is not allowed", "change its permissions, or name another folder"],
  EROFS: ["its file system is read-only", "name a folder elsewhere"],
  ENOSPC: ["no space is left", "make room, and run the command again"],
  EDQUOT: ["no space is left", "make room, and run the command again"],
  ENAMETOOLONG: ["its name is too long", "name a folder with a shorter path"],
  ELOOP: ["its symbolic links lead in a circle", "name another folder"],
  EMFILE: ["too many files are open", "raise the limit of open files"],
};

function rejectionOfSystem(error: unknown): string[] | undefined {
  const { code = "", path } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const known = Object.hasOwn(systemErrors, code) ? systemErrors[code] : undefined;
  // A failed write to an open file has no path in its error.
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  if (known === undefined || (path === undefined && !isFull)) return undefined;
  const [reason, fix] = known;
  return [`${path ?? "a file"} cannot be read or written: ${reason}`, `fix: ${fix}`];
}

/** Why a command cannot listen: by the codes of Node's errors, the problem and the fix. */
const listeningErrors: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  EADDRINUSE: [
    "port PORT is in use by another process",
    "name another one with --port; 0 selects a free one",
  ],
  EACCES: ["port PORT is not allowed", "name one above 1023 with --port"],
  EADDRNOTAVAIL: ["ADDRESS is not an address of this machine", "name another one with --host"],
  ENOTFOUND: ["ADDRESS is not a known host name", "correct the name"],
};

function rejectionOfListening(error: unknown): string[] | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "", syscall, port, address, hostname } = error as NodeJS.ErrnoException & ListeningFacts;
  const isListening = syscall === "listen" || syscall === "getaddrinfo";
  const known = isListening && Object.hasOwn(listeningErrors, code) ? listeningErrors[code] : undefined;
  if (known === undefined) return undefined;
  const [reason, fix] = known;
  const named = reason
    .replace("PORT", () => String(port))
    .replace("ADDRESS", () => address ?? hostname ?? "");
  return [named, `fix: ${fix}`];
}

/** What Node's errors of `listen` and of the look-up of its address have beside a code. */
interface ListeningFacts {
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** Returns true for the error of a stack overflow. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

/** Returns true for V8's errors for strings, arrays, maps and sets that exceed their maximum size. */
function isTooLong(error: unknown): boolean {
  return (
    error instanceof RangeError &&
    /^(Invalid (string|array|typed array) length|(Map|Set) maximum size exceeded|Array buffer allocation failed)/i.test(
      error.message,
    )
  );
}

/** `spec/openapi.yaml:12:3`, which editors and terminals make clickable. */
export function locationText(place: { file: string; line: number; column: number }): string {
  return `${printable(place.file)}:${place.line}:${place.column}`;
}
