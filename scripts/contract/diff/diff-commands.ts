// `contract diff` and its subcommands. Each is loaded on demand.
import type { Command } from "../cli/command.ts";

/** Name → loader of the command, in the order of the help text. */
export const diffCommands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["diff", async () => (await import("./diff-command.ts")).diffCommand],
  ["diff accept", async () => (await import("./accept/accept-command.ts")).acceptCommand],
  ["diff changelog", async () => (await import("./changelog/changelog-command.ts")).changelogCommand],
  ["diff history", async () => (await import("./history/history-command.ts")).historyCommand],
  ["diff release", async () => (await import("./release-command.ts")).releaseCommand],
  ["diff rules", async () => (await import("./rules/rules-command.ts")).rulesCommand],
  ["diff driver", async () => (await import("./driver/driver-command.ts")).driverCommand],
]);
