// Starts a server for tests: on a free port, with data in memory, and with validated responses.
import { request, type IncomingHttpHeaders } from "node:http";
import {
  type Credential,
  demoAccount,
  demoCredentials,
  parseAccounts,
} from "../../server/accounts/accounts.ts";
import { createLog } from "../../server/system/log.ts";
import { readSettings } from "../../server/settings/read-settings.ts";
import { referenceAccount } from "../../server/seed.ts";
import { type RunningServer, startServer } from "../../server/start-server.ts";
import { startMockedServer } from "./mocked-server.ts";

/** Options of contract tests that need more than the document says; skipped where a mock of it is tested. */
export const beyondDocument = {
  skip: process.env["TEST_MOCK"] !== undefined && "the document does not say it",
};

/** A second account, with an API key. */
export const otherAccount = {
  accountId: "AC-other",
  authToken: "other-token",
  apiKey: "SK-other",
  apiKeySecret: "other-secret",
} as const;

/** The accounts of every test server: demo, the reference page's, and another. */
export function testCredentials(): Credential[] {
  const { accountId, authToken, apiKey, apiKeySecret } = otherAccount;
  const accounts = [referenceAccount, { accountId, authToken, apiKeys: [{ apiKey, apiKeySecret }] }];
  return [...demoCredentials(), ...parseAccounts(JSON.stringify(accounts))];
}

/** Starts a server with command-line flags; it is stopped when the test ends. */
export async function startTestServer(
  t: { teardown: (end: () => Promise<void>) => void },
  flags: readonly string[] = [],
  credentials: readonly Credential[] = testCredentials(),
): Promise<RunningServer> {
  // The contract tests that use nothing but the URL also run with a mock of the document.
  if (process.env["TEST_MOCK"] !== undefined) {
    const accounts = [demoAccount, referenceAccount, otherAccount];
    const pace = flags[0] === "--pace" ? flags[1] : undefined;
    return (await startMockedServer(t, accounts, pace)) as RunningServer;
  }
  const fixed = [
    "--port",
    "0",
    "--memory",
    "--log-level",
    "silent",
    "--validate-responses",
    "--grace-milliseconds",
    "0",
  ];
  const settings = readSettings([...fixed, ...flags], {});
  // The contract tests also run with exchanges through Fastify's whole lifecycle, as in any application.
  const direct = process.env["TEST_WHOLE_LIFECYCLE"] === undefined;
  const server = await startServer({ settings, credentials, log: createLog(settings), direct });
  t.teardown(() => server.stop());
  return server;
}

/** A request. The path is relative to the API's root; a body that is not a string is sent as JSON. */
export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `user:password`; the demo account by default, no credentials for an empty string. */
  readonly as?: string;
}

/** A response; `body` is parsed JSON. */
export interface Responded {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: never;
  readonly text: string;
}

/** Sends one request on a new connection. */
export function call(server: { readonly url: string }, given: Call): Promise<Responded> {
  const { method = "GET", path, body, headers = {}, as = "demo:demo-token" } = given;
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}/v1${path}`, {
      method,
      agent: false,
      headers: {
        ...(as !== "" && { authorization: `Basic ${Buffer.from(as).toString("base64")}` }),
        ...(text !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
        }),
        ...headers,
      },
    });
    sent.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const received = Buffer.concat(chunks).toString();
        const isJson = answer.headers["content-type"]?.includes("json") === true && received !== "";
        const parsed = (isJson ? JSON.parse(received) : undefined) as never; // Tests know its type.
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: parsed, text: received });
      });
    });
    sent.on("error", reject);
    sent.end(text);
  });
}
