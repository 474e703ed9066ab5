// Triggers deliveries: callbacks after their operations, webhooks on request or on a schedule.
import type { Operation } from "../../document/operations.ts";
import { HttpError, invalidRequest } from "../../runtime/boundary/problem.ts";
import { fieldText } from "../../runtime/boundary/message-head.ts";
import type { MockedContract, MockExchange } from "../mock.ts";
import type { WebhookOrder } from "../mock-api.d.ts";
import type { MockContract } from "../mock-contract.ts";
import { addressOf } from "./addressed.ts";
import type { Deliveries, Delivery } from "./deliveries.ts";
import { Outgoing } from "./outgoing.ts";
import { receiverOf } from "./receivers.ts";

interface Schedule {
  readonly name: string;
  readonly url: string;
  readonly every: number;
  readonly end: () => void;
}

const mostSchedules = 100;

/** Sends the webhooks and callbacks of a mock. */
export class Sender {
  readonly deliveries: Deliveries;
  readonly #allowed: readonly string[];
  #outgoing: ReadonlyMap<MockContract, Outgoing> = new Map();
  /** Last address of each webhook, keyed by tenant and name. */
  readonly #addresses = new Map<string, string>();
  readonly #schedules = new Map<string, Schedule>();

  /** @param allowed  hosts other than this machine to which messages may be sent */
  constructor(deliveries: Deliveries, allowed: readonly string[]) {
    this.deliveries = deliveries;
    this.#allowed = allowed;
  }

  /** Replaces the documents whose webhooks and callbacks are sent. */
  serve(contracts: readonly MockedContract[]): void {
    this.#outgoing = new Map(
      contracts.map(({ contract, answers }) => [contract, new Outgoing(contract, answers)]),
    );
  }

  /** Returns the names of the webhooks of all documents. */
  webhooks(): string[] {
    return [...this.#outgoing.values()].flatMap(({ webhooks }) => [...webhooks.keys()]);
  }

  /**
   * Sends the callbacks of an operation that succeeded.
   *
   * @param origin  the mock's own origin
   */
  ran({ target, tenant, sent, received, error, response }: MockExchange, origin: string): void {
    if (target === undefined || tenant === undefined || received === undefined || error !== undefined) return;
    if (response.status >= 400) return;
    const outgoing = this.#outgoing.get(target.contract);
    const callbacks = outgoing?.callbacksOf(target.operation);
    if (outgoing === undefined || callbacks === undefined) return;
    // A delivery that reached this mock as its receiver triggers no further callbacks.
    if (this.deliveries.isOwn(fieldText(sent.head.headers, "webhook-id") ?? "")) return;
    const { status, body } = response;
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    for (const callback of callbacks) {
      const url = addressOf(callback.path, {
        url: origin + sent.head.target,
        method: sent.method,
        status,
        request: {
          headers: sent.head.headers,
          query: received.query,
          path: received.path,
          body: received.body,
        },
        response: { headers, body },
      });
      if (url === undefined) continue;
      const message = outgoing.message(callback, { operation: target.operation, status, body });
      const { operationId } = target.operation;
      this.deliveries.send({
        tenant,
        name: callback.name,
        operationId,
        method: callback.method,
        url,
        message,
      });
    }
  }

  /**
   * Sends a webhook once, and repeatedly if `every` is given. Throws an HttpError: 404 for an unknown
   * webhook, 400 for an address that is not allowed.
   */
  webhook(tenant: string, name: string, { url: given, body, every }: WebhookOrder): readonly Delivery[] {
    const [outgoing, operation] = this.#webhook(name);
    const key = JSON.stringify([tenant, name]);
    const url = given ?? this.#addresses.get(key);
    const receiver =
      url === undefined ? { refused: "must be sent the first time" } : receiverOf(url, this.#allowed);
    if (url === undefined || "refused" in receiver)
      throw invalidRequest([
        { in: "body", pointer: "/url", detail: "refused" in receiver ? receiver.refused : "must be sent" },
      ]);
    this.#addresses.set(key, url);
    const send = (): Delivery => {
      const message = outgoing.message(operation, undefined, body);
      return this.deliveries.send({
        tenant,
        name,
        operationId: undefined,
        method: operation.method,
        url,
        message,
      });
    };
    if (every !== undefined) this.#schedule(key, { name, url, every }, send);
    return [send()];
  }

  /** Ends the schedule of a webhook; returns whether there was one. */
  endSchedule(tenant: string, name: string): boolean {
    const key = JSON.stringify([tenant, name]);
    this.#schedules.get(key)?.end();
    return this.#schedules.delete(key);
  }

  schedules(tenant: string): readonly Omit<Schedule, "end">[] {
    return [...this.#schedules]
      .filter(([key]) => (JSON.parse(key) as [string])[0] === tenant)
      .map(([, { name, url, every }]) => ({ name, url, every }));
  }

  /** Resets a tenant: removes its schedules and its log. */
  reset(tenant: string): void {
    for (const { name } of this.schedules(tenant)) this.endSchedule(tenant, name);
    this.deliveries.clear(tenant);
  }

  #schedule(key: string, schedule: Omit<Schedule, "end">, send: () => void): void {
    this.#schedules.get(key)?.end();
    if (!this.#schedules.has(key) && this.#schedules.size >= mostSchedules)
      throw new HttpError(400, `At most ${mostSchedules} schedules can be active.`);
    const end = this.deliveries.repeat(schedule.every, () => {
      try {
        send();
      } catch (error) {
        // One delivery of a schedule is skipped while too many are pending.
        if (!(error instanceof HttpError)) throw error;
      }
    });
    this.#schedules.set(key, { ...schedule, end });
  }

  #webhook(name: string): [Outgoing, Operation] {
    for (const outgoing of this.#outgoing.values()) {
      const operation = outgoing.webhooks.get(name);
      if (operation !== undefined) return [outgoing, operation];
    }
    const known = this.webhooks();
    throw new HttpError(
      404,
      known.length === 0
        ? "The document has no webhooks."
        : `The webhook does not exist; the document declares ${known.join(", ")}.`,
    );
  }
}
