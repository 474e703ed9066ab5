// Entry point: reads the settings, starts a server, and stops it on signals. Exit codes: 0 stopped, 2 could
// not start.
import { hasDemoAccount } from "./accounts/accounts.ts";
import { announce } from "./system/announce.ts";
import { createLog, type Log } from "./system/log.ts";
import { newAccount } from "./accounts/new-account.ts";
import { readAccounts } from "./accounts/read-accounts.ts";
import { dataLocation } from "./store/open-store.ts";
import { describeSettings, readSettings } from "./settings/read-settings.ts";
import { SettingError } from "./settings/settings.ts";
import { type RunningServer, startServer } from "./start-server.ts";
import { stopWithNpm } from "./stop-with-npm.ts";
import { StoreOpenError } from "./store/store.ts";

const cannotStart = 2;

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    process.stdout.write(describeSettings());
    return;
  }
  if (args.includes("--new-account")) {
    printNewAccount();
    return;
  }
  const settings = readSettings(args, process.env);
  const credentials = readAccounts(settings);
  const log = createLog(settings);
  const server = await startServer({ settings, credentials, log });
  const demo = hasDemoAccount(credentials);
  const { url, app } = server;
  announce(
    { url, demo, data: dataLocation(settings), ui: settings.ui, metrics: app.metricsUrl() },
    log,
    process.stdout.isTTY,
  );
  stopOnSignal(server, log);
}

/**
 * Prints a new account: its entry on standard output, so that it can be redirected to a file; its secrets on
 * standard error.
 */
function printNewAccount(): void {
  const { credentials, entry } = newAccount();
  process.stderr.write(
    `keep these, they are not stored anywhere:\n${JSON.stringify(credentials, null, 2)}\n`,
  );
  process.stdout.write(`${JSON.stringify([entry], null, 2)}\n`);
}

/** Stops the server on SIGINT and SIGTERM. The first signal drains; a second one ends the process at once. */
function stopOnSignal(server: RunningServer, log: Log): void {
  let isStopping = false;
  const stop = (why: object): void => {
    isStopping = true;
    log.info(why, "stopping");
    void server.stop().then(
      () => log.info("stopped"),
      (error: unknown) => {
        log.error({ err: error }, "could not stop cleanly");
        process.exitCode = 1;
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      stop({ signal });
    });
  }
  stopWithNpm(process.env, () => {
    if (!isStopping) stop({ reason: "npm start was ended" });
  });
}

/**
 * A one-line message for errors that the user can fix; undefined for all others, which only a developer can.
 */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof SettingError || error instanceof StoreOpenError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const port = "port" in error ? `port ${String(error.port)}` : "the port";
  if (error.code === "EADDRINUSE") {
    return `${port} is in use by another process; give another with --port, or 0 for a free one`;
  }
  if (error.code === "EACCES") return `${port} is not allowed; give one above 1023 with --port`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return "this address is not one of this machine's; give another with --host";
  }
  return undefined;
}

try {
  await main();
} catch (error) {
  const reason = reasonOf(error);
  process.stderr.write(
    reason === undefined
      ? `${String(error instanceof Error ? error.stack : error)}\n`
      : `cannot start: ${reason}\n`,
  );
  process.exitCode = cannotStart;
}
