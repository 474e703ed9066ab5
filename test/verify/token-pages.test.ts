// Lists whose next page is named by a token in the body, in a URL, or in `Link`: a walk over them finds pages
// that lose or repeat a resource.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import { verify } from "../../scripts/contract/verify/verify.ts";

t.setTimeout(120_000);

const thing = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const items = { type: "array", items: thing };
const text = { type: ["string", "null"] };
const page = (more: object): object => ({ type: "object", properties: { items, ...more } });
const json = (schema: object): object => ({ "application/json": { schema } });

/** Verifies a mock; `size` is sent in place of a page size of 2. */
async function findingsOf(
  t: { testdir: () => string; teardown: (end: () => Promise<void>) => void },
  list: object,
  size: string,
): Promise<string[]> {
  const path = join(t.testdir(), "openapi.json");
  const query = (name: string, schema: object): object => ({ name, in: "query", schema });
  const problem = { description: "" };
  const paths = {
    "/things": {
      get: {
        operationId: "list",
        parameters: [
          query("limit", { type: "integer", minimum: 1, maximum: 100 }),
          query("cursor", { type: "string" }),
        ],
        responses: { 200: { description: "", ...list }, 400: problem },
      },
      post: {
        operationId: "create",
        requestBody: { content: json({ type: "object", properties: { id: false } }) },
        responses: { 201: { description: "", content: json(thing) }, 400: problem },
      },
    },
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "fetch",
        responses: { 200: { description: "", content: json(thing) }, 404: problem },
      },
    },
  };
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const mock = await startMock(path);
  t.teardown(() => mock.close());
  const { findings } = await verify({
    document: await readDocument(path),
    target: mock.url,
    write: true,
    fetch: (request) => {
      const url = new URL(request.url);
      // Pages of another size after the first: resources between them are lost, or come twice.
      if (url.searchParams.has("cursor") || url.searchParams.get("limit") !== "2") return fetch(request);
      url.searchParams.set("limit", size);
      return fetch(new Request(url, request)).then(async (response) => {
        const body = (await response.json()) as unknown[] | { readonly items: unknown[] };
        const first = Array.isArray(body) ? body.slice(0, 2) : { ...body, items: body.items.slice(0, 2) };
        const headers = new Headers(response.headers);
        headers.delete("content-length");
        return new Response(JSON.stringify(first), { status: response.status, headers });
      });
    },
  });
  return findings.map(({ check, operation, place }) => `${check} ${operation.label} ${place}`);
}

for (const { how, list } of [
  { how: "a token in the body", list: { content: json(page({ nextCursor: text })) } },
  {
    how: "a token in metadata",
    list: { content: json(page({ meta: { type: "object", properties: { next_cursor: text } } })) },
  },
  {
    how: "the URL of the next page",
    list: {
      content: json(page({ links: { type: "object", properties: { next: { ...text, format: "uri" } } } })),
    },
  },
  { how: "Link", list: { headers: { Link: { schema: { type: "string" } } }, content: json(items) } },
])
  t.test(`pages by ${how}`, async (t) => {
    t.same(await findingsOf(t, list, "2"), []);
    t.same(await findingsOf(t, list, "3"), ["pages-incomplete list query/limit"]);
  });
