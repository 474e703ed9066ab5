// Prints the README's table that compares mocks: `node --import=tsx scripts/project/peers/mock-peers.ts`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { behaviours, type RunningPeer } from "./behaviours.ts";
import { type Peer, peers } from "./peers.ts";

const columns: (readonly string[])[] = [];
for (const peer of peers) columns.push(await column(peer));
const names = Object.keys(behaviours);
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
process.stdout.write(row(["", ...peers.map(({ name }) => name)]) + row(["---", ...peers.map(() => "---")]));
for (const [at, name] of names.entries())
  process.stdout.write(row([name, ...columns.map((cells) => cells[at] ?? "")]));

/** Tests one mock. Each behaviour is tested with a fresh mock, so that none depends on another. */
async function column({ start }: Peer): Promise<string[]> {
  const cells: string[] = [];
  for (const behaviour of Object.values(behaviours)) {
    const folder = mkdtempSync(join(tmpdir(), "mock-peers-"));
    const started: RunningPeer[] = [];
    try {
      const running = await start(folder);
      if (running === undefined) return Object.keys(behaviours).map(() => "not to be had");
      const watched = (one: RunningPeer): RunningPeer => {
        started.push(one);
        return { ...one, restart: () => one.restart().then(watched) };
      };
      cells.push((await behaviour(watched(running))) ? "yes" : "–");
    } catch {
      // On a busy machine, a mock may take more than the minute that it has.
      cells.push(started.length === 0 ? "did not start" : "–");
    } finally {
      for (const one of started) await one.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return cells;
}
