// What a person reads when a command could not run: what is wrong and where, what was expected, and the fix.
import { DocumentError } from "../document/document.ts";
import { UsageError } from "./command.ts";
import { printable } from "./printable.ts";

/** The lines for an error; anything but an error made for people is one line, or its stack when `debug` is set. */
export function errorText(error: unknown, debug: boolean): string {
  if (debug && error instanceof Error) return error.stack ?? error.message;
  if (error instanceof UsageError)
    return [error.message, error.expected, `fix: ${error.fix}`].map(printable).join("\n");
  if (error instanceof DocumentError) {
    const where = error.place === undefined ? "" : `${placeText(error.place)}: `;
    return `${where}${printable(error.message)}\nfix: ${printable(error.fix)}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `contract: unexpected error: ${printable(message.split("\n")[0] ?? "")} (CONTRACT_DEBUG=1 shows where)`;
}

/** `spec/openapi.yaml:12:3`, as editors and terminals make it clickable. */
export function placeText(place: { file: string; line: number; column: number }): string {
  return `${printable(place.file)}:${place.line}:${place.column}`;
}
