// Delivers callbacks and webhooks, retries failed deliveries and keeps a log of them.
import { randomBytes } from "node:crypto";
import { HttpError } from "../../runtime/boundary/problem.ts";
import {
  type Attempt,
  DeliveryQueue,
  type DeliveryState,
  type RetryRules,
} from "../../runtime/deliveries/delivery-queue.ts";
import type { Message } from "./outgoing.ts";
import { receiverOf } from "./receivers.ts";

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
  state: DeliveryState | "refused";
  readonly attempts: Attempt[];
}

/** Options of deliveries. */
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

const mostKept = 1_000;
const mostPending = 1_000;

/** Queue and log of the deliveries of all tenants. */
export class Deliveries {
  readonly #options: DeliveryOptions;
  readonly #queue = new DeliveryQueue();
  readonly #kept = new Map<string, Delivery>();
  readonly #intervals = new Set<NodeJS.Timeout>();

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  get rules(): RetryRules {
    return this.#queue.rules;
  }

  set rules(rules: RetryRules) {
    this.#queue.rules = rules;
  }

  /**
   * Queues a message; it is sent after the current turn of the event loop. Throws an HttpError (503) while
   * too many deliveries are pending.
   */
  send(order: Order): Delivery {
    const { tenant, name, operationId, method, url, message } = order;
    if (this.#queue.pending >= mostPending) throw new HttpError(503, "Too many deliveries are in progress.");
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
      const { secret, onAttempt } = this.#options;
      const { id } = delivery;
      this.#queue.send({ id, method, receiver, ...message, secrets: [secret] }, (attempt, state) => {
        delivery.attempts.push(attempt);
        delivery.state = state;
        onAttempt?.(delivery);
      });
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
    this.#intervals.add(timer);
    return () => {
      clearInterval(timer);
      this.#intervals.delete(timer);
    };
  }

  /** Stops all deliveries and intervals. */
  close(): void {
    this.#queue.close();
    for (const timer of this.#intervals) clearInterval(timer);
  }

  #keep(delivery: Delivery): void {
    this.#kept.set(delivery.id, delivery);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }
}

/** Maximum length in bytes of a body in the log. */
const longestText = 65_536;
