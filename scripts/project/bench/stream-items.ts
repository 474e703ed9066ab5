// Process of the stream benchmark: reads a long stream of events through one client, and reports processor
// time and memory.
import { pathToFileURL } from "node:url";

type Fetch = typeof fetch;
type Streamed = (fetch: Fetch) => Promise<AsyncIterable<unknown>>;
type Class<Options, Client> = new (options: Options) => Client;

interface OpenAi {
  readonly chat: { readonly completions: { create(body: object): Promise<AsyncIterable<unknown>> } };
}

interface Own {
  readonly chat: { create(body: object): AsyncIterable<unknown> };
}

const body = { model: "m", messages: [] };

const clients: Readonly<Record<string, (module: never) => Streamed>> = {
  openai:
    ({ default: OpenAI }: { default: Class<object, OpenAi> }) =>
    (fetch) =>
      new OpenAI({ apiKey: "k", baseURL: "http://localhost", fetch }).chat.completions.create({
        ...body,
        stream: true,
      }),
  ours:
    ({ Chat }: { Chat: Class<object, Own> }) =>
    (fetch) =>
      Promise.resolve(new Chat({ baseUrl: "http://localhost", fetch }).chat.create(body)),
};

const itemsOfChunk = 100;

/** A fetch whose response has this many events, and the sentinel that ends them. */
function streaming(items: number): Fetch {
  const delta = { role: "assistant", content: "word " };
  const event = {
    id: "c1",
    object: "chunk",
    created: 1,
    choices: [{ index: 0, delta, finish_reason: null }],
  };
  const chunk = new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`.repeat(itemsOfChunk));
  const headers = { "Content-Type": "text/event-stream" };
  return () => {
    let left = items;
    const stream = new ReadableStream({
      pull(controller) {
        if (left > 0) controller.enqueue(chunk);
        else {
          controller.enqueue(new TextEncoder().encode("data: [DONE]\n\n"));
          controller.close();
        }
        left -= itemsOfChunk;
      },
    });
    return Promise.resolve(new Response(stream, { headers }));
  };
}

/** What reading a stream takes. */
export interface StreamEffort {
  readonly items: number;
  /** Microseconds of processor time for an item. */
  readonly processor: number;
  /** Megabytes of the heap that the last item holds more than one after a tenth of the stream. */
  readonly growth: number;
}

async function read(streamed: Streamed, items: number): Promise<StreamEffort> {
  const before = process.cpuUsage();
  const heaps: number[] = [];
  let count = 0;
  for await (const item of await streamed(streaming(items))) {
    if (typeof item === "object") count += 1;
    if (count === items / 10 || count === items) {
      globalThis.gc?.();
      heaps.push(process.memoryUsage().heapUsed);
    }
  }
  const { user, system } = process.cpuUsage(before);
  const [first = 0, last = 0] = heaps;
  return { items: count, processor: (user + system) / count, growth: (last - first) / 2 ** 20 };
}

const [, , name = "", module = ""] = process.argv;
const streamed = clients[name]?.((await import(pathToFileURL(module).href)) as never);
if (streamed === undefined) throw new TypeError(`no client ${name}`);
await read(streamed, 20_000);
process.on("message", (items: number) => {
  void read(streamed, items).then((effort) => process.send?.(effort));
});
process.send?.("ready");
