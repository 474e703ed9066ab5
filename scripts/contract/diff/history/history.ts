// Finds when each break between two revisions was introduced: the step after which it persists, and whether
// that step shows it.
import type { Finding } from "../comparison.ts";
import { type CellFinding, Matrix, type MatrixCell, type MatrixOptions } from "../versions/matrix.ts";
import { silentBreaks } from "../versions/silent-breaks.ts";
import type { Step, Steps } from "./read-steps.ts";

/** A break between the first and the last revision. */
export interface StandingBreak {
  readonly finding: Finding;
  /** The step after which it persists to the end. */
  readonly since: Step;
  /** True if no single step shows anything at its location. */
  readonly isSilent: boolean;
}

/** A step, its breaks for clients of the previous step, and those for clients of the first revision. */
export interface JudgedStep {
  readonly step: Step;
  readonly alone: MatrixCell;
  readonly journey: MatrixCell;
}

/** The compared steps, the breaks that remain in head, and the undecided findings. */
export interface History {
  readonly steps: readonly JudgedStep[];
  /** Oldest first. */
  readonly standing: readonly StandingBreak[];
  /** Undecided findings between the first and the last revision. */
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

/** The input of fingerprints. */
function keyOf({ operation, side, place, rule }: CellFinding): string {
  return JSON.stringify([operation, side, place, rule]);
}

/** Returns `def5678, 2026-02-03`. */
export function stepText({ commit, date, subject }: Step): string {
  return commit === "" ? subject : `${commit}, ${date}`;
}
