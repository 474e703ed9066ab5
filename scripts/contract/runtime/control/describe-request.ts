// Creates journal entries of requests: without credentials, and with the body truncated to what a person
// reads.
import { fieldText, type HeaderFields } from "../boundary/message-head.ts";
import { HttpError, type RequestProblem } from "../boundary/problem.ts";
import type { SecurityScheme } from "../boundary/credentials.ts";
import type { JournalEntry } from "./journal.ts";

const longestText = 64 * 1024;

/** The facts about a finished exchange. */
export interface EndedExchange {
  /** Milliseconds since the epoch. */
  readonly began: number;
  /** Milliseconds. */
  readonly took: number;
  readonly operationId: string | undefined;
  readonly tenant: string | undefined;
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: HeaderFields;
  readonly body: unknown;
  readonly status: number;
  /** The thrown error if the response is an error response. */
  readonly error: unknown;
  readonly withheld?: string | undefined;
}

/** The names of header fields and query parameters that hold credentials. */
export interface Secrets {
  readonly headers: ReadonlySet<string>;
  readonly queries: ReadonlySet<string>;
}

/** Returns where credentials of these schemes are, and the names that always hold credentials. */
export function secretsOf(schemes: readonly SecurityScheme[]): Secrets {
  const namesIn = (place: string): string[] =>
    schemes.flatMap((scheme) => (scheme.kind === "apiKey" && scheme.in === place ? [scheme.name] : []));
  return {
    headers: new Set([
      "authorization",
      "proxy-authorization",
      "cookie",
      ...namesIn("header").map((name) => name.toLowerCase()),
    ]),
    queries: new Set(namesIn("query")),
  };
}

/** Returns a function that creates journal entries without these credentials. */
export function describingWithout(secrets: Secrets): (exchange: EndedExchange) => Omit<JournalEntry, "id"> {
  return ({ began, url, headers, body, error, withheld, ...kept }) => {
    const shown = Object.keys(headers).flatMap((name): [string, string][] =>
      secrets.headers.has(name) ? [] : [[name, fieldText(headers, name) ?? ""]],
    );
    return {
      at: new Date(began).toISOString(),
      ...kept,
      url: withoutSecrets(url, secrets.queries),
      headers: Object.fromEntries(shown),
      body: shownBody(body),
      problems: problemsOf(error),
      withheld,
    };
  };
}

function problemsOf(error: unknown): readonly RequestProblem[] {
  if (!(error instanceof HttpError)) return [];
  return error.errors.length > 0 ? error.errors : [{ in: "request", detail: error.message }];
}

function withoutSecrets(target: string, names: ReadonlySet<string>): string {
  const start = target.indexOf("?");
  if (start < 0 || names.size === 0) return target;
  const pairs = target.slice(start + 1).split("&");
  const others = pairs.filter((pair) => !names.has(decoded(pair.replace(/=[^]*/, ""))));
  return others.length === 0 ? target.slice(0, start) : `${target.slice(0, start)}?${others.join("&")}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function shownBody(body: unknown): unknown {
  if (body instanceof Uint8Array) return { bytes: body.byteLength };
  if (typeof body === "string" && body.length > longestText) return `${body.slice(0, longestText)}…`;
  return body;
}
