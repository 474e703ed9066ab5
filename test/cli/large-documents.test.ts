// Documents with extremely long lists: every command ends with its result, or reports in three lines what was
// too large.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

const isLong = process.env["CHECK_LONG"] === "1";
const count = isLong ? 150_000 : 2000;
/** The thread of a command has a larger stack than this one. */
const links = isLong ? count : 300;

t.setTimeout(isLong ? 14_400_000 : 600_000);

const list = <Item>(make: (index: number) => Item, length = count): Item[] =>
  Array.from({ length }, (_, index) => make(index));
const map = (make: (index: number) => [string, unknown], length = count): object =>
  Object.fromEntries(list(make, length));
const responses = { 204: { description: "Done." } };
const string = { type: "string" };
const ref = (index: number) => ({ $ref: `#/components/schemas/S${index}` });

/** Returns a document that sends and returns one schema. */
function ofSchema(S: object, more: object = {}): object {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/S" } } };
  const post = {
    operationId: "a",
    requestBody: { content },
    responses: { 200: { description: "One.", content } },
  };
  return { paths: { "/a": { post } }, components: { schemas: { S, ...more } } };
}

/** Returns a document with one operation. */
function ofOperation(get: object, more: object = {}): object {
  return { paths: { "/a": { get: { operationId: "a", responses, ...get } } }, ...more };
}

const documents: Readonly<Record<string, () => object>> = {
  tuple: () =>
    ofSchema({
      type: "array",
      prefixItems: list((at) => ({ type: at % 2 === 0 ? "string" : "integer", maxLength: at })),
    }),
  allOf: () => ofSchema({ allOf: list((at) => ({ type: "object", properties: { [`p${at}`]: string } })) }),
  anyOf: () => ofSchema({ anyOf: list((at) => ({ type: "object", required: [`p${at}`] })) }),
  oneOf: () => ofSchema({ oneOf: list((at) => ({ type: "object", required: [`p${at}`] })) }),
  enum: () => ofSchema({ type: "string", enum: list((at) => `v${at}`) }),
  required: () => ofSchema({ type: "object", required: list((at) => `v${at}`) }),
  properties: () => ofSchema({ type: "object", properties: map((at) => [`v${at}`, string]) }),
  "chain of properties": () =>
    ofSchema(
      ref(0),
      map(
        (at) => [`S${at}`, at === links - 1 ? string : { type: "object", properties: { next: ref(at + 1) } }],
        links,
      ),
    ),
  schemas: () =>
    ofSchema(
      { type: "object" },
      map((at) => [`S${at}`, { type: "string", maxLength: at }]),
    ),
  parameters: () =>
    ofOperation({ parameters: list((at) => ({ name: `p${at}`, in: "query", schema: string })) }),
  tags: () => ofOperation({ tags: list((at) => `t${at}`) }, { tags: list((at) => ({ name: `t${at}` })) }),
  security: () =>
    ofOperation(
      { security: list(() => ({ key: [] })) },
      { components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } } },
    ),
  operations: () => ({
    paths: map(
      (at) => [`/p${at}`, { get: { operationId: `o${at}`, tags: [`t${at % 50}`], responses } }],
      count / 10,
    ),
  }),
};

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a command in its own process, with its limits, where documents are largest. */
async function run(args: readonly string[], cwd: string): Promise<Ended> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  if (!isLong) {
    const code = await runCommandLine(args, { out: say, err: say, cwd, env: {} });
    return { code, said: said.join("\n") };
  }
  const child = spawn(process.execPath, [resolve("scripts/contract.js"), ...args], { cwd });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => say(part.toString()));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, said: said.join("") };
}

for (const [name, make] of Object.entries(documents)) {
  t.test(name, async (t) => {
    const folder = t.testdir({ g: {}, s: {}, v: {} });
    const info = { title: "Large", version: "1.0.0" };
    const document = { openapi: "3.1.0", info, servers: [{ url: "https://large.example" }], ...make() };
    writeFileSync(join(folder, "a.json"), JSON.stringify(document));
    writeFileSync(
      join(folder, "b.json"),
      JSON.stringify({ ...document, info: { ...info, version: "1.0.1" } }),
    );
    const commands = [
      ["lint", "a.json"],
      ["generate", "a.json", "--out", "g"],
      ["sdk", "a.json", "--name", "large", "--out", "s"],
      ["server", "a.json", "--out", "v"],
      ["diff", "a.json", "b.json"],
    ];
    for (const args of commands) {
      const { code, said } = await run(args, folder);
      const isTooLarge =
        code === 2 &&
        /^(?:what contract .* reads is too large|the output for the document is too large|the document is nested too deeply).*\n(?:expected .*\n)?fix: /m.test(
          said,
        );
      t.ok(code === 0 || code === 1 || (isLong && isTooLarge), `${args[0]}: ${code} ${said.slice(-500)}`);
      if (args[0] === "generate" && code === 0) {
        const { createValidators } = (await import(pathToFileURL(join(folder, "g/validators.js")).href)) as {
          createValidators: (formats: object) => object;
        };
        t.equal(typeof createValidators({}), "object", "what is generated loads");
      }
    }
  });
}
