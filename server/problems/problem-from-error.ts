// Turns whatever was thrown into the refusal that is answered, and logs what is the server's own fault.
import type { Log } from "../system/log.ts";
import { Refusal } from "./refusal.ts";
import { StoreUnavailableError } from "../store/store.ts";

/** @param exchange what the log says of the request */
export function refusalOf(error: unknown, log: Log, exchange: Readonly<Record<string, string>>): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreUnavailableError) {
    log.warn({ ...exchange, reason: error.message }, "the store cannot be reached");
    return new Refusal("unavailable", { cause: error });
  }
  log.error({ ...exchange, err: error }, "a request failed");
  return new Refusal("internal", { cause: error });
}
