#!/usr/bin/env bash
# Node 20 to 24: `server.close()` and `server.closeIdleConnections()` leave a connection alone on which nothing was ever sent; `close` then waits for
# it until `headersTimeout` (60 s) has passed. A connection that has had one exchange is idle, and ended at once.
#
# Why it matters: clients that keep connections open one in advance (undici does after a response that was given up), so that a test or a
# deployment that closes its server seems to hang. Whoever closes a server must end connections that have read no byte.
# Seen: the used connection ends at once, the unused one is open a second later.
set -euo pipefail
node --input-type=module <<'JS' | tee /dev/stderr | diff <(printf 'used: ended\nunused: open\n') -
import { createServer } from "node:http";
import { connect } from "node:net";
const server = createServer((_, response) => response.end());
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  const used = connect(port, "127.0.0.1", () => used.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  const unused = connect(port, "127.0.0.1");
  const ended = new Set();
  for (const socket of [used, unused]) socket.on("end", () => ended.add(socket)).resume();
  setTimeout(() => {
    server.close();
    server.closeIdleConnections();
    setTimeout(() => {
      for (const [name, socket] of Object.entries({ used, unused }))
        console.log(`${name}: ${ended.has(socket) ? "ended" : "open"}`);
      unused.destroy();
    }, 1000);
  }, 200);
});
JS
