// Sends raw bytes on a socket.
import { connect } from "node:net";

/** How chunks are sent; times in milliseconds. */
interface Sending {
  /** Maximum time until the peer closes the connection. */
  readonly patience?: number;
  /** Pause between two chunks. */
  readonly pause?: number;
  /** Half-closes the connection after sending; responses can still be received. */
  readonly isAll?: boolean;
}

/**
 * Sends chunks in sequence, and resolves with all received data once the peer closes the connection; rejects
 * if it does not.
 */
export function sendRaw(
  url: string,
  pieces: readonly (string | Buffer)[],
  { patience = 10_000, pause = 0, isAll = false }: Sending = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(url);
    let received = "";
    const socket = connect(Number(port), hostname);
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`nobody hung up; received ${JSON.stringify(received.slice(0, 500))}`));
    }, patience);
    socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
    // A server that has responded may close the connection while data is still being sent.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(late);
      resolve(received);
    });
    const send = (at: number): void => {
      const piece = pieces[at];
      if (piece === undefined && isAll) socket.end();
      if (piece === undefined || socket.destroyed) return;
      socket.write(piece);
      if (pause === 0) send(at + 1);
      else setTimeout(() => send(at + 1), pause);
    };
    socket.on("connect", () => send(0));
  });
}
