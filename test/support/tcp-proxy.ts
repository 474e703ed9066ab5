// A TCP proxy that a test can cut, block, or inspect.
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

/** A proxy between a client and a server. */
export interface TcpProxy {
  readonly port: number;
  /** Closes all connections at once, both sides; new ones are accepted. */
  readonly cut: () => void;
  /** Keeps connections open but forwards nothing, as a dead router does; new ones get no response either. */
  readonly block: () => void;
  /** Forwards new connections again; blocked ones stay blocked. */
  readonly unblock: () => void;
  /**
   * Drops the server's data on connections whose client sends this text; the client's data is still
   * forwarded.
   */
  readonly muteAfter: (words: string | undefined) => void;
}

/** Starts a proxy to a local port; it is stopped when the test ends. */
export async function startTcpProxy(
  t: { readonly teardown: (end: () => void) => void },
  targetPort: number,
): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isBlocked = false;
  let mutingWords: string | undefined;
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    track(client);
    if (isBlocked) return;
    const target = connect(targetPort, "127.0.0.1");
    track(target);
    let isMuted = false;
    client.on("data", (bytes) => {
      if (mutingWords !== undefined && bytes.includes(mutingWords)) isMuted = true;
      if (!isBlocked) target.write(bytes);
    });
    target.on("data", (bytes) => {
      if (!isBlocked && !isMuted) client.write(bytes);
    });
    client.on("close", () => target.destroy());
    target.on("close", () => client.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  t.teardown(() => {
    cut();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    block: () => {
      isBlocked = true;
    },
    unblock: () => {
      isBlocked = false;
    },
    muteAfter: (words) => {
      mutingWords = words;
    },
  };
}
