// Since when each break of a journey stands: which step brought it for good, and whether that step showed it.
import type { Finding } from "../comparison.ts";
import { type CellFinding, Matrix, type MatrixCell, type MatrixOptions } from "../versions/matrix.ts";
import { silentBreaks } from "../versions/silent-breaks.ts";
import type { Step, Steps } from "./read-steps.ts";

/** A break of the whole journey. */
export interface StandingBreak {
  readonly finding: Finding;
  /** The step after which it stood until the end. */
  readonly since: Step;
  /** Whether no step by itself shows anything at its location. */
  readonly isSilent: boolean;
}

/** A step, what it breaks for those just before it, and what is broken by then for those of the beginning. */
export interface JudgedStep {
  readonly step: Step;
  readonly alone: MatrixCell;
  readonly journey: MatrixCell;
}

export interface History {
  readonly steps: readonly JudgedStep[];
  /** Oldest first. */
  readonly standing: readonly StandingBreak[];
  /** What could not be decided of the whole journey. */
  readonly undecided: readonly CellFinding[];
}

export function historyOf({ first, steps }: Steps, options: MatrixOptions = {}): History {
  const matrix = new Matrix([first, ...steps.map(({ document }) => document)], options);
  const judged = steps.map((step, at) => ({
    step,
    alone: matrix.cell(at, at + 1),
    journey: matrix.cell(0, at + 1),
  }));
  const keys = judged.map(({ journey }) => new Set(journey.breaks.map(keyOf)));
  const silent = new Set(
    silentBreaks(matrix)
      .filter(({ client }) => client === 0)
      .map(({ finding }) => finding().fingerprint),
  );
  const last = judged.at(-1);
  const standing = (last?.journey.breaks ?? []).map((one) => {
    let since = judged.length - 1;
    while (since > 0 && keys[since - 1]!.has(keyOf(one))) since--;
    const finding = one.finding();
    return {
      since,
      standing: { finding, since: judged[since]!.step, isSilent: silent.has(finding.fingerprint) },
    };
  });
  return {
    steps: judged,
    standing: standing.sort((a, b) => a.since - b.since).map((one) => one.standing),
    undecided: last?.journey.undecided ?? [],
  };
}

/** What fingerprints are made of. */
function keyOf({ operation, side, place, rule }: CellFinding): string {
  return JSON.stringify([operation, side, place, rule]);
}

/** `def5678, 2026-02-03`. */
export function stepText({ commit, date, subject }: Step): string {
  return commit === "" ? subject : `${commit}, ${date}`;
}
