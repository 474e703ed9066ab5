// Mocks of inline documents, and calls of them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Test } from "tap";
import type { MockOptions, RunningMock } from "../../scripts/contract/mock/mock-api.d.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";

/** Starts a mock of these paths and schemas; the end of the test closes it. */
export async function mockOf(
  t: Test,
  { paths, schemas = {}, ...more }: { paths: object; schemas?: object; [field: string]: unknown },
  options: MockOptions = {},
): Promise<RunningMock> {
  const path = join(t.testdir(), "openapi.json");
  const components = { schemas, ...(more["components"] as object | undefined) };
  const document = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1.0.0" },
    ...more,
    paths,
    components,
  };
  writeFileSync(path, JSON.stringify(document));
  const mock = await startMock(path, options);
  t.teardown(() => mock.close());
  return mock;
}

/** Returns a response object with JSON content. */
export function json(schema: object, more: object = {}): object {
  return { description: "", content: { "application/json": { schema } }, ...more };
}

/** Returns a request body object with JSON content. */
export function body(schema: object): object {
  return { required: true, content: { "application/json": { schema } } };
}

export const idParameter = { name: "id", in: "path", required: true, schema: { type: "string" } };

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a request with a JSON body. */
export async function send(
  url: string,
  method = "GET",
  given?: unknown,
  headers: Record<string, string> = {},
): Promise<Called> {
  const response = await fetch(url, {
    method,
    headers: { ...(given !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(given !== undefined && { body: JSON.stringify(given) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : JSON.parse(text),
  };
}
