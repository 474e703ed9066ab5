// A server that records its requests, and responds as a test defines.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Test } from "tap";

export interface Recorded {
  readonly line: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
}

/** @param replyTo returns the response to a request line such as `GET /pets` */
export async function recordingServer(
  t: Test,
  replyTo: (line: string) => Reply,
): Promise<{ url: string; requests: Recorded[] }> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("latin1").on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const line = `${request.method ?? ""} ${request.url ?? ""}`;
      requests.push({ line, headers: request.headers, body });
      const { status = 200, type = "application/json", body: answer } = replyTo(line);
      response.writeHead(status, answer === undefined ? {} : { "Content-Type": type });
      response.end(answer);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
