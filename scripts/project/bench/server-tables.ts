// Tables of the server benchmark: ratios to the bare server, with targets.
import type { Sample } from "./sample.ts";
import { median, quantile } from "./statistics.ts";
import type { Table } from "./table.ts";

export type Scenario = "create" | "fetch" | "list";

/** A compared server. */
export interface Compared {
  readonly name: string;
  /** Targets: ratios to the bare server, and memory in megabytes. */
  readonly reach?: Readonly<Record<Scenario | "megabytes", number>> | undefined;
}

/**
 * All measurements of one server; rounds have the same order for each, so that they can be compared pairwise.
 */
export interface Measured extends Compared {
  readonly samples: Record<Scenario, Sample[]>;
  bytesReading: number;
  bytesAfterwards: number;
  /** Number of pools created during the benchmark; all of them are kept. */
  created: number;
}

const scenarios: readonly Scenario[] = ["create", "fetch", "list"];

/** Compares each server with the first one, round by round. */
export function ratioTable(measured: readonly Measured[]): Table {
  return {
    title:
      "responses as a ratio to the bare server: for the same processor time, (in brackets) for the same time, and what is to be reached",
    columns: ["server", ...scenarios.flatMap((scenario) => [scenario, "reach"]), "MB reading", "reach"],
    rows: measured.map(({ name, reach, samples, bytesReading }) => [
      name,
      ...scenarios.flatMap((scenario) => {
        const bare = measured[0]?.samples[scenario] ?? [];
        const ratio = (figure: (sample: Sample) => number): string =>
          median(samples[scenario].map((sample, at) => figure(sample) / figure(bare[at]!))).toFixed(2);
        const own = ratio(({ perProcessorSecond }) => perProcessorSecond);
        const shared = ratio(({ perSecond }) => perSecond);
        return [`${own} (${shared})`, reach === undefined ? "" : `≥ ${reach[scenario].toFixed(2)}`];
      }),
      megabytes(bytesReading),
      reach === undefined ? "" : `≤ ${reach.megabytes}`,
    ]),
    note: noise(measured),
  };
}

/** Formats absolute figures; they depend on the machine as much as on the servers. */
export function detailTable(measured: readonly Measured[]): Table {
  return {
    title: "responses a second · p99 in milliseconds; memory at the end, with all pools that were created",
    columns: ["server", ...scenarios, "pools", "MB"],
    rows: measured.map(({ name, samples, created, bytesAfterwards }) => [
      name,
      ...scenarios.map((scenario) => {
        const perSecond = median(samples[scenario].map((sample) => sample.perSecond));
        const p99 = median(samples[scenario].map((sample) => sample.p99));
        return `${perSecond.toFixed(0)} · ${p99.toFixed(1)}`;
      }),
      String(created),
      megabytes(bytesAfterwards),
    ]),
  };
}

/** Returns the spread of the figures of one server: smaller differences are not significant. */
function noise(measured: readonly Measured[]): string {
  const rounds = scenarios.map((scenario) => measured[0]?.samples[scenario] ?? []);
  const spread = (figure: (sample: Sample) => number): string => {
    const widest = Math.max(
      ...rounds.map((samples) => {
        const figures = samples.map(figure);
        return (quantile(figures, 0.75) - quantile(figures, 0.25)) / median(figures);
      }),
    );
    return `${(100 * widest).toFixed(0)} %`;
  };
  const waiting = median(
    measured
      .flatMap(({ samples }) => scenarios.flatMap((name) => samples[name]))
      .map((sample) => sample.waiting),
  );
  return [
    `noise: the middle half of the bare server's rounds spreads over ${spread(({ perProcessorSecond }) => perProcessorSecond)}`,
    `by processor time and ${spread(({ perSecond }) => perSecond)} by time; servers waited for their core`,
    `${(100 * waiting).toFixed(0)} % of a round. On a quiet machine: under 5 %, and 0 %.`,
  ].join(" ");
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
