// Delivers messages over HTTP, signed as in Standard Webhooks, and retries failed deliveries.
import { signatureOf } from "./signature.ts";

/** A message and its receiver. */
export interface OutgoingMessage {
  /** The `webhook-id` field that the receiver gets: the same for every attempt. */
  readonly id: string;
  readonly method: string;
  readonly receiver: URL;
  /** Media type of the body; undefined without one. */
  readonly type: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Signing secrets (`whsec_…`), several during a rotation: the message has a signature of each. */
  readonly secrets: readonly string[];
}

/** One attempt of a delivery: has either a status or a problem. */
export interface Attempt {
  readonly at: string;
  /** Status of the receiver's response. */
  readonly status?: number;
  /** Why there was no response. */
  readonly problem?: string;
}

/** Rules for retries of a delivery. */
export interface RetryRules {
  /** Maximum number of attempts, including the first. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; the delay doubles for each further attempt, up to an hour. */
  readonly backoff: number;
}

/** `pending` while another attempt follows. */
export type DeliveryState = "pending" | "delivered" | "failed";

/** Called after each attempt. */
export type AfterAttempt = (attempt: Attempt, state: DeliveryState) => void;

const longestWait = 15_000;
const longestBackoff = 3_600_000;

/** Deliveries in progress, in memory: those that are pending end with the process. */
export class DeliveryQueue {
  rules: RetryRules = { attempts: 5, backoff: 1_000 };
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #aborts = new Set<AbortController>();
  #pending = 0;
  #isClosed = false;

  /** The number of deliveries that are neither delivered nor failed. */
  get pending(): number {
    return this.#pending;
  }

  /** Queues a message; it is sent after the current turn of the event loop. */
  send(message: OutgoingMessage, after: AfterAttempt): void {
    this.#pending += 1;
    this.#later(0, () => void this.#attempt(message, after, 1));
  }

  /** Stops all deliveries. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    for (const abort of this.#aborts) abort.abort();
  }

  /** @param count  the number of this attempt, from 1 */
  async #attempt(message: OutgoingMessage, after: AfterAttempt, count: number): Promise<void> {
    const attempt = await this.#post(message);
    if (this.#isClosed) return;
    const { status = 0 } = attempt;
    const { attempts, backoff } = this.rules;
    const isDelivered = status >= 200 && status < 300;
    // A receiver that responds with 410 wants no more deliveries (Standard Webhooks).
    const state = isDelivered ? "delivered" : status === 410 || count >= attempts ? "failed" : "pending";
    if (state === "pending") {
      const wait = Math.min(backoff * 2 ** (count - 1), longestBackoff);
      this.#later(wait, () => void this.#attempt(message, after, count + 1));
    } else this.#pending -= 1;
    after(attempt, state);
  }

  async #post({ id, method, receiver, type, headers, body, secrets }: OutgoingMessage): Promise<Attempt> {
    const moment = new Date();
    const at = moment.toISOString();
    const seconds = Math.floor(moment.getTime() / 1000);
    const abort = new AbortController();
    this.#aborts.add(abort);
    const timer = setTimeout(() => abort.abort(new Error("no response came")), longestWait);
    try {
      const hasBody = type !== undefined && method !== "GET" && method !== "HEAD";
      const signatures = secrets.map((secret) => signatureOf(secret, { id, at: seconds, body }));
      const response = await fetch(receiver, {
        method,
        headers: {
          ...headers,
          ...(type !== undefined && { "Content-Type": type }),
          "webhook-id": id,
          "webhook-timestamp": String(seconds),
          "webhook-signature": signatures.join(" "),
        },
        ...(hasBody && { body }),
        // A receiver that is accepted could redirect to a host that is not.
        redirect: "manual",
        signal: abort.signal,
      });
      await response.body?.cancel();
      return { at, status: response.status };
    } catch (error) {
      const { cause = error } = error as { readonly cause?: unknown };
      return { at, problem: cause instanceof Error ? cause.message : String(cause) };
    } finally {
      clearTimeout(timer);
      this.#aborts.delete(abort);
    }
  }

  #later(milliseconds: number, action: () => void): void {
    if (this.#isClosed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, milliseconds);
    this.#timers.add(timer);
  }
}
