// A log of calls without secrets and bodies: only the listed headers are logged.
import type { Hooks, SentRequest } from "./hooks.ts";

/** Any object with `console`'s `debug` method. */
export interface Logger {
  debug(message: string, details: Readonly<Record<string, unknown>>): void;
}

/** The headers that are logged: none of them identifies the caller or contains a secret. */
export const loggedHeaders: readonly string[] = [
  "content-length",
  "content-type",
  "date",
  "ratelimit",
  "ratelimit-policy",
  "request-id",
  "retry-after",
  "x-request-id",
];

/**
 * Creates hooks that log a line for every attempt, without queries, secrets and bodies.
 *
 * @example const client = new TwilioClient({ hooks: logTo(console) });
 */
export function logTo(logger: Logger): Hooks {
  const log = (request: SentRequest, event: string, details: Readonly<Record<string, unknown>>): void => {
    const { method, path, attempt } = request;
    logger.debug(`${method} ${path} ${event}`, { attempt, ...details });
  };
  const sent = new WeakMap<SentRequest, number>();
  const since = (request: SentRequest): number =>
    Math.round(performance.now() - (sent.get(request) ?? Number.NaN));
  return {
    onRequest(request) {
      sent.set(request, performance.now());
      log(request, "sent", { headers: shown(request.headers) });
    },
    onResponse: (request, { status, headers }) =>
      log(request, `responded ${status}`, {
        milliseconds: since(request),
        headers: shown(headers),
      }),
    onRetry: (request, { cause, delay }) =>
      log(request, "failed; retrying", {
        cause: cause instanceof Error ? cause.message : cause.status,
        delay: Math.round(delay),
      }),
  };
}

function shown(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => loggedHeaders.includes(name)));
}
