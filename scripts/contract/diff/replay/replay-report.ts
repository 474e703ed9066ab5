// Prints the response to each witness, for people.
import { printable } from "../../cli/printable.ts";
import type { Replayed } from "./replay.ts";

/**
 * Returns one line per witness; the last line reports whether the server rejected all of them, as a server of
 * head must.
 */
export function replayReport(replayed: readonly Replayed[], url: string): string {
  const lines = replayed.map(({ finding, outcome, status, response }) => {
    const { operation, place, fingerprint } = finding;
    const result = status === undefined ? response : `${status}`;
    return `${outcome.padEnd(14)}  ${printable(result)}  ${printable(`${operation} ${place}`)}  ${fingerprint}`;
  });
  const rejected = replayed.filter(({ outcome }) => outcome === "refused").length;
  const { origin, pathname } = new URL(url);
  const server = `${origin}${pathname}`.replace(/\/$/, "");
  return [...lines, `replayed: ${server} rejected ${rejected} of ${replayed.length} requests`].join("\n");
}
