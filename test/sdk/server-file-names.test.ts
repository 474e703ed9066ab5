// File names in forms sent to a generated server: passed on unchanged, and as a basename that leads to no
// other folder.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { compileServer, generatedServer, generateServer } from "./generated-server.ts";

t.setTimeout(120_000);

const file = { type: "string", contentMediaType: "application/octet-stream" };
const form = {
  type: "object",
  properties: { file, more: { type: "array", items: file }, note: { type: "string" } },
};
const document = {
  openapi: "3.1.0",
  info: { title: "Files", version: "1.0.0" },
  paths: {
    "/files": {
      post: {
        operationId: "sendFile",
        requestBody: { required: true, content: { "multipart/form-data": { schema: form } } },
        responses: { 204: { description: "Sent" } },
      },
    },
  },
};

const names: readonly [given: string, basename: string][] = [
  ["plan.txt", "plan.txt"],
  ["../../etc/passwd", "passwd"],
  ["..\\..\\boot.ini", "boot.ini"],
  ["C:\\files\\a b.txt", "a b.txt"],
  ["/absolute", "absolute"],
  ["a/b/", "b"],
  ["..", ""],
  [". ", ""],
  ["a/..", ""],
  ["///", ""],
  ["a\u0000.txt\u007f", "a.txt"],
  ["\u202etxt.exe", "txt.exe"],
  [".\u0001./x\u0007y", "xy"],
  [".\u200b.", ""],
  ["größe.txt", "größe.txt"],
];

interface Sent {
  readonly file: { readonly name: string; readonly basename: string; text(): Promise<string> };
  readonly more: Sent["file"][];
}

/** A multipart form with unescaped names, as a hostile program writes it: clients escape them. */
function multipart(name: string): { body: Buffer; type: string } {
  const part = (field: string): string =>
    `--b\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\nhi\r\n`;
  const body = Buffer.from(`${part("file")}${part("more")}${part("more")}--b--\r\n`);
  return { body, type: "multipart/form-data; boundary=b" };
}

t.test("a file name is passed on unchanged, and its basename leads to no other folder", async (t) => {
  const folder = t.testdir({ "openapi.json": JSON.stringify(document) });
  const seen: Sent[] = [];
  const handlers = {
    sendFile: ({ body }: { body: Sent }) => (seen.push(body), Promise.resolve({ status: 204 })),
  };
  const { app } = await generatedServer(t, { folder, document: join(folder, "openapi.json"), handlers });
  for (const [given, basename] of names) {
    const { body, type } = multipart(given);
    const { statusCode } = await app.inject({
      method: "POST",
      url: "/files",
      headers: { "Content-Type": type },
      payload: body,
    });
    t.equal(statusCode, 204, JSON.stringify(given));
    const { file, more } = seen.at(-1) ?? {};
    t.equal(file?.name, given);
    t.same(
      [file, ...(more ?? [])].map((one) => one?.basename),
      [basename, basename, basename],
      JSON.stringify(given),
    );
    t.equal(await file?.text(), "hi");
    t.notMatch(file?.basename, /[\p{Cc}/\\]/u);
  }
});

t.test("the types have both names, and warn of one", async (t) => {
  const folder = t.testdir({ "openapi.json": JSON.stringify(document) });
  await generateServer(folder, join(folder, "openapi.json"));
  const program = `import { addOperations, type FormFile, type Handlers } from "./generated/server.ts";
const handlers: Handlers = {
  async sendFile({ body }) {
    const file: FormFile | undefined = body.file;
    const names: string[] = [...(body.more ?? []), ...(file === undefined ? [] : [file])].map((one) => one.basename + one.name + one.size);
    console.log(names);
    return { status: 204 };
  },
};
console.log(addOperations, handlers);
`;
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  t.equal(compileServer(folder, { "program.ts": program }), "");
  const text = readFileSync(join(folder, "generated/boundary.ts"), "utf8");
  t.match(text, /Do not trust it[^}]*readonly name: string;/);
});
