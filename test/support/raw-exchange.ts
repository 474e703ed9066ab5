// Sends requests as bytes that no client would send, and parses the responses.
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** The demo account's header field. */
export const authorization = `Authorization: Basic ${Buffer.from("demo:demo-token").toString("base64")}`;

/** Returns everything received until the server closes the connection, or until the timeout. */
export async function exchange(
  url: string,
  write: (socket: Socket) => unknown,
  milliseconds = 1500,
): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let received = "";
  socket.on("data", (chunk: Buffer) => (received += chunk.toString("latin1")));
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  await write(socket);
  await Promise.race([closed, sleep(milliseconds, undefined, { ref: false })]);
  socket.destroy();
  return received;
}

/** Returns the status of each response. */
export const statuses = (text: string): string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? "");
/** Returns a request's head. */
export const lines = (...fields: string[]): string => `${fields.join("\r\n")}\r\n\r\n`;
