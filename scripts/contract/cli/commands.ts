// The subcommands of `contract`. Each is loaded on demand, so that none pays for the imports of another.
import { diffCommands } from "../diff/diff-commands.ts";
import type { Command } from "./command.ts";

/** Name → loader of the command, in the order of the help text. */
export const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["generate", async () => (await import("../generate/generate-command.ts")).generateCommand],
  ["lint", async () => (await import("../lint/lint-command.ts")).lintCommand],
  ["sdk", async () => (await import("../sdk/sdk-command.ts")).sdkCommand],
  ["server", async () => (await import("../server/server-command.ts")).serverCommand],
  ...diffCommands,
  ["mock", async () => (await import("../mock/mock-command.ts")).mockCommand],
  ["proxy", async () => (await import("../proxy/proxy-command.ts")).proxyCommand],
  ["verify", async () => (await import("../verify/verify-command.ts")).verifyCommand],
  ["verify accept", async () => (await import("../verify/accept-command.ts")).verifyAcceptCommand],
  ["init", async () => (await import("../init/init-command.ts")).initCommand],
  ["completion", async () => (await import("./completion/completion-command.ts")).completionCommand],
  ["config", async () => (await import("../config/config-command.ts")).configCommand],
]);
