// Helpers that send requests to the control surface of a test server.
import type { Test } from "tap";
import { controlPath } from "../../../generated/control.ts";
import type { RunningServer } from "../../../server/start-server.ts";
import { otherAccount, startTestServer } from "../../support/test-server.ts";

export const pools = "/SenderPools";
export const jsonType = "application/json";
export const other = `${otherAccount.accountId}:${otherAccount.authToken}`;

export interface ControlRequest {
  readonly method?: string;
  readonly path?: string;
  readonly body?: unknown;
  readonly as?: string;
  readonly type?: string;
}

/** Sends a request to the control surface. */
export async function control(
  server: RunningServer,
  { method = "GET", path = "", body, as = "demo:demo-token", type = jsonType }: ControlRequest = {},
): Promise<{ status: number; type: string | null; body: unknown }> {
  const response = await fetch(`${server.url}${controlPath}${path}`, {
    method,
    headers: {
      ...(as !== "" && { authorization: `Basic ${Buffer.from(as).toString("base64")}` }),
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
}

/** Starts a server with a control surface. */
export async function start(t: Test, flags: readonly string[] = []): Promise<RunningServer> {
  return startTestServer(t, ["--control", ...flags]);
}

/** Sets a fault. */
export function fault(server: RunningServer, body: unknown, as?: string) {
  return control(server, { method: "POST", path: "/faults", body, ...(as !== undefined && { as }) });
}

/** A request that creates a pool. */
export const newPool = { method: "POST", path: pools, body: { name: "one" } };
