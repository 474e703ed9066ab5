// Rounds of writing and killing, shared by the tests of all stores.
import { setTimeout as delay } from "node:timers/promises";
import type { Test } from "tap";
import { PersistentClient } from "./persistent-client.ts";
import { Random, crashSeed } from "./random.ts";
import type { ServerProcess } from "./server-process.ts";
import { differences } from "./verify.ts";
import { Writer } from "./writer.ts";

/** Number of rounds per test: a few for every change, a hundred before a release. */
export const crashRounds = process.env["CHECK_LONG"] === "1" ? 100 : 4;

const writerCount = 8;
/**
 * Milliseconds before a kill: long enough for some writes after a start, short enough to hit the start itself
 * occasionally.
 */
const longestRound = 800;

/** A process that is killed; it runs before, and again after. */
export type Crash = (random: Random) => Promise<void>;

/** Runs writers while processes are killed, then checks that every acknowledged write exists exactly once. */
export async function survive(t: Test, servers: readonly ServerProcess[], crash: Crash): Promise<void> {
  t.comment(`CRASH_SEED=${crashSeed}`);
  const random = new Random(crashSeed);
  const writers = Array.from({ length: writerCount }, (_, index) => {
    const client = new PersistentClient(servers, index);
    return new Writer(`writer-${index}`, client, new Random(crashSeed + 1 + index));
  });
  let isWriting = true;
  const writing = Promise.all(
    writers.map(async (writer) => {
      while (isWriting) await writer.turn();
    }),
  );
  const crashing = (async () => {
    for (let round = 0; round < crashRounds; round++) {
      await delay(random.below(longestRound));
      await crash(random);
    }
    isWriting = false;
  })();
  await Promise.all([writing, crashing]);
  const client = new PersistentClient(servers);
  t.same(
    await differences(
      client,
      writers.flatMap(({ pools }) => pools),
    ),
    [],
  );
  for (const server of servers) t.same(server.failures, []);
  const writes = writers.reduce((sum, writer) => sum + writer.writes, 0);
  t.ok(writes >= crashRounds, `${writes} writes over ${crashRounds} crashes`);
}
