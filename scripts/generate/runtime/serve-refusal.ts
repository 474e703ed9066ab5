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

/**
 * Errors with a 4xx in `statusCode`, as Fastify's own have, are reported with their message. Those with a 5xx keep their status and, since a
 * message can hold anything, lose that; all others are a 500.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = statusOf(error);
  const message: unknown = Reflect.get(Object(error), "message");
  if (status !== undefined && status < 500)
    return new Refusal(status, typeof message === "string" ? message : "");
  return new Refusal(
    status ?? 500,
    status === undefined || status === 500
      ? "An unexpected error occurred. Quote the request ID when you report it."
      : "The request cannot be served now.",
  );
}

/** The HTTP error status that an error carries in `statusCode`; undefined for one that carries none. */
export function statusOf(error: unknown): number | undefined {
  const status: unknown = Reflect.get(Object(error), "statusCode");
  const isError = typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 600;
  return isError ? status : undefined;
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
