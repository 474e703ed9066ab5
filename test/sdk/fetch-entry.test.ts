// The package entry `/fetch`: the client of openapi-fetch as its users get it, typed by the document.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import t from "tap";
import { startTestServer } from "../support/test-server.ts";
import { compile, execute, installed, installPeer } from "./made-package.ts";
import { recordingServer } from "./recording-server.ts";

const octokit = "node_modules/@octokit/openapi/generated/api.github.com.json";

// Starts compilers and npm many times.
t.setTimeout(300_000);

t.test("the fetch entry of the package of the project's own document", async (t) => {
  const name = "twilio-comms";
  const outside = mkdtempSync(join(tmpdir(), "fetch-entry-"));
  t.teardown(() => rmSync(outside, { recursive: true }));
  const folder = await installed(outside, "spec/openapi.yaml", "--name", name, "--env", "TWILIO_*");
  const { url } = await startTestServer(t);
  const env = {
    TWILIO_COMMS_BASE_URL: `${url}/v1`,
    TWILIO_ACCOUNT_SID: "demo",
    TWILIO_AUTH_TOKEN: "demo-token",
  };

  t.test(
    "the fetch entry names the package to install if openapi-fetch is missing, and loads with every other entry",
    async (t) => {
      const program = `await import("${name}"); await import("${name}/fetch").catch(({ message }) => console.log(message));`;
      t.match(await execute(folder, "missing.mjs", program), /Cannot find package 'openapi-fetch'/);
      installPeer(folder, "openapi-fetch");
    },
  );

  t.test(
    "the fetch entry creates, reads, and distinguishes errors from data over a real server",
    async (t) => {
      const body = `(async () => {
      const client = createClient();
      const created = await client.POST("/SenderPools", { body: { name: "By path" } });
      const { data } = await client.GET("/SenderPools", { params: { query: { pageSize: 5 } } });
      const params = { path: { senderPoolId: "comms_senderpool_00000000000000000000000000" } };
      const { error } = await client.GET("/SenderPools/{senderPoolId}", { params });
      const refused = await client.POST("/SenderPools", { body: { nme: 1 } });
      console.log(created.response.status, data.senderPools.map((pool) => pool.name), error.status, refused.error.errors.length);
    })();`;
      const want = "202 [ 'By path' ] 404 1\n";
      t.equal(
        await execute(folder, "a.mjs", `import { createClient } from "${name}/fetch";${body}`, env),
        want,
      );
      const required = `const { createClient } = require("${name}/fetch");${body}`;
      t.match(await execute(folder, "a.cjs", required, env), /^202 \[ 'By path', 'By path' \] 404 1/);
    },
  );

  t.test("the fetch entry is typed by the document, for openapi-react-query, too", async (t) => {
    const program = `import createHooks from "openapi-react-query";
      import { createClient, type paths } from "${name}/fetch";
      const client = createClient({ timeout: 5000, maxAttempts: 1, querySerializer: { array: { style: "form", explode: false } } });
      const { data, error } = await client.GET("/SenderPools", { params: { query: { pageSize: 5 } } });
      const names: string[] | undefined = data?.senderPools.map(({ name }) => name ?? "");
      const status: number | undefined = error?.status;
      // @ts-expect-error no such path
      await client.GET("/SenderPool");
      // @ts-expect-error a number for a text
      await client.POST("/SenderPools", { body: { name: 1 } });
      // @ts-expect-error a misspelt option
      createClient({ acountId: "" });
      const api = createHooks(client);
      const query = api.queryOptions("get", "/SenderPools/{senderPoolId}", { params: { path: { senderPoolId: "x" } } });
      // @ts-expect-error the path value is missing
      api.queryOptions("get", "/SenderPools/{senderPoolId}");
      type Path = keyof paths;
      console.log(names, status, query, "/SenderPools" satisfies Path);`;
    for (const one of ["openapi-react-query", "@tanstack/react-query"]) installPeer(folder, one);
    t.equal(compile(folder, program, undefined, { skipLibCheck: true }), "");
  });
});

t.test("a package of some operations of a large document compiles and calls by path", async (t) => {
  const name = "octo-fetch";
  const folder = await installed(t.testdir(), octokit, "--name", name, "--tags", "gists");
  installPeer(folder, "openapi-fetch");
  const program = `import { createClient } from "${name}/fetch";
    const { data } = await createClient({ baseUrl: process.argv[2] }).GET("/gists/{gist_id}", {
      params: { path: { gist_id: "a" } },
    });
    console.log(data?.description);`;
  t.equal(compile(folder, `declare const process: { argv: string[] };${program}`), "");
  const { url, requests } = await recordingServer(t, () => ({ body: '{"description":"a/b"}' }));
  const output = await execute(
    folder,
    "call.mjs",
    program.replace("process.argv[2]", JSON.stringify(url)).replace("data?.", "data."),
  );
  t.equal(output, "a/b\n");
  t.match(requests, [{ line: "GET /gists/a", headers: { "user-agent": /^octo-fetch\// } }]);
});
