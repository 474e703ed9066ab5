// Packages of documents with every security scheme and with servers of single operations: what each call
// sends, and to which host.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { compile, execute, installed, installPeer } from "./made-package.ts";

// Starts a compiler and npm.
t.setTimeout(120_000);

const program = `import { Guarded } from "guarded";
import { createClient } from "guarded/fetch";
const sent = [];
const fetch = async (url, { headers }) => {
  const values = ["authorization", "x-key", "cookie"].map((name) => headers.get(name));
  sent.push([url, ...values.filter((value) => value !== null)].join(" "));
  return new Response(null, { status: 204 });
};
const client = new Guarded({ fetch, username: "ann", password: "p" });
await client.keys.basic();
await client.keys.elsewhere();
await client.keys.beside();
const own = new Guarded({ fetch, baseUrl: "http://127.0.0.1:1/base", apiKey: "k", cookie: async () => "c d", query: "q" });
await own.keys.both();
await own.keys.elsewhere();
await own.keys.beside();
await own.keys.elsewhere({ baseUrl: "http://127.0.0.1:2/" });
await own.keys.elsewhere({ baseUrl: "ftp://x" }).catch((error) => sent.push(error.message));
await new Guarded({ fetch }).keys.mutual();
await new Guarded({ fetch, serverVariables: { region: "us-2.a", version: "v3/beta" } }).keys.mutual();
for (const serverVariables of [{ region: "evil.example/" }, { region: "a@b" }, { version: "x/../y" }, { zone: "1" }, { toString: "1" }]) {
  try { new Guarded({ fetch, serverVariables }); } catch (error) { sent.push(error.message); }
}
const byPath = createClient({ fetch, serverVariables: { region: "us", version: "v3" } });
await byPath.GET("/mutual");
try { createClient({ fetch, serverVariables: { region: "a@b" } }); } catch (error) { sent.push(error.message); }
console.log(sent.join("\\n"));`;

t.test("calls go to the declared server, with the given credentials", async (t) => {
  const folder = await installed(t.testdir(), "guarded.yaml", "--name", "guarded", "--client", "Guarded");
  installPeer(folder, "openapi-fetch");
  const ann = `Basic ${btoa("ann:p")}`;
  const chosen = "k session=c%20d";
  t.same((await execute(folder, "program.mjs", program)).trim().split("\n"), [
    `https://eu.example.com/v2/basic ${ann}`,
    "https://files.example.com/files/elsewhere",
    `https://eu.example.com/v9/beside ${ann}`,
    `http://127.0.0.1:1/base/both ${chosen}`,
    "https://files.example.com/files/elsewhere",
    "http://127.0.0.1:1/v9/beside",
    "http://127.0.0.1:2/elsewhere",
    "baseUrl must be a plain http(s) URL",
    "https://eu.example.com/v2/mutual",
    "https://us-2.a.example.com/v3/beta/mutual",
    "region must be a part of a URL",
    "region must be a part of a URL",
    "version must be a part of a URL",
    'The server has no variable "zone"',
    'The server has no variable "toString"',
    "https://us.example.com/v3/mutual",
    "region must be a part of a URL",
  ]);
  const readme = readFileSync(join(folder, "node_modules/guarded/README.md"), "utf8");
  for (const line of [
    "const client = new Guarded({ username",
    "| `password` |  | header `Authorization: Basic …` |  |",
    "| `token` |  | header `Authorization: Bearer …` | An OAuth 2 access token",
    "| `credentials` |  | header `Authorization: Digest …` |",
    "| `apiKey` |  | header `X-Key` |",
    "| `cookie` |  | cookie `session` |",
    "| `query` |  | query parameter `key` |",
    "An OAuth 2 access token, to be had by clientCredentials at `https://example.com/token`.",
    "const dispatcher = new Agent({ connect: { cert, key } });",
    "which is `https://eu.example.com/v2/` when it is left out",
    "| `keys.elsewhere` | `https://files.example.com/files` |",
    "| `keys.beside` | `/v9` |",
    "| `region` | any | `eu` |",
  ])
    t.match(readme, line);
  t.equal(
    compile(
      folder,
      `import { Guarded } from "guarded"; import { createClient } from "guarded/fetch"; await new Guarded().keys.open({ baseUrl: "http://x" });
       new Guarded({ serverVariables: { region: "us" } });
       createClient({ serverVariables: { region: "us" } });
       // @ts-expect-error a variable that the server does not have
       createClient({ serverVariables: { zone: "us" } });
       // @ts-expect-error a variable that the server does not have
       new Guarded({ serverVariables: { zone: "us" } });`,
    ),
    "",
  );
});
