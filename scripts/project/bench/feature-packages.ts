// Packages for small documents, each with one feature: what streams, tokens, webhooks and kinds of pages add.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommandLine } from "../../contract/cli/run-command-line.ts";

const text = { type: "string" };
const item = { type: "object", required: ["id"], properties: { id: text } };
const json = (schema: object): object => ({ description: "", content: { "application/json": { schema } } });
const query = (name: string, schema: object = text): object => ({ name, in: "query", schema });

interface Feature {
  readonly name: string;
  /** The operation `chat.create`. */
  readonly operation?: object;
  /** Parts of the document. */
  readonly more?: object;
  /** A program that uses it. */
  readonly program: string;
}

const list = (properties: object, parameters: readonly object[], pagination: object | undefined): object => ({
  parameters,
  responses: {
    200: json({ type: "object", properties: { items: { type: "array", items: item }, ...properties } }),
  },
  ...(pagination && { "x-sdk": { pagination } }),
});
const client = (call: string): string =>
  `import { Chat } from "PACKAGE"; const { chat } = new Chat(); console.log(${call});`;
const walk = `import { Chat } from "PACKAGE"; for await (const item of new Chat().chat.create()) console.log(item);`;
const page = [query("page", { type: "integer" })];

/** Each with the feature that it is compared with. */
export const features: readonly (Feature & { readonly beside?: string })[] = [
  { name: "one call", program: client("await chat.create()") },
  {
    name: "streams of events",
    operation: {
      "x-sdk": { stream: { sentinel: "[DONE]" } },
      responses: { 200: { description: "", content: { "text/event-stream": { schema: item } } } },
    },
    program: walk,
    beside: "one call",
  },
  {
    name: "streams of lines",
    operation: {
      responses: { 200: { description: "", content: { "application/jsonl": { schema: item } } } },
    },
    program: walk,
    beside: "one call",
  },
  {
    name: "pages by cursor",
    operation: list({ next: text }, [query("cursor")], { parameter: "cursor", next: "next" }),
    program: walk,
    beside: "one call",
  },
  {
    name: "pages by number",
    operation: list({}, page, { by: "page", parameter: "page" }),
    program: walk,
    beside: "pages by cursor",
  },
  {
    name: "pages by offset",
    operation: list({}, [query("offset", { type: "integer" })], { by: "offset", parameter: "offset" }),
    program: walk,
    beside: "pages by cursor",
  },
  {
    name: "pages by the Link field",
    operation: list({}, page, { next: "$response.header.Link" }),
    program: walk,
    beside: "pages by cursor",
  },
  {
    name: "tokens of OAuth 2",
    more: {
      security: [{ auth: [] }],
      components: {
        securitySchemes: {
          auth: {
            type: "oauth2",
            flows: { clientCredentials: { tokenUrl: "https://api.example.com/token", scopes: {} } },
          },
        },
      },
    },
    program: `import { Chat } from "PACKAGE"; import { oauth } from "PACKAGE/oauth";
      const { chat } = new Chat({ auth: oauth({ clientId: "a", clientSecret: "b" }) }); console.log(await chat.create());`,
    beside: "one call",
  },
  {
    name: "webhooks",
    more: {
      webhooks: {
        paid: { post: { requestBody: { content: { "application/json": { schema: item } } }, responses: {} } },
      },
    },
    program: `import { Chat } from "PACKAGE"; import { unwrap } from "PACKAGE/webhooks";
      console.log(await new Chat().chat.create(), await unwrap("", {}, ""));`,
    beside: "one call",
  },
];

/** Generates the package of a feature into `node_modules` of a folder; returns its name. */
export async function featurePackage(folder: string, feature: Feature): Promise<string> {
  const name = `with-${feature.name.toLowerCase().replaceAll(/\W+/g, "-")}`;
  const { operation = { responses: { 200: json(item) } }, more = {} } = feature;
  const document = {
    openapi: "3.1.0",
    info: { title: "Chat", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/chat": { get: { operationId: "create", tags: ["chat"], ...operation } } },
    ...more,
  };
  const path = join(folder, `${name}.json`);
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(path, JSON.stringify(document));
  const said: string[] = [];
  const io = { out: () => undefined, err: (line: string) => void said.push(line), cwd: folder, env: {} };
  const out = join(folder, "node_modules", name);
  const code = await runCommandLine(["sdk", path, "--name", name, "--client", "Chat", "--out", out], io);
  if (code !== 0) throw new Error(said.join("\n"));
  return name;
}
