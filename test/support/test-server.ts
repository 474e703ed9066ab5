// A server for a test: a free port, nothing kept, answers always held against the contract.
import { request, type IncomingHttpHeaders } from "node:http";
import { type Credential, demoCredentials, parseAccounts } from "../../server/accounts/accounts.ts";
import { createLog } from "../../server/system/log.ts";
import { readSettings } from "../../server/settings/read-settings.ts";
import { referenceAccount } from "../../server/seed.ts";
import { type RunningServer, startServer } from "../../server/start-server.ts";

/** Somebody else than the demo account, with an API key. */
export const otherAccount = {
  accountId: "AC-other",
  authToken: "other-token",
  apiKey: "SK-other",
  apiKeySecret: "other-secret",
} as const;

/** The accounts every test server has: demo, the reference page's, and another. */
export function testCredentials(): Credential[] {
  const { accountId, authToken, apiKey, apiKeySecret } = otherAccount;
  const accounts = [referenceAccount, { accountId, authToken, apiKeys: [{ apiKey, apiKeySecret }] }];
  return [...demoCredentials(), ...parseAccounts(JSON.stringify(accounts))];
}

/** Starts one; `flags` as on the command line. The test's end stops it. */
export async function startTestServer(
  t: { teardown: (end: () => Promise<void>) => void },
  flags: readonly string[] = [],
  credentials: readonly Credential[] = testCredentials(),
): Promise<RunningServer> {
  const fixed = [
    "--port",
    "0",
    "--memory",
    "--log-level",
    "silent",
    "--validate-answers",
    "--grace-milliseconds",
    "0",
  ];
  const settings = readSettings([...fixed, ...flags], {});
  // The contract tests run once more with exchanges that go through all of Fastify, as those of any application do.
  const direct = process.env["TEST_WHOLE_LIFECYCLE"] === undefined;
  const server = await startServer({ settings, credentials, log: createLog(settings), direct });
  t.teardown(() => server.stop());
  return server;
}

/** What to send. The path starts below the API's root; a body that is no string is sent as JSON. */
export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `user:password`; the demo account by default, nobody for an empty text. */
  readonly as?: string;
}

/** What came back; `body` is parsed JSON. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: never;
  readonly text: string;
}

/** Sends one request on a connection of its own. */
export function call(server: { readonly url: string }, given: Call): Promise<Answered> {
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
        const parsed = (isJson ? JSON.parse(received) : undefined) as never; // Tests know what they asked for.
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: parsed, text: received });
      });
    });
    sent.on("error", reject);
    sent.end(text);
  });
}
