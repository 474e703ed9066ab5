// A way to a server that a test can cut, block, or listen to.
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

/** What is between a client and a server. */
export interface TcpProxy {
  readonly port: number;
  /** Ends all connections at once, both ways; new ones are let through. */
  readonly cut: () => void;
  /** Keeps connections open and lets nothing through any more, as a dead router does; new ones are not answered either. */
  readonly block: () => void;
  /** Lets new connections through again; blocked ones stay so. */
  readonly unblock: () => void;
  /** Loses what the server says on connections whose client says this; the client's words still arrive. */
  readonly muteAfter: (words: string | undefined) => void;
}

/** Starts a proxy to a port of this machine; the test's end stops it. */
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
