// Delivers callbacks and webhooks, retries failed deliveries and keeps a log of them.
import { randomBytes } from "node:crypto";
import { HttpError } from "../../runtime/boundary/problem.ts";
import type { Message } from "./outgoing.ts";
import { receiverOf } from "./receivers.ts";
import { signatureOf } from "./signature.ts";

/** One message and its delivery attempts. */
export interface Delivery {
  /** The `webhook-id` field that the receiver gets: the same for every attempt. */
  readonly id: string;
  readonly tenant: string;
  /** Name of the webhook or callback. */
  readonly name: string;
  /** The operation that declares the callback; undefined for a webhook. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly url: string;
  /** Time of the first attempt (RFC 3339). */
  readonly at: string;
  readonly body: string;
  state: "pending" | "delivered" | "failed" | "refused";
  readonly attempts: Attempt[];
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
  /** Milliseconds before the second attempt; the delay doubles for each further attempt. */
  readonly backoff: number;
}

export interface DeliveryOptions {
  /** Hosts other than this machine to which messages may be sent. */
  readonly allowed: readonly string[];
  /** Signing secret: `whsec_…` */
  readonly secret: string;
  /** Called after each attempt, and for each rejected delivery. */
  readonly onAttempt?: ((delivery: Delivery) => void) | undefined;
}

/** A message to deliver, and its receiver. */
export interface Order extends Pick<Delivery, "tenant" | "name" | "operationId" | "method" | "url"> {
  readonly message: Message;
}

const longestWait = 15_000;
const longestBackoff = 3_600_000;
const mostKept = 1_000;
const mostPending = 1_000;

/** Queue and log of the deliveries of all tenants. */
export class Deliveries {
  rules: RetryRules = { attempts: 5, backoff: 1_000 };
  readonly #options: DeliveryOptions;
  readonly #kept = new Map<string, Delivery>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #aborts = new Set<AbortController>();
  #pending = 0;
  #isClosed = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /**
   * Queues a message; it is sent after the current turn of the event loop. Throws an HttpError (503) while
   * too many deliveries are pending.
   */
  send(order: Order): Delivery {
    const { tenant, name, operationId, method, url, message } = order;
    if (this.#pending >= mostPending) throw new HttpError(503, "Too many deliveries are in progress.");
    const delivery: Delivery = {
      id: `msg_${randomBytes(12).toString("hex")}`,
      tenant,
      name,
      operationId,
      method,
      url,
      at: new Date().toISOString(),
      body: Buffer.from(message.body).toString("utf8", 0, longestText),
      state: "pending",
      attempts: [],
    };
    this.#keep(delivery);
    const receiver = receiverOf(url, this.#options.allowed);
    if (receiver instanceof URL) {
      this.#pending++;
      this.#later(0, () => void this.#attempt(delivery, receiver, message));
    } else {
      delivery.state = "refused";
      delivery.attempts.push({ at: delivery.at, problem: receiver.refused });
      this.#options.onAttempt?.(delivery);
    }
    return delivery;
  }

  /** Returns the deliveries of a tenant, oldest first. */
  list(tenant: string): readonly Delivery[] {
    return [...this.#kept.values()].filter((delivery) => delivery.tenant === tenant);
  }

  /**
   * Returns whether a `webhook-id` is of a delivery of this mock. Such a request triggers no further
   * callbacks.
   */
  isOwn(id: string): boolean {
    return this.#kept.has(id);
  }

  /** Removes the finished deliveries of a tenant from the log. */
  clear(tenant: string): void {
    for (const [id, { tenant: owner, state }] of this.#kept)
      if (owner === tenant && state !== "pending") this.#kept.delete(id);
  }

  /** Calls a function at an interval; returns a function that stops it. */
  repeat(milliseconds: number, action: () => void): () => void {
    const timer = setInterval(action, milliseconds);
    this.#timers.add(timer);
    return () => this.#forget(timer);
  }

  /** Stops all deliveries. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) this.#forget(timer);
    for (const abort of this.#aborts) abort.abort();
  }

  async #attempt(delivery: Delivery, receiver: URL, message: Message): Promise<void> {
    const attempt = await this.#post(delivery, receiver, message);
    if (this.#isClosed) return;
    delivery.attempts.push(attempt);
    const { status = 0 } = attempt;
    const { attempts, backoff } = this.rules;
    if (status >= 200 && status < 300) delivery.state = "delivered";
    // A receiver that responds with 410 wants no more deliveries (Standard Webhooks).
    else if (status === 410 || delivery.attempts.length >= attempts) delivery.state = "failed";
    this.#options.onAttempt?.(delivery);
    if (delivery.state !== "pending") {
      this.#pending--;
      return;
    }
    const wait = Math.min(backoff * 2 ** (delivery.attempts.length - 1), longestBackoff);
    this.#later(wait, () => void this.#attempt(delivery, receiver, message));
  }

  async #post({ id, method }: Delivery, receiver: URL, message: Message): Promise<Attempt> {
    const moment = new Date();
    const at = moment.toISOString();
    const seconds = Math.floor(moment.getTime() / 1000);
    const abort = new AbortController();
    this.#aborts.add(abort);
    const timer = setTimeout(() => abort.abort(new Error("no response came")), longestWait);
    try {
      const hasBody = message.type !== undefined && method !== "GET" && method !== "HEAD";
      const response = await fetch(receiver, {
        method,
        headers: {
          ...message.headers,
          ...(message.type !== undefined && { "Content-Type": message.type }),
          "webhook-id": id,
          "webhook-timestamp": String(seconds),
          "webhook-signature": signatureOf(this.#options.secret, { id, at: seconds, body: message.body }),
        },
        ...(hasBody && { body: message.body }),
        // An allowed receiver could redirect to a host that is not allowed.
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

  #forget(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.#timers.delete(timer);
  }

  #keep(delivery: Delivery): void {
    this.#kept.set(delivery.id, delivery);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Maximum length in bytes of a body in the log. */
const longestText = 65_536;
