// Storage for a benchmark: a folder, and a PostgreSQL on request. Both are removed at its end.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres, type TestPostgres } from "../../../test/support/postgres.ts";

export interface BenchData {
  readonly folder: string;
  /** Starts a PostgreSQL in which an acknowledged write waits for the disk, as with the embedded store. */
  readonly postgres: () => Promise<TestPostgres>;
}

/** Runs a benchmark with storage for its data. */
export async function withData<Result>(work: (data: BenchData) => Promise<Result>): Promise<Result> {
  const endings: (() => Promise<void>)[] = [];
  const folder = mkdtempSync(join(tmpdir(), "sender-pools-bench-"));
  const end = { teardown: (ending: () => Promise<void>) => endings.push(ending) };
  try {
    return await work({ folder, postgres: () => startPostgres(end, { fsync: "on" }) });
  } finally {
    for (const ending of endings) await ending();
    rmSync(folder, { recursive: true, force: true });
  }
}
