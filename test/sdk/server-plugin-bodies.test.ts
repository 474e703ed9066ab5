// How bodies reach the generated plugin: over HTTP/2, and through hooks that replace the payload.
import { once } from "node:events";
import { connect } from "node:http2";
import { PassThrough, type Readable } from "node:stream";
import { createGunzip, gzipSync } from "node:zlib";
import { fastify } from "fastify";
import t from "tap";
import { notesApplication, notesDocument, notesServer, pluginOptions } from "./notes-application.ts";

t.setTimeout(120_000);

const folder = t.testdir({ "openapi.json": JSON.stringify(notesDocument) });
const notes = await notesServer(folder);
const echo = ({ body }: { readonly [part: string]: unknown }): object => ({
  status: 201,
  headers: { ETag: '"1"' },
  body,
});
const url = "/v1/notes?dry=true";
const headers = { "x-key": "good", "content-type": "application/json" };

t.test("over HTTP/2, content is announced by no field", async (t) => {
  for (const direct of [false, true]) {
    const app = fastify({ http2: true });
    t.teardown(() => app.close());
    void app.register(notes.operationsPlugin, { ...pluginOptions({ createNote: echo }), ...{ direct } });
    const client = connect(await app.listen({ port: 0, host: "127.0.0.1" }));
    t.teardown(() => client.destroy());
    const create = async (body: string | undefined): Promise<unknown[]> => {
      const sent = client.request(
        { ":method": "POST", ":path": url, ...headers },
        { endStream: body === undefined },
      );
      if (body !== undefined) sent.end(body);
      const [head] = (await once(sent, "response")) as [{ ":status": number }];
      let text = "";
      for await (const chunk of sent.setEncoding("utf8")) text += chunk as string;
      return [head[":status"], text];
    };
    t.same(await create('{"text":"a"}'), [201, '{"text":"a"}']);
    const [status, text] = await create(undefined);
    t.equal(status, 400);
    t.match(text, /"pointer":"","detail":"must be sent"/);
  }
});

t.test("a hook may decode the content, and remove the header fields about its coding", async (t) => {
  const payload = gzipSync('{"text":"a"}');
  const sent = { method: "POST", url, headers: { ...headers, "content-encoding": "gzip" }, payload } as const;
  for (const removed of [[], ["content-encoding"], ["content-encoding", "content-length"]]) {
    const app = notesApplication(t, notes, { createNote: echo });
    app.addHook("preParsing", async (request, _reply, payload) => {
      for (const name of removed) Reflect.deleteProperty(request.headers, name);
      return (payload as Readable).pipe(createGunzip());
    });
    t.match(await app.inject(sent), { statusCode: 201, body: '{"text":"a"}' }, removed.join());
  }
  const app = notesApplication(t, notes, { createNote: echo });
  app.addHook("preParsing", async (_request, _reply, payload) =>
    (payload as Readable).pipe(new PassThrough()),
  );
  const empty = await app.inject({ method: "POST", url, headers: { "x-key": "good" } });
  t.match(empty.json(), { status: 400, errors: [{ pointer: "", detail: "must be sent" }] });
  const undecoded = notesApplication(t, notes, { createNote: echo });
  t.match((await undecoded.inject(sent)).json(), { status: 415, errors: [{ name: "Content-Encoding" }] });
});
