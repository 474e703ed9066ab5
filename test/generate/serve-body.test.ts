// What is told to the sender of a body that cannot be read, and what is not the sender's fault.
import t from "tap";
import { readBody } from "../../scripts/generate/runtime/serve-body.ts";

function request(type: string, body: Uint8Array): never {
  return { headers: { "content-type": type }, body } as never; // All of a Fastify request that the reader looks at.
}

t.test("a text that cannot be read is a problem of the body", async (t) => {
  const table = [
    { type: "application/json", body: Buffer.from("{"), want: /^must be JSON/ },
    { type: "text/plain", body: Buffer.from([0xff]), want: /^must be UTF-8$/ },
    {
      type: "multipart/form-data; boundary=x",
      body: Buffer.from("no form"),
      want: /^must be multipart\/form-data$/,
    },
  ];
  for (const { type, body, want } of table) {
    const problems: { detail: string }[] = [];
    const [essence = ""] = type.split(";");
    await readBody(
      { required: true, mediaTypes: [essence] },
      { "multipart/form-data": [] },
      request(type, body),
      problems as never,
    );
    t.match(problems, [{ in: "body", pointer: "", detail: want }], type);
  }
});

t.test("an error of the reader itself is none of the sender's", async (t) => {
  const fault = new TypeError("a fault of ours");
  const fields = [
    {
      get name(): string {
        throw fault;
      },
    },
  ] as never;
  const type = "application/x-www-form-urlencoded";
  const reading = readBody(
    { required: true, mediaTypes: [type] },
    { [type]: fields },
    request(type, Buffer.from("a=1")),
    [],
  );
  await t.rejects(reading, fault);
});
