// Starts and stops a complete server in this process: store, operations worker and app.
import type { Credential } from "./accounts/accounts.ts";
import { type App, createApp } from "./http/app.ts";
import { putDataSet } from "./control/data-set.ts";
import { handlers } from "./handlers/handlers.ts";
import { createRepresentations } from "./handlers/representations.ts";
import type { Log } from "./system/log.ts";
import { openStore } from "./store/open-store.ts";
import { OperationsWorker } from "./operations-worker.ts";
import type { Settings } from "./settings/settings.ts";
import type { Store } from "./store/store.ts";

/** Parameters of `startServer`. */
export interface ServerParts {
  readonly settings: Settings;
  readonly credentials: readonly Credential[];
  readonly log: Log;
  /** As in `AppParts`. Default: true. */
  readonly direct?: boolean | undefined;
}

/** A server that listens. */
export interface RunningServer {
  /** The URL of its address, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly app: App;
  readonly store: Store;
  readonly worker: OperationsWorker;
  /** Drains, then closes the store. */
  stop(): Promise<void>;
}

/** Opens the store and listens. If listening fails, everything is closed again. */
export async function startServer({
  settings,
  credentials,
  log,
  direct,
}: ServerParts): Promise<RunningServer> {
  const store = await openStore(settings, createRepresentations(settings.validateResponses));
  const worker = new OperationsWorker({
    store,
    pace: settings.pace,
    leaseFor: settings.leaseSeconds * 1000,
    onError: (error) => log.error({ err: error }, "a step of an operation failed; it will be retried"),
  });
  const close = async (): Promise<void> => {
    await worker.stop();
    await store.close();
  };
  try {
    for (const accountId of new Set(credentials.map((credential) => credential.accountId))) {
      await putDataSet(store, accountId, { pools: settings.seedPools, senders: settings.seedSenders });
    }
    const app = await createApp({ settings, credentials, log, store, handlers, worker, direct });
    const url = await app.listen();
    const stop = async (): Promise<void> => {
      await app.drain();
      await close();
    };
    return { url, app, store, worker, stop };
  } catch (error) {
    await close();
    throw error;
  }
}
