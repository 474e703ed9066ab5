// Bytes on a socket, as no client would send them.
import { connect } from "node:net";

/** How pieces are sent; times in milliseconds. */
interface Sending {
  /** How long the other side may take to hang up. */
  readonly patience?: number;
  /** Between two pieces. */
  readonly pause?: number;
  /** Says that nothing more will come; the answers still can. */
  readonly isAll?: boolean;
}

/** Sends pieces, one after the other, and resolves with all that came until the other side hung up; rejects when it does not. */
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
    // A server that has answered may hang up on what is still being sent.
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
