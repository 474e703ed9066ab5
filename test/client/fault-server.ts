// A server on real sockets that behaves as faulty networks, gateways and servers do. Each request gets the
// next reaction.
import { createServer, type Socket } from "node:net";

/** A received request; header names are in lower case. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The server's reaction to a completely received request. */
export type Reaction = (socket: Socket, request: SeenRequest) => void;

export interface FaultServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

/** Listens on a free port until the test ends. The last reaction applies to all further requests. */
export async function startFaultServer(
  t: { teardown: (end: () => Promise<void>) => void },
  reactions: readonly Reaction[],
): Promise<FaultServer> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // The client may have disconnected when a reaction writes, which some tests intend.
    socket.on("error", () => undefined);
    let received = "";
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      for (let parsed = parse(received); parsed !== undefined; parsed = parse(received)) {
        received = received.slice(parsed.length);
        seen.push(parsed.request);
        const reaction = reactions[Math.min(seen.length, reactions.length) - 1];
        reaction?.(socket, parsed.request);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, seen };
}

function parse(text: string): { request: SeenRequest; length: number } | undefined {
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd < 0) return undefined;
  const [line = "", ...fields] = text.slice(0, headEnd).split("\r\n");
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(":")).toLowerCase(),
      field.slice(field.indexOf(":") + 1).trim(),
    ]),
  );
  const length = headEnd + 4 + Number(headers["content-length"] ?? 0);
  if (text.length < length) return undefined;
  const [method = "", path = ""] = line.split(" ");
  return { request: { method, path, headers, body: text.slice(headEnd + 4, length) }, length };
}

/** Returns header lines, without those that frame the body. */
export type Fields = Readonly<Record<string, string>>;

function head(status: number, fields: Fields): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Said so\r\n${lines.join("")}`;
}

/** Sends a complete response; an object is sent as JSON. */
export function answer(status: number, body: unknown = "", fields: Fields = {}): Reaction {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type: Fields = typeof body === "string" ? {} : { "Content-Type": "application/json" };
  return (socket) => {
    const length = { "Content-Length": String(Buffer.byteLength(text)) };
    socket.write(`${head(status, { ...type, ...length, ...fields })}\r\n${text}`);
  };
}

/** Sends exactly these bytes, then optionally closes the connection. */
export function bytes(text: string, then: "end" | "reset" | "stall" = "end"): Reaction {
  return (socket) => {
    socket.write(text, "latin1", () => {
      if (then === "end") socket.end();
      if (then === "reset") setTimeout(() => socket.resetAndDestroy(), 20);
    });
  };
}

/** Sends the head of a JSON response and a body shorter than its Content-Length, then runs the next step. */
export function cutShort(status: number, text: string, then: "end" | "reset" | "stall"): Reaction {
  const fields = { "Content-Type": "application/json", "Content-Length": String(text.length + 10) };
  return bytes(`${head(status, fields)}\r\n${text}`, then);
}

/** Sends a chunked body, given as raw bytes. */
export function chunked(wire: string, then: "end" | "stall" = "end", fields: Fields = {}): Reaction {
  const all = { "Content-Type": "application/json", "Transfer-Encoding": "chunked", ...fields };
  return bytes(`${head(200, all)}\r\n${wire}`, then);
}

/** Sends a body delimited by the end of the connection, as in HTTP/1.0. */
export function untilClose(text: string): Reaction {
  return bytes(`${head(200, { "Content-Type": "application/json", Connection: "close" })}\r\n${text}`);
}

/** Sends one character every few milliseconds, without an end. */
export function dripping(milliseconds: number): Reaction {
  return (socket) => {
    socket.write(`${head(200, { "Content-Type": "application/json", "Transfer-Encoding": "chunked" })}\r\n`);
    const drip = setInterval(() => socket.write("1\r\n \r\n"), milliseconds);
    socket.on("close", () => clearInterval(drip));
  };
}

/** Resets the connection without a response. */
export const reset: Reaction = (socket) => socket.resetAndDestroy();

/** Closes the connection without a response. */
export const hangUp: Reaction = (socket) => socket.end();

/** Never responds. */
export const silence: Reaction = () => undefined;
