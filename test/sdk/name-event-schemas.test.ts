// The data of each kind of event has a type of its own, also where its schema is inline.
import t from "tap";
import { planOf } from "../../scripts/contract/generate/plan.ts";
import { eventKinds } from "../../scripts/contract/generate/resources/stream-items.ts";
import { preparedDocument } from "../../scripts/contract/sdk/prepared-document.ts";
import { readFiles } from "../support/read-files.ts";

const done = { type: "object", properties: { reason: { type: "string" } } };
const delta = { $ref: "#/components/schemas/Delta" };
const everything = { tags: [], operations: [] };

/** Returns the references of the kinds of events that a media type declares. */
async function kindsOf(openapi: string, media: object): Promise<unknown[]> {
  const content = { "text/event-stream": media };
  const read = await readFiles({
    "api.json": JSON.stringify({
      openapi,
      info: { title: "Chat", version: "1" },
      paths: { "/chat": { get: { responses: { 200: { description: "", content } } } } },
      components: { schemas: { Delta: { type: "object" }, DoneEvent: { type: "string" } } },
    }),
  });
  const { document } = preparedDocument(read, everything, () => undefined);
  const [{ responses } = { responses: [] }] = planOf(document).operations;
  const kinds = eventKinds(document.root, responses[0]!.content[0]!);
  return kinds.map(({ event, schema }) => [event, schema?.node]);
}

t.test("an inline schema of an event becomes a component that has the event's name", async (t) => {
  const want = [
    ["delta", delta],
    ["done", { $ref: "#/components/schemas/DoneEvent2" }],
    ["count", { type: "integer" }],
  ];
  const branches = [delta, done, { type: "integer" }];
  const events = ["delta", "done", "count"];
  const declared = { schema: { oneOf: branches }, "x-sdk": { stream: { events } } };
  t.same(await kindsOf("3.1.0", declared), want);
  const kind = (event: string | undefined, contentSchema: object): object => ({
    properties: { event: { const: event }, data: { type: "string", contentSchema } },
  });
  const itemSchema = { oneOf: branches.map((schema, index) => kind(events[index], schema)) };
  t.same(await kindsOf("3.2.0", { itemSchema }), want);
});
