// A program for any runtime that uses streams, tokens and webhooks of the packed client, and what it reports.
import type { Test } from "tap";
import { answer, type Reaction, startFaultServer } from "../client/fault-server.ts";
import { event, stream } from "./stream-faults.ts";
import { message, secrets } from "./webhook-faults.ts";

/** A program, the results that it passes to `globalThis.report`, and the requests that servers receive. */
export interface ToldProgram {
  readonly text: string;
  readonly want: readonly unknown[];
  /** Returns the values of `Last-Event-ID` and `Authorization` that were received. */
  readonly received: () => readonly string[];
  readonly wantReceived: readonly string[];
}

const lines = "application/jsonl";

/**
 * A stream whose connection closes later than its text: Bun's `fetch` discards bytes that arrive together
 * with the end of the connection.
 */
function cutLater(text: string, type?: string): Reaction {
  const started = stream(text, "stall", type);
  return (socket, request) => {
    started(socket, request);
    setTimeout(() => socket.end(), 100);
  };
}

/** Starts the servers for one run of the program. */
export async function toldProgram(t: Test): Promise<ToldProgram> {
  const token = (text: string) => answer(200, { access_token: text, expires_in: 3600 });
  const server = await startFaultServer(t, [
    stream(event(1) + event(2)),
    cutLater(event(3, 7)),
    stream(event(4)),
    stream('{"n":5}\n{"n":6}\n', "end", lines),
    cutLater('{"n":7}\n{"n"', lines),
    stream(event(8), "stall"),
    stream(event(9), "stall"),
    answer(401, { title: "No" }),
    answer(200, { n: 10 }),
  ]);
  const issuer = await startFaultServer(t, [token("first"), token("second")]);
  const { body, headers } = message();
  const text = `
    import { ToldClient } from "packed-told";
    import { oauth } from "packed-told/oauth";
    import { unwrap, webhookHandler } from "packed-told/webhooks";
    const token = oauth({ clientId: "a", clientSecret: "b", tokenUrl: "${issuer.url}/token" });
    const backoff = { first: 1, longest: 2 };
    const api = new ToldClient({ baseUrl: "${server.url}", token, backoff }).default;
    const seen = [];
    const read = async (items) => {
      try {
        for await (const item of items) seen.push((item.data ?? item).n);
      } catch (error) {
        seen.push(error.name + ": " + /after \\d+ items/.exec(error.message)?.[0]);
      }
    };
    await read(api.events());
    await read(api.events());
    await read(api.lines());
    await read(api.lines());
    await read(api.events({ silence: 300 }));
    const leaving = new AbortController();
    try {
      for await (const { data } of api.events({ signal: leaving.signal })) {
        seen.push(data.n);
        leaving.abort();
      }
    } catch (error) {
      seen.push(error.name);
    }
    seen.push((await api.fetch()).n);
    const [body, headers, secret] = ${JSON.stringify([body, headers, secrets.now])};
    seen.push((await unwrap(body, headers, secret)).name);
    seen.push(await unwrap(body + " ", headers, secret).catch((error) => error.name));
    const handle = webhookHandler({ secret, on: { noted: (event) => void seen.push(event.body.n) } });
    for (const sent of [body, body, body + " "])
      seen.push((await handle(new Request("https://me.example/", { method: "POST", body: sent, headers }))).status);
    globalThis.report(JSON.stringify(seen));
  `;
  const streams = [1, 2, 3, 4, 5, 6, 7, "ConnectionError: after 1 items", 8, "TimeoutError: after 1 items"];
  return {
    text,
    want: [...streams, 9, "AbortError", 10, "noted", "WebhookError", 1, 204, 204, 401],
    received: () =>
      [...server.seen, ...issuer.seen].flatMap(({ headers }) => [
        ...[headers["last-event-id"] ?? []].flat(),
        ...[headers["authorization"] ?? []].flat(),
      ]),
    wantReceived: ["7", "Bearer first", "Bearer second", "Basic YTpi", "Basic YTpi"],
  };
}
