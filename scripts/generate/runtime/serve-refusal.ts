// Error answers of a generated server: problem documents (RFC 9457). Becomes part of a generated `serve-operations.ts`.
import { STATUS_CODES } from "node:http";
import type { FastifyReply } from "fastify";

/** Something wrong with a request, and where. */
export interface PlacedError {
  readonly in: string;
  /** Of a parameter, a header field or a cookie. */
  readonly name?: string;
  /** Into the body (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
}

/** Ends an exchange with an error answer. */
export class Refusal extends Error {
  readonly statusCode: number;
  readonly errors: readonly PlacedError[];
  readonly headers: Readonly<Record<string, string | string[]>>;

  constructor(
    statusCode: number,
    detail: string,
    more: { errors?: readonly PlacedError[]; headers?: Readonly<Record<string, string | string[]>> } = {},
  ) {
    super(detail);
    this.statusCode = statusCode;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export const problemType = "application/problem+json";

/** Errors that carry a 4xx in `statusCode`, as Fastify's own do, are told as they are; all others are a 500 without a word. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { statusCode, message }: { statusCode?: unknown; message?: unknown } =
    typeof error === "object" && error !== null ? error : {};
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500)
    return new Refusal(statusCode, typeof message === "string" ? message : "");
  return new Refusal(500, "Something went wrong here; the log knows what.");
}

export function problemOf({ statusCode, message, errors }: Refusal): string {
  const title = STATUS_CODES[statusCode] ?? "Error";
  const list = errors.length === 0 ? undefined : errors;
  return JSON.stringify({ type: "about:blank", title, status: statusCode, detail: message, errors: list });
}

export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  for (const [name, value] of Object.entries(refusal.headers)) void reply.header(name, value);
  // As bytes: to texts, Fastify adds a charset that JSON does not have.
  const body = Buffer.from(problemOf(refusal));
  return reply.code(refusal.statusCode).header("Content-Type", problemType).send(body);
}
