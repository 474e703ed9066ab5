// Connections without any received byte, such as those that clients open in advance. Node does not consider
// them idle: a server that closes waits for them until `headersTimeout`
// (findings/node-close-waits-for-unused-connections.sh).
import type { Server } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

const watched = new WeakSet<Server>();

/** Makes an application that closes also end such connections, as it ends idle ones. */
export function endUnusedConnections(app: FastifyInstance): void {
  const server: Server = app.server;
  if (watched.has(server)) return;
  watched.add(server);
  const open = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  app.addHook("preClose", (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}
