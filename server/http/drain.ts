// How the server stops: what was asked is answered, what is asked now is refused, and after a while it is over.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Lifecycle } from "../services.ts";
import type { Settings } from "../settings/settings.ts";

/**
 * Resolves when every connection is closed. For `graceMilliseconds` requests are still accepted and answered with a 503, because on
 * a connection that is closed a request that has just been sent would be lost without a word.
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
