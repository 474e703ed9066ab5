// The one place that puts an answer of the contract on the wire.
import type { ServerResponse } from "node:http";

/** An answer that is ready to go. Header values are text or whole numbers; the body is serialised already. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
}

/** Whether connections go on after an answer. */
export interface ConnectionState {
  /** True once the server stops: every answer then says that its connection ends. */
  readonly draining: boolean;
}

/** Sends an answer with its length, so that it leaves in one piece. */
export function respond(response: ServerResponse, answer: WireAnswer, connection: ConnectionState): void {
  const { status, contentType, headers, body } = answer;
  const fields: (string | number)[] = [
    "Content-Type",
    contentType,
    "Content-Length",
    Buffer.byteLength(body),
    // What an account sees is its own, and is what its type says.
    "Cache-Control",
    "no-store",
    "X-Content-Type-Options",
    "nosniff",
  ];
  for (const name in headers) fields.push(name, headers[name]!);
  if (connection.draining) fields.push("Connection", "close");
  response.writeHead(status, fields);
  response.end(body);
}
