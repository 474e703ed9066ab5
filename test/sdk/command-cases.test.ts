// Input that the tool must not follow: files and URLs elsewhere, odd names, documents that expand.
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { contract, filesIn, fixtures } from "./run-contract.ts";

t.setTimeout(300_000);

/** A document whose only response has a schema. */
function documentWith(schema: Json, more: object = {}): string {
  const content = { "application/json": { schema } };
  const get = { operationId: "x", responses: { 200: { description: "X", content } } };
  const info = { title: "T", version: "1.0.0" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: { "/x": { get } }, ...more }, null, 1);
}

t.test("a09: no file outside of the document's folder is read or quoted", async (t) => {
  const secret = "top-secret-value";
  const folder = t.testdir({
    root: { docs: {} },
    outside: { "secret.yaml": `type: object\nproperties: { ${secret}: {} }\n`, "plain.txt": secret },
  });
  const docs = join(folder, "root/docs");
  symlinkSync(join(folder, "outside/secret.yaml"), join(docs, "link.yaml"));
  const references = [
    `file://${folder}/outside/secret.yaml`,
    `${folder}/outside/secret.yaml`,
    "../../outside/secret.yaml",
    "%2e%2e/%2e%2e/outside/secret.yaml",
    "link.yaml",
    "../../outside/plain.txt",
    "../../outside/plain.txt#/a",
    "../../../../../../../../../../../etc/passwd",
    "file:///etc/hostname",
  ];
  // Without a repository around it, the folder itself is the limit.
  mkdirSync(join(folder, "root/.git"));
  const mapped = {
    oneOf: [{ type: "object", required: ["k"], properties: { k: { type: "string" } } }],
    discriminator: { propertyName: "k", mapping: { b: "../../outside/secret.yaml" } },
  };
  for (const [index, schema] of [...references.map(($ref): Json => ({ $ref })), mapped].entries()) {
    writeFileSync(join(docs, `${index}.json`), documentWith(schema));
    const { code, said } = await contract(docs, "sdk", `${index}.json`, "--name", "x", "--out", `o${index}`);
    t.equal(code, 2, JSON.stringify(schema));
    t.match(said, /^\S+:\d+:\d+: .* is not read: .*\nfix: /);
    t.notMatch(said, secret);
    t.notOk(existsSync(join(docs, `o${index}`)));
  }
});

t.test("a09: YAML tags execute nothing", async (t) => {
  const folder = t.testdir();
  const tags = [
    "!include ../secret.yaml",
    '!!js/function "function () { globalThis.pwned = 1 }"',
    '!!python/object/apply:os.system ["touch pwned"]',
    '!<tag:yaml.org,2002:js/undefined> ""',
  ];
  for (const [index, tag] of tags.entries()) {
    const operation = `get:\n      operationId: x\n      description: ${tag}\n      responses: { "204": { description: X } }`;
    const text = `openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\npaths:\n  /x:\n    ${operation}\n`;
    writeFileSync(join(folder, `${index}.yaml`), text);
    await contract(folder, "generate", `${index}.yaml`, "--out", `o${index}`);
  }
  t.notOk(existsSync(join(folder, "pwned")) || "pwned" in globalThis);
});

