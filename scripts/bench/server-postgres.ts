// The server on PostgreSQL: beside a bare server and the embedded store, and two of it over one database. The database takes its time
// from the same two cores, so what a second process adds here is less than it adds on a machine of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../test/support/postgres.ts";
import type { Bench } from "./bench.ts";
import { compare, measure, type Running, scenarios, withServers } from "./server-bench.ts";
import { median } from "./statistics.ts";
import type { Table } from "./table.ts";
import type { ChildProcess } from "node:child_process";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 5);
const millisecondsOfRound = Number(process.env["BENCH_MS"] ?? 1000);

/** Creates a second that two servers acknowledge together, as a ratio to what one of them does alone. */
async function together(servers: readonly Running[], loaders: readonly ChildProcess[]): Promise<Table> {
  const create = scenarios.create();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const alone = await measure(loaders[0]!, servers[0]!, create, millisecondsOfRound);
    const both = await Promise.all(
      servers.map((server, index) => measure(loaders[index]!, server, create, millisecondsOfRound)),
    );
    ratios.push(both.reduce((sum, { perSecond }) => sum + perSecond, 0) / alone.perSecond);
  }
  return {
    title: "creates that two servers over one PostgreSQL acknowledge, as a ratio to one",
    columns: ["servers", "create"],
    rows: [["two", median(ratios).toFixed(2)]],
  };
}

export const postgresBench: Bench = {
  name: "postgres",
  run: async () => {
    const endings: (() => Promise<void>)[] = [];
    const folder = mkdtempSync(join(tmpdir(), "sender-pools-bench-"));
    try {
      // An acknowledged write waits for the disk here, as it does with the embedded store.
      const postgres = await startPostgres({ teardown: (end) => endings.push(end) }, { fsync: "on" });
      const url = await postgres.createDatabase();
      const file = "reference-server.ts";
      const onPostgres = { name: "reference server, PostgreSQL", file, args: ["--database-url", url] };
      const contenders = [
        { name: "bare node:http, no validation", file: "bare-server.ts", args: [] },
        { name: "reference server, embedded store", file, args: ["--data", join(folder, "plain.db")] },
        onPostgres,
      ];
      const alone = await withServers(contenders, 1, (servers, [loader]) => compare(servers, loader!));
      return [...alone, await withServers([onPostgres, onPostgres], 2, together)];
    } finally {
      for (const end of endings) await end();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
