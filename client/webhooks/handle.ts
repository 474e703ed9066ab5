// Receives webhooks: a handler of Fetch requests, and a Fastify plugin.
import { WebhookError, type WebhookHeaders, type WebhookSecret } from "./verify.ts";

/** Records which messages have been processed, for receivers of several processes. */
export interface WebhookStore {
  has(id: string): boolean | Promise<boolean>;
  add(id: string): unknown;
}

/** Options of a receiver. */
export interface HandleOptions<Event extends { readonly name: PropertyKey }> {
  readonly secret: WebhookSecret;
  /**
   * Functions by event. An event without one is accepted and ignored. If a function throws, the response is
   * 500, and the server sends the message again.
   */
  readonly on: {
    readonly [Name in Event["name"]]?: (event: Extract<Event, { readonly name: Name }>) => unknown;
  };
  /** Called with the error of every rejected message, and with what a function of `on` throws. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** By default, the last 10 000 messages of this process. */
  readonly seen?: WebhookStore | undefined;
  /** Maximum length of a message in bytes. Default 1 048 576. */
  readonly limit?: number | undefined;
  readonly tolerance?: number | undefined;
}

/** The part of Fastify's interface that the plugin uses. */
export interface FastifyScope {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(
    type: "*",
    options: { readonly parseAs: "buffer"; readonly bodyLimit: number },
    parser: (request: unknown, body: Uint8Array, done: (error: null, body: Uint8Array) => void) => void,
  ): unknown;
  post(
    path: string,
    handler: (request: { readonly headers: object; readonly body: unknown }, reply: FastifyReply) => unknown,
  ): unknown;
}

interface FastifyReply {
  code(status: number): { send(body?: string): unknown };
}

type Unwrap<Event> = (
  body: Uint8Array,
  headers: WebhookHeaders,
  secret: WebhookSecret,
  options: { readonly tolerance?: number | undefined },
) => Promise<Event>;

const usualLimit = 1_048_576;
const mostSeen = 10_000;

/**
 * Creates a function that processes one message and returns the status of the response and a text for people.
 */
export function receiver<Event extends { readonly name: PropertyKey; readonly id: string }>(
  unwrap: Unwrap<Event>,
  options: HandleOptions<Event>,
): (body: Uint8Array, headers: WebhookHeaders) => Promise<readonly [status: number, text: string]> {
  const { secret, on, onError, seen = memory(), tolerance } = options;
  /** Messages in progress by id: a repeated message waits for the first. */
  const underway = new Map<string, Promise<void>>();
  const deal = async (event: Event): Promise<void> => {
    if (event.id !== "" && (await seen.has(event.id))) return;
    const name = event.name as Event["name"];
    if (Object.hasOwn(on, name)) await (on[name] as ((event: Event) => unknown) | undefined)?.(event);
    if (event.id !== "") await seen.add(event.id);
  };
  return async (body, headers) => {
    try {
      const event = await unwrap(body, headers, secret, { tolerance });
      const { id } = event;
      const dealing = (id === "" ? undefined : underway.get(id)) ?? deal(event);
      if (id !== "") underway.set(id, dealing);
      try {
        await dealing;
      } finally {
        underway.delete(id);
      }
      return [204, ""];
    } catch (error) {
      onError?.(error);
      return error instanceof WebhookError
        ? [error.status, error.message]
        : [500, "the handler of the event failed"];
    }
  };
}

/** Creates a handler of Fetch requests. The handler never rejects. */
export function fetchHandler<Event extends { readonly name: PropertyKey; readonly id: string }>(
  unwrap: Unwrap<Event>,
  options: HandleOptions<Event>,
): (request: Request) => Promise<Response> {
  const receive = receiver(unwrap, options);
  const { limit = usualLimit, onError } = options;
  return async (request) => {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
    try {
      const body = await read(request, limit);
      if (body === undefined) return new Response("the message is too long", { status: 413 });
      const [status, text] = await receive(body, request.headers);
      return new Response(text || null, { status });
    } catch (error) {
      onError?.(error);
      return new Response("the message is incomplete", { status: 400 });
    }
  };
}

/** Creates a Fastify plugin with a route for messages, at `/` of its prefix by default. */
export function fastifyPlugin<Event extends { readonly name: PropertyKey; readonly id: string }>(
  unwrap: Unwrap<Event>,
  options: HandleOptions<Event> & { readonly path?: string | undefined },
): (fastify: FastifyScope) => Promise<void> {
  const receive = receiver(unwrap, options);
  const { path = "/", limit: bodyLimit = usualLimit } = options;
  return (fastify) => {
    // Signatures apply to bytes, so bodies stay unparsed; other routes of the application keep their parsers.
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_, body, done) => done(null, body));
    fastify.post(path, async ({ headers, body }, reply) => {
      const bytes = body instanceof Uint8Array ? body : new Uint8Array();
      const [status, text] = await receive(bytes, headers as WebhookHeaders);
      return reply.code(status).send(text || undefined);
    });
    return Promise.resolve();
  };
}

/** Reads the bytes of a request; undefined if there are more than the limit. */
async function read({ body }: Request, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read()) {
    length += chunk.value.length;
    if (length > limit) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(chunk.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function memory(): WebhookStore {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      const [oldest = ""] = ids;
      if (ids.size > mostSeen) ids.delete(oldest);
    },
  };
}
