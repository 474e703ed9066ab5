// The audit as `check` runs it, by npm itself, against registries of this test.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { fileURLToPath } from "node:url";
import t from "tap";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Audited {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In a cache of its own: npm remembers what it has once heard of an advisory. */
async function audit(registry: string, cache: string): Promise<Audited> {
  const child = spawn(process.execPath, ["--import=tsx", "scripts/project/check/audit.ts"], {
    cwd: root,
    // Even where npm is told to stay offline, nothing known must not be taken for nothing there.
    env: {
      ...process.env,
      npm_config_registry: registry,
      npm_config_cache: cache,
      npm_config_offline: "true",
    },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

/** A registry that answers audits with this, and knows nothing else. */
async function startRegistry(
  t: { teardown: (end: () => void) => void },
  answer: RequestListener,
): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === "POST" && request.url === "/-/npm/v1/security/advisories/bulk") {
      answer(request, response);
    } else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

/** An advisory against a package that this project ships with. */
const advisory = (severity: string): string =>
  JSON.stringify({
    liquidjs: [
      {
        id: 1,
        url: "https://example.org/1",
        title: "A hole",
        severity,
        vulnerable_versions: ">=1.0.0",
        cwe: [],
        cvss: { score: 0, vectorString: null },
      },
    ],
  });

const table: { title: string; answer: RequestListener; want: Record<keyof Audited, unknown> }[] = [
  {
    title: "nothing known is silence and 0",
    answer: (_, response) => response.end("{}"),
    want: { code: 0, stdout: "", stderr: "" },
  },
  {
    title: "a grave advisory is a line and 1",
    answer: (_, response) => response.end(advisory("critical")),
    want: { code: 1, stdout: /^liquidjs: critical: A hole \(https:.*\)\n$/, stderr: "" },
  },
  {
    title: "one that is not grave waits for the next update",
    answer: (_, response) => response.end(advisory("moderate")),
    want: { code: 0, stdout: "", stderr: "" },
  },
  {
    title: "a registry that serves no audits is a notice and 2",
    answer: (_, response) => response.writeHead(405).end(),
    want: { code: 2, stdout: "", stderr: /^the registry could not be asked: 405 .*\n$/ },
  },
];

for (const { title, answer, want } of table) {
  t.test(title, async (t) => {
    t.match(await audit(await startRegistry(t, answer), t.testdir()), want);
  });
}

t.test("a registry that cannot be reached is a notice and 2", async (t) => {
  t.match(await audit("http://127.0.0.1:9", t.testdir()), {
    code: 2,
    stdout: "",
    stderr: /^the registry could not be asked: .*ECONNREFUSED.*\n$/,
  });
});

t.test("the advisories in these tests are about a package that is shipped", (t) => {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, "utf8")) as {
    dependencies: Record<string, string>;
  };
  t.hasProp(manifest.dependencies, "liquidjs");
  t.end();
});
