// The subcommands of `contract`. Each is loaded on demand, so that none pays for the imports of another.
import type { Command } from "./command.ts";

/** Name → loader of the command, in the order of the help text. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["generate", async () => (await import("../generate/generate-command.ts")).generateCommand],
  ["lint", async () => (await import("../lint/lint-command.ts")).lintCommand],
  ["sdk", async () => (await import("../sdk/sdk-command.ts")).sdkCommand],
  ["server", async () => (await import("../server/server-command.ts")).serverCommand],
  ["diff", async () => (await import("../diff/diff-command.ts")).diffCommand],
  ["diff accept", async () => (await import("../diff/accept/accept-command.ts")).acceptCommand],
  ["diff changelog", async () => (await import("../diff/changelog/changelog-command.ts")).changelogCommand],
  ["diff history", async () => (await import("../diff/history/history-command.ts")).historyCommand],
  ["diff release", async () => (await import("../diff/release-command.ts")).releaseCommand],
  ["diff rules", async () => (await import("../diff/rules/rules-command.ts")).rulesCommand],
  ["diff driver", async () => (await import("../diff/driver/driver-command.ts")).driverCommand],
  ["mock", async () => (await import("../mock/mock-command.ts")).mockCommand],
  ["proxy", async () => (await import("../proxy/proxy-command.ts")).proxyCommand],
  ["verify", async () => (await import("../verify/verify-command.ts")).verifyCommand],
  ["verify accept", async () => (await import("../verify/accept-command.ts")).verifyAcceptCommand],
  ["init", async () => (await import("../init/init-command.ts")).initCommand],
  ["completion", async () => (await import("./completion/completion-command.ts")).completionCommand],
  ["config", async () => (await import("../config/config-command.ts")).configCommand],
]);
