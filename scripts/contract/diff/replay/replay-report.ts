// What came back for each witness, in lines for a person.
import { printable } from "../../cli/printable.ts";
import type { Replayed } from "./replay.ts";

/** One line a witness; whether the server refused them all, as head's must, in the last. */
export function replayReport(replayed: readonly Replayed[], url: string): string {
  const lines = replayed.map(({ finding, outcome, status, answer }) => {
    const { operation, place, fingerprint } = finding;
    const said = status === undefined ? answer : `${status}`;
    return `${outcome.padEnd(14)}  ${printable(said)}  ${printable(`${operation} ${place}`)}  ${fingerprint}`;
  });
  const refused = replayed.filter(({ outcome }) => outcome === "refused").length;
  const { origin, pathname } = new URL(url);
  const server = `${origin}${pathname}`.replace(/\/$/, "");
  return [...lines, `replayed: ${server} rejected ${refused} of ${replayed.length} requests`].join("\n");
}
