// Requests per second of `contract mock`, compared with a bare server that sends the same responses, and with
// Prism, which has no state.
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { notFetched } from "../installed-apart.ts";
import { foreignPackage } from "./foreign-packages.ts";
import { compare, withServers } from "./server-bench.ts";
import { withData } from "./with-data.ts";

/** Targets are printed for people; a missed one fails nothing. */
const inMemory = { fetch: 0.6, list: 0.6, create: 0.6, megabytes: 150 };

export const mockBench: Bench = {
  name: "mock",
  run: () =>
    withData(({ folder }) => {
      const prism = foreignPackage("@stoplight/prism-cli");
      if (prism === undefined) process.stderr.write(`prism: ${notFetched}\n`);
      const contenders = [
        { name: "bare node:http, no validation", file: "bare-server.ts", args: [] },
        { name: "contract mock, in memory", file: "mock-server.ts", args: [], reach: inMemory },
        { name: "contract mock --data", file: "mock-server.ts", args: [join(folder, "mock.db")] },
        ...(prism === undefined ? [] : [{ name: "Prism", file: "prism-server.ts", args: [prism] }]),
      ];
      return withServers(contenders, 1, (servers, [loader]) => compare(servers, loader!));
    }),
};
