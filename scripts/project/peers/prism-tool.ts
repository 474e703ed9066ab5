// Prism's proxy, with the traffic of the demo: it holds what passes by against the document.
// https://github.com/stoplightio/prism
import { createRequire } from "node:module";
import { join } from "node:path";
import { TwilioClient } from "../../../generated/index.ts";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import { runSteps } from "../demo/story.ts";
import { createPaint } from "../demo/paint.ts";
import { installedApart } from "../installed-apart.ts";
import type { FaultTool } from "./fault-tool.ts";

interface PrismOperation {
  readonly path: string;
}

interface PrismServer {
  listen(port: number, host: string): Promise<string>;
  close?(): Promise<void>;
}

const version = "5.14.2";

/** Undefined when it cannot be fetched. */
export async function prismTool(): Promise<FaultTool | undefined> {
  const root = installedApart([`@stoplight/prism-cli@${version}`], 300_000);
  if (root === undefined) return undefined;
  const load = createRequire(join(root, "node_modules/@stoplight/prism-cli/package.json"));
  const http = load("@stoplight/prism-http") as {
    readonly getHttpOperationsFromSpec: (document: string) => Promise<PrismOperation[]>;
  };
  const { createServer } = load("@stoplight/prism-http-server") as {
    readonly createServer: (operations: readonly PrismOperation[], options: object) => PrismServer;
  };
  const { createLogger } = load("@stoplight/prism-core") as {
    readonly createLogger: (name: string, options: object) => object;
  };
  const operations = (await http.getHttpOperationsFromSpec("spec/openapi.yaml")).map((operation) => ({
    ...operation,
    path: `/v1${operation.path}`,
  }));
  const logger = createLogger("faults", { enabled: false });
  return {
    name: `Prism ${version}, proxy with the demo's traffic`,
    complaints: async (url) => {
      const config = {
        ...{ isProxy: true, upstream: new URL(url), checkSecurity: true, errors: false },
        ...{ validateRequest: true, validateResponse: true, mock: { dynamic: false } },
        upstreamProxy: undefined,
      };
      const proxy = createServer(operations, { components: { logger }, config, cors: false });
      const address = await proxy.listen(0, "127.0.0.1");
      try {
        return await violations(address);
      } finally {
        await proxy.close?.();
      }
    },
  };
}

interface Violation {
  readonly location?: readonly string[];
  readonly code?: string | number;
  readonly message: string;
}

/**
 * What the proxy writes into header fields while the demo runs, which goes on as far as the server lets it.
 */
async function violations(address: string): Promise<string[]> {
  const found: string[] = [];
  const observed: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const text = response.headers.get("sl-violations");
    if (text !== null)
      for (const { location = [], code = "", message } of JSON.parse(text) as Violation[])
        found.push(`${location.join("/")} ${code} ${message}`.replaceAll(/comms_\w+|\d{2,}/g, "…"));
    return response;
  };
  const client = new TwilioClient({ ...demoAccount, baseUrl: `${address}/v1`, fetch: observed });
  await runSteps(
    client,
    createPaint(() => undefined, false),
  ).catch(() => undefined);
  return found;
}
