// The matrix as formats print it: the versions, every cell, and the result of the command.
import type { Finding } from "../comparison.ts";
import { counted } from "../review.ts";
import { Matrix, type MatrixCell, type MatrixOptions } from "./matrix.ts";
import type { PlayedCells } from "./played.ts";
import type { ReadVersion } from "./read-supported.ts";
import { type SilentBreak, silentBreaks } from "./silent-breaks.ts";
import { hasEnded, type SupportedVersion } from "./supported-version.ts";

/** A version in the report. */
export interface ReportedVersion extends SupportedVersion {
  /** True if its support has ended, so that breaks of its clients do not fail the command. */
  readonly isEnded: boolean;
}

/** Everything that the formats of the matrix print. */
export interface MatrixReport {
  readonly versions: readonly ReportedVersion[];
  /** Indexed by client, then by server. */
  readonly cells: readonly (readonly MatrixCell[])[];
  /** Breaks that no step between consecutive versions shows. */
  readonly silent: readonly SilentBreak[];
  /** True if the newest version's server breaks no supported client. */
  readonly clean: boolean;
  /** What happened when the exchanges were played; undefined if they were not. */
  readonly played?: PlayedCells | undefined;
}

/** Decides all cells. Versions must be sorted oldest first. */
export function matrixReport(
  versions: readonly ReadVersion[],
  options: MatrixOptions & { readonly today: Date; readonly strict: boolean },
): MatrixReport {
  const { today, strict, ...comparing } = options;
  const matrix = new Matrix(
    versions.map(({ document }) => document),
    comparing,
  );
  const indices = [...versions.keys()];
  const cells = indices.map((client) => indices.map((server) => matrix.cell(client, server)));
  const reported = versions.map(({ name, source, until }) => ({
    name,
    source,
    until,
    isEnded: hasEnded({ until }, today),
  }));
  const clean = cells.every((row, client) => {
    const cell = row.at(-1);
    if (cell === undefined || reported[client]?.isEnded === true) return true;
    return cell.breaks.length === 0 && !(strict && cell.undecided.length > 0);
  });
  return { versions: reported, cells, silent: silentBreaks(matrix), clean };
}

/** Returns the verdict of a cell. */
export function verdictOf({ client, server, breaks, undecided }: MatrixCell) {
  if (client === server) return "same";
  if (breaks.length > 0) return "breaking";
  return undecided.length > 0 ? "undecided" : "compatible";
}

/** An exchange that may occur in several cells and is shown once. */
export interface ShownBreak {
  readonly finding: Finding;
  readonly cells: readonly MatrixCell[];
}

/** Returns the smallest exchanges of all cells, each once, in the order of their first cell. */
export function shownBreaks({ cells }: Pick<MatrixReport, "cells">): ShownBreak[] {
  const shown = new Map<string, { finding: Finding; cells: MatrixCell[] }>();
  for (const cell of cells.flat()) {
    const { smallest } = cell;
    if (smallest === undefined) continue;
    const { fingerprint, verdict, action, detail, witness } = smallest;
    const key = JSON.stringify([fingerprint, verdict, action, detail, witness?.exchange]);
    const known = shown.get(key);
    if (known === undefined) shown.set(key, { finding: smallest, cells: [cell] });
    else known.cells.push(cell);
  }
  return [...shown.values()];
}

/** Returns the verdict in one sentence. */
export function matrixHeadline({ versions, cells, silent }: MatrixReport): string {
  const newest = versions.at(-1)?.name ?? "";
  const broken = versions.filter(
    ({ isEnded }, client) => !isEnded && (cells[client]?.at(-1)?.breaks.length ?? 0) > 0,
  );
  const doubtful = versions.filter(
    ({ isEnded }, client) => !isEnded && cells[client]?.at(-1)?.undecided.length !== 0,
  );
  const first =
    broken.length > 0
      ? `${newest} breaks clients of ${broken.map(({ name }) => name).join(", ")}`
      : doubtful.length > 0
        ? `${newest} could not be shown to be compatible with ${doubtful.map(({ name }) => name).join(", ")}`
        : `${newest} breaks no client of a supported version`;
  const hidden = silent.length === 0 ? "" : `; ${counted(silent.length, "break")} that no single step shows`;
  return first + hidden;
}
