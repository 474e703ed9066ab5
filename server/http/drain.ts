// Stops the server: requests in progress are finished, new ones are rejected, and after a time limit all
// connections are closed.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Lifecycle } from "../services.ts";
import type { Settings } from "../settings/settings.ts";

/**
 * Stops the server; resolves when every connection is closed. For `graceMilliseconds` new requests are still
 * read and rejected with 503, because a request just sent on a connection that is being closed would be lost
 * without a response.
 */
export async function drain(
  app: FastifyInstance,
  settings: Pick<Settings, "graceMilliseconds" | "drainSeconds">,
  lifecycle: Lifecycle,
): Promise<void> {
  lifecycle.draining = true;
  await sleep(app.server.listening ? settings.graceMilliseconds : 0);
  const overdue = setTimeout(() => app.server.closeAllConnections(), settings.drainSeconds * 1000);
  await app.close();
  clearTimeout(overdue);
}
