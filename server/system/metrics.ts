// Counts and durations of responses, in Prometheus's text format.
// https://prometheus.io/docs/instrumenting/exposition_formats/

/** Upper bounds of the duration buckets, in seconds. */
const bucketEnds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics of one operation. */
interface Series {
  readonly statuses: Map<number, number>;
  readonly buckets: number[];
  seconds: number;
  count: number;
}

/** Collects the metrics of this process's responses. */
export class Metrics {
  readonly #series = new Map<string, Series>();

  /**
   * Records one response.
   *
   * @param operation  an operationId of the contract
   */
  observe(operation: string, status: number, milliseconds: number): void {
    const series = this.#of(operation);
    const seconds = milliseconds / 1000;
    series.statuses.set(status, (series.statuses.get(status) ?? 0) + 1);
    series.seconds += seconds;
    series.count++;
    let bucket = 0;
    while (bucket < bucketEnds.length && seconds > bucketEnds[bucket]!) bucket++;
    series.buckets[bucket]!++;
  }

  /** Returns all metrics, those of the process included, as text. */
  render(): string {
    const { rss, heapUsed } = process.memoryUsage();
    return [
      "# TYPE http_requests_total counter",
      ...this.#lines(([operation, { statuses }]) =>
        [...statuses].map(
          ([status, count]) => `http_requests_total{operation="${operation}",status="${status}"} ${count}`,
        ),
      ),
      "# TYPE http_request_duration_seconds histogram",
      ...this.#lines(([operation, series]) => histogram(operation, series)),
      "# TYPE process_resident_memory_bytes gauge",
      `process_resident_memory_bytes ${rss}`,
      "# TYPE nodejs_heap_used_bytes gauge",
      `nodejs_heap_used_bytes ${heapUsed}`,
      "# TYPE process_uptime_seconds gauge",
      `process_uptime_seconds ${process.uptime()}`,
      "",
    ].join("\n");
  }

  #lines(render: (entry: [string, Series]) => string[]): string[] {
    return [...this.#series].flatMap(render);
  }

  #of(operation: string): Series {
    const known = this.#series.get(operation);
    if (known !== undefined) return known;
    const buckets = Array.from({ length: bucketEnds.length + 1 }, () => 0);
    const series: Series = { statuses: new Map(), buckets, seconds: 0, count: 0 };
    this.#series.set(operation, series);
    return series;
  }
}

function histogram(operation: string, { buckets, seconds, count }: Series): string[] {
  const name = "http_request_duration_seconds";
  let upTo = 0;
  const lines = bucketEnds.map((end, index) => {
    upTo += buckets[index] ?? 0;
    return `${name}_bucket{operation="${operation}",le="${end}"} ${upTo}`;
  });
  return [
    ...lines,
    `${name}_bucket{operation="${operation}",le="+Inf"} ${count}`,
    `${name}_sum{operation="${operation}"} ${seconds}`,
    `${name}_count{operation="${operation}"} ${count}`,
  ];
}
