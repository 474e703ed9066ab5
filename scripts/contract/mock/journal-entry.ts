// An exchange as the journal keeps it: without credentials, and without more of a body than a person reads.
import { fieldText } from "../runtime/boundary/message-head.ts";
import type { TellRequest } from "../runtime/control/journal.ts";
import type { MockExchange } from "./mock.ts";
import type { MockContract } from "./mock-contract.ts";

const longestText = 64 * 1024;

/** @param secrets  the names of header fields and query parameters that hold credentials */
export function journalEntry(exchange: MockExchange, secrets: Secrets): TellRequest {
  const { target, tenant, sent, received, error, response, withheld, began } = exchange;
  const { method } = sent;
  const { headers, target: url } = sent.head;
  const took = Date.now() - began;
  const operationId = target?.operation.operationId;
  const body = received?.body;
  const { status } = response;
  // Nothing of the connection is kept.
  return () => {
    const shown = Object.keys(headers).flatMap((name): [string, string][] =>
      secrets.headers.has(name) ? [] : [[name, fieldText(headers, name) ?? ""]],
    );
    return {
      at: new Date(began).toISOString(),
      took,
      operationId,
      tenant,
      method,
      url: withoutSecrets(url, secrets.queries),
      headers: Object.fromEntries(shown),
      body: shownBody(body),
      status,
      problems:
        error === undefined
          ? []
          : error.errors.length > 0
            ? error.errors
            : [{ in: "request", detail: error.message }],
      withheld,
    };
  };
}

export interface Secrets {
  readonly headers: ReadonlySet<string>;
  readonly queries: ReadonlySet<string>;
}

/** Where credentials of any document are. */
export function secretsOf(contracts: readonly MockContract[]): Secrets {
  const schemes = contracts.flatMap(({ schemes: known }) => Object.values(known));
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
