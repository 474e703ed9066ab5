// `npm run bench`: speed and memory as ratios, with all contenders measured in one run. Nothing is asserted;
// targets are printed for people.
import { clientBench } from "./client-bench.ts";
import { diffBench } from "./diff-corpus.ts";
import { versionsBench } from "./diff-versions.ts";
import { manyPoolsBench } from "./many-pools.ts";
import { mockBench } from "./mock-bench.ts";
import { sdkBench } from "./sdk-bench.ts";
import { sizeBench } from "./size-bench.ts";
import { serverBench } from "./server-bench.ts";
import { postgresBench } from "./server-postgres.ts";
import { soakBench } from "./soak-bench.ts";
import { startBench } from "./start-bench.ts";
import { streamBench } from "./stream-bench.ts";
import { storesBench } from "./stores-bench.ts";
import { printTable, type Table } from "./table.ts";
import { toolBench } from "./tool-bench.ts";

/** One comparison. It ends by itself within one or two minutes. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Table[]>;
}

const benches: readonly Bench[] = [
  startBench,
  serverBench,
  postgresBench,
  storesBench,
  manyPoolsBench,
  mockBench,
  soakBench,
  clientBench,
  sizeBench,
  streamBench,
  diffBench,
  versionsBench,
  sdkBench,
  toolBench,
];

const wanted = process.argv.slice(2);
for (const { name, run } of benches.filter((bench) => wanted.length === 0 || wanted.includes(bench.name))) {
  process.stderr.write(`${name} …\n`);
  for (const table of await run()) process.stdout.write(printTable(table));
}