t.test("a10: no URL is fetched unless the user requests it", async (t) => {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.end("type: object\n");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.teardown(() => server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const folder = t.testdir();
  const flow = { clientCredentials: { tokenUrl: `${url}/token`, scopes: {} } };
  const documents: Record<string, { text: string; code: number; said?: RegExp }> = {
    ref: { text: documentWith({ $ref: `${url}/a.yaml` }), code: 2, said: /fix: .* --allow-urls/ },
    upper: { text: documentWith({ $ref: `HTTP://${host}/b.yaml` }), code: 2, said: /--allow-urls/ },
    scheme: { text: documentWith({ $ref: `//${host}/c.yaml` }), code: 2, said: /is not read/ },
    dialect: {
      text: documentWith(
        { $schema: `${url}/s`, $id: `${url}/i`, type: "object" },
        { jsonSchemaDialect: url },
      ),
      code: 0,
    },
    quiet: {
      text: documentWith(
        { type: "object", externalDocs: { url } },
        {
          servers: [{ url }],
          security: [{ o: [] }, { p: [] }],
          components: {
            securitySchemes: {
              o: { type: "openIdConnect", openIdConnectUrl: `${url}/oidc` },
              p: { type: "oauth2", flows: flow },
            },
            examples: { e: { externalValue: `${url}/example` } },
          },
        },
      ),
      code: 0,
    },
  };
  for (const [name, { text, code, said }] of Object.entries(documents)) {
    writeFileSync(join(folder, `${name}.json`), text);
    const ran = await contract(folder, "sdk", `${name}.json`, "--name", name, "--out", `o-${name}`);
    t.equal(ran.code, code, `${name}: ${ran.said}`);
    if (said !== undefined) t.match(ran.said, said, name);
    if (said !== undefined) t.match(ran.said, new RegExp(`^${name}\\.json:\\d+:\\d+: `), name);
  }
  const entry = await contract(folder, "sdk", `${url}/openapi.yaml`, "--name", "entry", "--out", "o-entry");
  t.match(entry, { code: 2, said: /is not read: it is not a file\nfix: .*--allow-urls/ });
  t.same(hits, []);
  const allowed = await contract(folder, "generate", "ref.json", "--out", "allowed", "--allow-urls");
  t.match([allowed.code, hits], [0, ["/a.yaml"]], "as the message says");
});

t.test("a11: no name leads out of the folder, or into code", async (t) => {
  const source = readFileSync(join(fixtures, "a11-command-line/openapi.yaml"), "utf8");
  const folder = t.testdir({
    deep: { "own.yaml": source, "openapi.yaml": source.replace(/^x-sdk.*$/m, "") },
  });
  const cwd = join(folder, "deep");
  const refused: readonly (readonly string[])[] = [
    ["--name", "../evil"],
    ["--name", "@x/../../evil"],
    ["--name", "/evil"],
    ["--name", "@x/y\nz"],
    ["--name", "Évil"],
    ["--name", "@x/y", "--client", "X{}; globalThis.pwned=1; class Y"],
    ["--name", "@x/y", "--client", "class"],
    ["--name", "@x/y", "--client", "__proto__"],
    ["--name", "@x/y", "--client", "Good", "--version", '1.0.0"; x'],
  ];
  for (const flags of refused) {
    const { code, said } = await contract(cwd, "sdk", "openapi.yaml", ...flags);
    t.match(
      [code, said.split("\n")[0]],
      [2, / cannot be used for --(name|client|version)$/],
      flags.join(" "),
    );
  }
  const version = ["--version", "1.0.0"];
  const own = await contract(cwd, "sdk", "own.yaml", "--name", "own", "--out", "own", ...version);
  t.match(own, { code: 2, said: /^own\.yaml:\d+:\d+: x-sdk\.client is not a valid class name\nfix: / });
  const generated = await contract(cwd, "generate", "own.yaml", "--out", "own");
  t.match(generated, { code: 2, said: /^own\.yaml:\d+:\d+: x-sdk\.client is not a valid class name\nfix: / });
  const good = ["--name", "@x/good", "--client", "Good", ...version];
  const made = await contract(cwd, "sdk", "openapi.yaml", ...good, "--out", "out");
  t.equal(made.code, 0, made.said);
  const beside = filesIn(folder).filter((file) => !file.startsWith(join(cwd, "out/")));
  t.same(beside.map((file) => file.slice(cwd.length + 1)).sort(), [
    "openapi.yaml",
    "own.yaml",
    "x-good-1.0.0.tgz",
  ]);
  for (const command of [["sdk", ...good], ["server"], ["generate"]]) {
    mkdirSync(join(cwd, "busy"), { recursive: true });
    writeFileSync(join(cwd, "busy/mine.ts"), "keep");
    const [name = "", ...flags] = command;
    const { code, said } = await contract(cwd, name, "openapi.yaml", ...flags, "--out", "busy");
    t.match([code, said], [2, /holds files that this tool did not make/], name);
    t.same(readdirSync(join(cwd, "busy")), ["mine.ts"]);
  }
});

t.test(
  "a14: a document that expands beyond the limits gives a package or an error with its line",
  async (t) => {
    // Written as text: serializing so deep a value would exhaust the stack.
    const deep = (levels: number): string => {
      const schema = `${'{"properties":{"a":'.repeat(levels)}{"type":"string"}${"}}".repeat(levels)}`;
      return documentWith("HERE").replace('"HERE"', schema);
    };
    const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
    const circle = { components: { schemas: { A: ref("B"), B: ref("A") } } };
    const ofItself = { components: { schemas: { A: { allOf: [ref("A"), { type: "object" }] } } } };
    const aliases = Array.from({ length: 25 }, (_, n) => `x-a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`).join(
      "",
    );
    const head = `openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\nx-a0: &a0 [ha, ha]\n${aliases}`;
    const use =
      'paths: { /x: { get: { responses: { "200": { description: X, content: { a/json: { schema: { enum: *a25 } } } } } } } }';
    const files: Record<string, { text: string; said?: RegExp }> = {
      "laughs.yaml": { text: `${head}${use}\n`, said: /^laughs\.yaml:\d+:\d+: the aliases / },
      "deep.json": { text: deep(2500), said: /^deep\.json:1?\d*:\d+: .* levels deep/ },
      "deep.yaml": { text: deep(2500), said: /^deep\.yaml:\d+:\d+: .* levels deep/ },
      "deep200.json": { text: deep(200) },
      "circle.json": { text: documentWith(ref("A"), circle), said: /^circle\.json:\d+:\d+: .* is circular/ },
      "self.json": {
        text: documentWith(ref("A"), ofItself),
        said: /^self\.json:\d+:\d+: .* circle of schemas/,
      },
      "enum.json": { text: documentWith({ enum: Array.from({ length: 20_000 }, (_, n) => `value-${n}`) }) },
      "text.json": { text: documentWith({ type: "string", description: "x ".repeat(1_500_000) }) },
    };
    const folder = t.testdir();
    for (const [name, { text, said }] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
      const ran = await contract(folder, "sdk", name, "--name", "bomb", "--out", `out-${name}`);
      const short = ran.said.slice(0, 200);
      t.equal(ran.code, said === undefined ? 0 : 2, `${name}: ${short}`);
      if (said !== undefined) t.match(ran.said, said, name);
      t.notMatch(ran.said, /^\s+at /m, `${name}: no stack trace`);
    }
  },
);
