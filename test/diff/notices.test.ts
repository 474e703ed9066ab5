// Notices: changes that no exchange shows but a reviewer wants to know.
import t, { type Test } from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

async function run(t: Test, base: string, head: string, ...argv: string[]) {
  const cwd = t.testdir({ "base.yaml": base, "head.yaml": head });
  const printed = { out: "", err: "" };
  const io = {
    cwd,
    env: { COLUMNS: "300" },
    out: (text: string) => void (printed.out += `${text}\n`),
    err: (text: string) => void (printed.err += `${text}\n`),
  };
  const code = await runCommandLine(["diff", `${cwd}/base.yaml`, `${cwd}/head.yaml`, ...argv], io);
  return { code, ...printed };
}

const head = "openapi: 3.1.0\ninfo: { title: Things, version: 1.0.0 }\n";

t.test("a field without a value is read as empty and reported", async (t) => {
  const cases: { what: string; full: string; empty: string; place: string }[] = [
    {
      what: "content of a body",
      full: "requestBody: { content: {} }, responses: {}",
      empty: "requestBody: { content: }, responses: {}",
      place: "requestBody/content",
    },
    { what: "responses", full: "responses: {}", empty: "responses: ", place: "responses" },
    {
      what: "content of a response",
      full: 'responses: { "200": { description: Ok., content: {} } }',
      empty: 'responses: { "200": { description: Ok., content: } }',
      place: "responses/200/content",
    },
    {
      what: "a media type",
      full: 'responses: { "200": { description: Ok., content: { application/json: {} } } }',
      empty: 'responses: { "200": { description: Ok., content: { application/json: } } }',
      place: "responses/200/content/application/json",
    },
    {
      what: "parameters",
      full: "parameters: [], responses: {}",
      empty: "parameters: , responses: {}",
      place: "parameters",
    },
  ];
  for (const { what, full, empty, place } of cases) {
    const [a, b] = [full, empty].map((text) => `${head}paths: { /things: { post: { ${text} } } }\n`);
    const said = new RegExp(
      `/things/post/${place} {2}empty-field changed nothing is written there: read as empty in `,
    );
    for (const [base, other, where] of [
      [a, b, "head"],
      [b, a, "base"],
      [b, b, "both documents"],
    ] as const) {
      const { code, out } = await run(t, base ?? "", other ?? "");
      t.equal(code, 0, what);
      t.match(out, new RegExp(said.source + where), what);
      t.notMatch(out, /breaking|undecided/);
    }
  }
});

t.test("a value that should be a map stays an error with its line", async (t) => {
  const wrong = `${head}paths: { /things: { post: { requestBody: , responses: {} } } }\n`;
  t.match(await run(t, wrong, wrong), { code: 2, err: /requestBody has to be an object, it is null/ });
  const open = `${head}security: \npaths: {}\n`;
  t.match(await run(t, open, open), { code: 2, err: /security/ });
});

t.test("parts that a witness cannot show are reported in every format", async (t) => {
  const parameter =
    '{ name: q, in: query, required: true, schema: { type: string, pattern: "(?i)x{3}(?<!y)" } }';
  const limited = (most: number) =>
    `${head}paths: { /things: { post: { operationId: createThing, parameters: [${parameter}], requestBody: { required: true, content: { application/json: { schema: { type: string, maxLength: ${most} } } } }, responses: {} } } }\n`;
  for (const format of ["text", "markdown", "json", "html", "github", "sarif"]) {
    const { code, out } = await run(t, limited(9), limited(5), "--format", format);
    t.equal(code, 1);
    t.match(out, /no value could be written down for query\/q/, format);
  }
});

t.test("a new server is reported by name", async (t) => {
  const servers = (...urls: string[]) =>
    `${head}servers: [${urls.map((url) => `{ url: "${url}" }`).join(", ")}]\npaths: { /things: { get: { responses: {} } } }\n`;
  const one = servers("https://a.example/v1");
  const { code, out } = await run(t, one, servers("https://a.example/v1", "https://eu.example/v1"));
  t.equal(code, 0);
  t.match(out, /notice.*server {2}server added https:\/\/eu\.example\/v1/);
  t.notMatch((await run(t, one, servers("https://A.example:443/v1/"))).out, "server added");
});

t.test("a response that loses a media type parameter does not match a client that requests it", async (t) => {
  const response = (media: string) =>
    `${head}paths: { /things: { get: { responses: { "200": { description: Ok., content: { '${media}': { schema: { type: object } } } } } } } }\n`;
  const cases = [
    { given: ["application/json; profile=a", "application/json"], code: 1 },
    { given: ["application/json; profile=a", "application/json; profile=b"], code: 1 },
    { given: ["application/json; profile=a", "application/*"], code: 0 },
    { given: ["application/json", "application/json; profile=a"], code: 0 },
    { given: ["application/json; charset=utf-8", "application/json"], code: 0 },
    { given: ["application/json", "application/json; charset=UTF-8"], code: 0 },
  ];
  for (const { given, code } of cases) {
    const [before = "", after = ""] = given;
    const got = await run(t, response(before), response(after));
    t.equal(got.code, code, given.join(" → "));
    if (code === 1)
      t.match(got.out, /media-type changed[^]*must be application\/json; profile=a, as the request accepts/);
  }
});
