// A proxy whose findings and failures a test can observe, and targets with arbitrary responses.
import { createServer, type RequestListener } from "node:http";
import type { Test } from "tap";
import { checkPassed, type Finding } from "../../scripts/contract/proxy/check-exchange.ts";
import { type Proxy, startProxy } from "../../scripts/contract/proxy/start-proxy.ts";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

const api = readApi(await readDocument("spec/openapi.yaml"));
/** Maximum number of bytes of a body that are checked. */
export const mostBody = 100_000;

interface Watched {
  readonly proxy: Proxy;
  readonly findings: Finding[];
  readonly failures: string[];
  /** Resolves once this many exchanges were checked. */
  readonly checked: (count: number) => Promise<void>;
}

/** Starts a proxy in front of a target; it is stopped at the end of the test. */
export async function watch(t: Test, target: string): Promise<Watched> {
  const [findings, failures]: [Finding[], string[]] = [[], []];
  let exchanges = 0;
  const proxy = await startProxy({
    target: new URL(target),
    host: "127.0.0.1",
    port: 0,
    mostBody,
    onExchange: (exchange) => {
      findings.push(...checkPassed(api, exchange, mostBody));
      exchanges++;
    },
    onFailure: ({ url, reason }) => failures.push(`${url} ${reason}`),
  });
  t.teardown(() => proxy.close());
  return {
    proxy,
    findings,
    failures,
    checked: async (count) => {
      while (exchanges < count) await new Promise((resolve) => setTimeout(resolve, 2));
    },
  };
}

/** Starts a server with the given listener. */
export async function lie(t: Test, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.teardown(() => server.closeAllConnections());
  t.teardown(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}
