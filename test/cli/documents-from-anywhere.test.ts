// Each command takes a document from a file, a revision, standard input or a URL.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import t from "tap";

// The tool is bundled first if necessary.
t.setTimeout(120_000);

const operation = `operationId: listPets
      tags: [Pets]
      summary: Lists pets.
      security: []
      parameters: [{ name: name, in: query, schema: { $ref: "#/components/schemas/Name" } }]
      responses: { "204": { description: None. } }`;
const text = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
tags: [{ name: Pets }]
paths:
  /pets:
    get:
      ${operation}
components: { schemas: { Name: { type: string, maxLength: 9 } } }
`;
const narrow = text.replace("maxLength: 9", "maxLength: 8");

const folder = t.testdir({ "openapi.yaml": text });
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: folder });
git("init", "--quiet");
git("add", ".");
git("commit", "--quiet", "--message", "one");
writeFileSync(join(folder, "openapi.yaml"), narrow);

async function contract(args: readonly string[], input = "") {
  const child = spawn(process.execPath, [resolve("scripts/contract.js"), ...args], { cwd: folder });
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.err += chunk.toString()));
  child.stdin.end(input);
  const [code] = (await once(child, "close")) as [number];
  return { code, ...printed };
}

t.test("commands read a document from standard input", async (t) => {
  t.match(await contract(["diff", "-", "openapi.yaml"], text), { code: 1, out: /max-length lowered 9 → 8/ });
  const broken = await contract(["lint", "-"], "openapi: 3.1.0\npaths: [");
  t.match(broken, { code: 2, err: /^<stdin>:2:9: not valid YAML/ });
});

t.test("commands read a document from a git revision", async (t) => {
  t.match(await contract(["diff", "HEAD:openapi.yaml", "openapi.yaml"]), {
    code: 1,
    out: /max-length lowered/,
  });
  const made = await contract(["sdk", "HEAD:openapi.yaml", "--name", "pets", "--out", "sdk/package"]);
  t.match(made, { code: 0, out: "sdk/pets-1.0.0.tgz\n" });
});

t.test("commands read a document from a URL, if that is allowed", async (t) => {
  const server = createServer(({ url }, response) => response.end(url === "/new.yaml" ? narrow : text));
  await once(server.listen(0, "127.0.0.1"), "listening");
  t.teardown(() => server.close());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urls = [`${base}/old.yaml`, `${base}/new.yaml`];
  t.match(await contract(["diff", ...urls, "--allow-urls"]), { code: 1, out: /max-length lowered 9 → 8/ });
  t.match(await contract(["diff", ...urls, "--allow-urls", "--format", "html"]), { code: 1, out: /<html/ });
  t.match(await contract(["diff", ...urls]), {
    code: 2,
    err: /is not read: it is not a file\nfix: .*--allow-urls/,
  });
});
