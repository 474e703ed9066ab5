// What happened when the exchanges of a matrix were played: the client of the row against the server of the
// column.
import { printable } from "../../cli/printable.ts";
import type { MatrixCell } from "./matrix.ts";

/** The result for one cell. */
export interface Played {
  /**
   * - `rejected`: the server rejects the client's request; that of the client's own version accepts it.
   * - `raised`: the client raises an error for the server's response.
   * - `taken`: the client returns a response that its types do not allow.
   * - `unseen`: the exchange went well.
   * - `not-played`: it could not be tried.
   */
  readonly outcome: "rejected" | "raised" | "taken" | "unseen" | "not-played";
  /** What was observed, or why it was not played. */
  readonly detail: string;
}

/** The cells that were to be played, in their order. */
export type PlayedCells = ReadonlyMap<MatrixCell, Played>;

/** Plays the smallest exchange of each cell with a break. */
export type Play = (cells: readonly (readonly MatrixCell[])[]) => Promise<PlayedCells>;

/** Returns one sentence. */
export function playedHeadline(played: PlayedCells): string {
  const count = (...outcomes: readonly Played["outcome"][]) =>
    [...played.values()].filter(({ outcome }) => outcomes.includes(outcome)).length;
  const all = played.size - count("not-played");
  const parts = [
    `${count("rejected")} rejected by the server`,
    `${count("raised")} raised by the client`,
    `${count("taken")} accepted by the client against its types`,
    ...(count("unseen") > 0 ? [`${count("unseen")} without an effect`] : []),
  ];
  return `${all} of ${played.size} exchanges played: ${parts.join(", ")}`;
}

/** Returns a line for each cell: `v1.0 → v1.2  rejected  createPet: v1.2 rejects it with 400`. */
export function playedLines(played: PlayedCells, names: readonly string[]): string[] {
  return [...played].map(([{ client, server, smallest }, { outcome, detail }]) => {
    const way = `${names[client] ?? ""} → ${names[server] ?? ""}`;
    return printable(`${way}  ${outcome}  ${smallest?.operation ?? ""}: ${detail}`);
  });
}
