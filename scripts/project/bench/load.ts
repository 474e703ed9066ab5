// Load generator: sends one request repeatedly on many connections and measures; a separate process, so that
// it has its own core.
import { connect, type Socket } from "node:net";
import { quantile } from "./statistics.ts";

/** The load. `request` is the whole request, as bytes on the wire. */
export interface LoadOrder {
  readonly port: number;
  readonly request: string;
  readonly connections: number;
  readonly milliseconds: number;
}

export interface LoadResult {
  readonly responses: number;
  readonly seconds: number;
  /** 99th percentile of the response times, in milliseconds. */
  readonly p99: number;
}

const headEnd = Buffer.from("\r\n\r\n");
const lastChunk = Buffer.from("0\r\n\r\n");
const success = Buffer.from("HTTP/1.1 2");

/**
 * Sends as fast as responses arrive, with one request in flight on each connection. Rejects at the first
 * unsuccessful response.
 */
function load({ port, request, connections, milliseconds }: LoadOrder): Promise<LoadResult> {
  const bytes = Buffer.from(request);
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + milliseconds;
  return new Promise((resolve, reject) => {
    let open = connections;
    const closed = (): void => {
      if (--open > 0) return;
      const seconds = (performance.now() - startedAt) / 1000;
      resolve({ responses: latencies.length, seconds, p99: quantile(latencies, 0.99) });
    };
    for (let count = 0; count < connections; count++) {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let sentAt = performance.now();
      onResponses(socket, reject, () => {
        const now = performance.now();
        latencies.push(now - sentAt);
        sentAt = now;
        if (now < endsAt) socket.write(bytes);
        else socket.end();
      });
      socket.on("connect", () => socket.write(bytes));
      socket.on("close", closed);
      socket.on("error", reject);
    }
  });
}

/** Calls back at the end of every response. */
function onResponses(socket: Socket, fail: (error: Error) => void, answered: () => void): void {
  let held: Buffer | undefined;
  socket.on("data", (chunk: Buffer) => {
    const data: Buffer = held === undefined ? chunk : Buffer.concat([held, chunk]);
    if (!isWhole(data)) {
      held = data;
      return;
    }
    held = undefined;
    if (!data.subarray(0, success.length).equals(success)) fail(new Error(data.toString()));
    else answered();
  });
}

/** Returns whether a response is complete: all bytes of its `Content-Length`, or its last chunk. */
function isWhole(data: Buffer): boolean {
  const head = data.indexOf(headEnd);
  if (head < 0) return false;
  const length = /content-length: *([0-9]+)/i.exec(data.toString("latin1", 0, head))?.[1];
  if (length === undefined) return data.subarray(-lastChunk.length).equals(lastChunk);
  return data.length >= head + headEnd.length + Number(length);
}

process.on("message", (order: LoadOrder) => {
  load(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
