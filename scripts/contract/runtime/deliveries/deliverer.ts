// The webhooks and callbacks of a server: validated against the document, signed, delivered, retried.
import { randomBytes } from "node:crypto";
import type { Validator } from "../validator-types.ts";
import { type Attempt, DeliveryQueue, type DeliveryState } from "./delivery-queue.ts";
import { isSecret } from "./signature.ts";

/** What the document declares of a message. */
export interface MessageRules {
  readonly method: string;
  /** The media type of its body, which is JSON. */
  readonly type: string;
  /** Header fields with only one value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly check: Validator | undefined;
}

/** A message and its delivery attempts. */
export interface Delivery {
  /** The `webhook-id` field of every attempt, by which receivers recognise a message. */
  readonly id: string;
  readonly name: string;
  readonly receiver: string;
  /** `pending` while another attempt follows, or if the server stopped before one. */
  readonly state: DeliveryState;
  readonly attempts: readonly Attempt[];
}

/** Options of all deliveries of a server. */
export interface DeliveryOptions {
  /**
   * The signing secret: `whsec_` and base64 of 24 to 64 bytes. Several during a rotation; or a function that
   * returns those of a receiver.
   */
  readonly secret: string | readonly string[] | ((receiver: URL) => string | readonly string[]);
  /** Maximum number of attempts, including the first. Default: 5. */
  readonly attempts?: number;
  /**
   * Milliseconds before the second attempt; the delay doubles for each further one, up to an hour. Default:
   * 1000.
   */
  readonly backoff?: number;
  /**
   * Whether messages may be sent to a receiver. Default: to every one of `https:`. Where clients choose the
   * receivers, the network must keep the server from hosts that only it can reach: names are not resolved
   * here.
   */
  readonly accepts?: (receiver: URL) => boolean;
  /** Called after each attempt: to log it, or to store what is pending. */
  readonly onAttempt?: (delivery: Delivery) => void;
}

/** Options of one message. */
export interface MessageOptions {
  /** The ID of a message that was pending when the server stopped. Default: a new one. */
  readonly id?: string;
  /** Further header fields. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Throws a TypeError that does not quote the value, as the platform's would. */
function rejectUnsendable(field: string, value: string): void {
  try {
    new Headers([[field, value]]);
  } catch {
    throw new TypeError(`the header field ${JSON.stringify(field)} cannot be sent`);
  }
}

/** Delivers the messages of a document: `Messages` has the type of each body by its name. */
export class Deliverer<Messages extends object> {
  readonly #rules: Readonly<Record<string, MessageRules>>;
  readonly #options: DeliveryOptions;
  readonly #queue = new DeliveryQueue();
  /** Ends the waiting of each pending delivery. */
  readonly #waiting = new Set<() => void>();

  constructor(rules: Readonly<Record<string, MessageRules>>, options: DeliveryOptions) {
    this.#rules = rules;
    this.#options = options;
    const { attempts = this.#queue.rules.attempts, backoff = this.#queue.rules.backoff } = options;
    this.#queue.rules = { attempts, backoff };
    if (typeof options.secret !== "function") secretsOf(options.secret);
  }

  /**
   * Delivers a message. Resolves once the receiver has accepted it, or no attempt is left; after `close()`
   * with the state `pending`. Rejects with a TypeError for a body that violates the document, for a header
   * field that HTTP cannot carry, and for a receiver that is not accepted.
   */
  async deliver<Name extends keyof Messages & string>(
    name: Name,
    receiver: string | URL,
    body: Messages[Name],
    { id = `msg_${randomBytes(16).toString("hex")}`, headers: own }: MessageOptions = {},
  ): Promise<Delivery> {
    const rules = Object.hasOwn(this.#rules, name) ? this.#rules[name] : undefined;
    if (rules === undefined) throw new TypeError(`the document declares no message ${name}`);
    const { method, type, check } = rules;
    const headers = { ...rules.headers, ...own };
    for (const [field, value] of Object.entries(headers)) rejectUnsendable(field, value);
    const url = this.#accepted(receiver);
    const text = JSON.stringify(body);
    // As it is sent: dates are texts.
    if (check?.(JSON.parse(text)) === false) throw new TypeError(`${name} is broken: ${errorsOf(check)}`);
    const { secret, onAttempt } = this.#options;
    const secrets = secretsOf(typeof secret === "function" ? secret(url) : secret);
    const message = { id, method, receiver: url, type, headers, body: Buffer.from(text), secrets };
    const attempts: Attempt[] = [];
    const about = (state: DeliveryState): Delivery => ({
      id,
      name,
      receiver: url.href,
      state,
      attempts: [...attempts],
    });
    return new Promise((resolve) => {
      const stop = (): void => resolve(about("pending"));
      this.#waiting.add(stop);
      this.#queue.send(message, (attempt, state) => {
        attempts.push(attempt);
        const delivery = about(state);
        if (state !== "pending") {
          this.#waiting.delete(stop);
          resolve(delivery);
        }
        onAttempt?.(delivery);
      });
    });
  }

  /** Stops: what is pending is not sent any more. */
  close(): void {
    this.#queue.close();
    for (const stop of this.#waiting) stop();
    this.#waiting.clear();
  }

  #accepted(receiver: string | URL): URL {
    const url = URL.canParse(String(receiver)) ? new URL(receiver) : undefined;
    const { accepts = ({ protocol }: URL): boolean => protocol === "https:" } = this.#options;
    if (url !== undefined && /^https?:$/.test(url.protocol) && !url.username && !url.password && accepts(url))
      return url;
    // The URL may carry a secret of the receiver.
    throw new TypeError("the receiver is not accepted");
  }
}

function secretsOf(given: string | readonly string[]): readonly string[] {
  const secrets = [given].flat();
  if (secrets.length > 0 && secrets.every(isSecret)) return secrets;
  throw new TypeError("a secret must be whsec_ and base64 of 24 to 64 bytes");
}

function errorsOf({ errors }: Validator): string {
  return (errors ?? [])
    .map(({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`)
    .join("; ");
}
