// Documents with features that generators often fail on: their packages compile, and send requests that the
// documents declare.
import t from "tap";
import { compile, documentPath, execute, installed, sdk } from "./made-package.ts";
import { recordingServer } from "./recording-server.ts";

// Starts compilers and npm.
t.setTimeout(120_000);

t.test("a package of hard cases compiles and calls as its document declares", async (t) => {
  const folder = await installed(t.testdir(), "hard.yaml", "--name", "@team/hard", "--client", "Hard");
  t.equal(
    compile(
      folder,
      `import { Hard, type Animal, type Tree } from "@team/hard";
       const client = new Hard({ token: async () => "t" });
       const tree: Tree = await client.oddNamesMore.getNoIdByABByAB("x", 1);
       const grown: Date | null | undefined = tree.grown;
       await client.default.upload({ file: new Blob(["x"]), tags: ["a"], meta: { size: 1 } });
       const file: Blob = await client.default.put(new Uint8Array(2));
       const animals: Animal[] = await client.default.pets();
       for (const animal of animals) if (animal.kind === "cat") animal.lives.toFixed(); else animal.barks.valueOf();
       // @ts-expect-error a form has no such field
       await client.default.form({ nmae: "x" });
       // @ts-expect-error nor has a cat barks
       await client.default.firstPet({ kind: "cat", barks: true });
       console.log(grown, file);`,
    ),
    "",
  );
  const { url, requests } = await recordingServer(t, (line) => {
    if (line.startsWith("PUT")) return { type: "application/octet-stream", body: "\u0000\u0001" };
    if (line.includes("/form")) return { body: '{"ok":true}' };
    if (line.includes("/upload")) return { type: "text/plain", body: "got it" };
    if (line.startsWith("GET /file")) return { type: "text/event-stream", body: "data: 1\n\n" };
    return line.includes("/styles")
      ? { status: 204 }
      : { body: '{"name":"a","children":[{"grown":"2024-01-15T09:30:00Z"}]}' };
  });
  const output = await execute(
    folder,
    "program.mjs",
    `import { Hard } from "@team/hard";
     const client = new Hard({ baseUrl: ${JSON.stringify(url)}, apiKey: "k&", tenant: "t 1", token: async () => "fresh" });
     const { default: calls, oddNamesMore } = client;
     const tree = await oddNamesMore.getNoIdByABByAB("x/y", 1);
     console.log(tree.children[0].grown.getTime());
     await calls.styles(["a b", "c"], { x: 1 }, [1, 2], {
       deep: { a: "x", b: 2 }, pipes: ["a", "b"], spaces: ["a", "b"], commas: ["a", "b"], json: { since: new Date(0) },
     }, { xList: ["a", "b"], session: "s;1" });
     console.log(await calls.upload({ file: new File(["content"], "a.txt", { type: "text/csv" }), tags: ["one", "two"], meta: { size: 1 } }));
     console.log((await calls.form({ name: "a b&c", list: [1, 2], nested: { deep: true } })).ok);
     console.log((await calls.put(new Uint8Array([1, 2]))).size);
     for await (const { data } of await calls.events()) console.log(data);
     await client.default.styles(["a"], {}, []).catch((error) => console.log(error.message));`,
  );
  t.same(output.trim().split("\n"), [
    "1705311000000",
    "got it",
    "true",
    "2",
    "1",
    "label must not be empty or dots",
  ]);
  t.same(
    requests.map(({ line }) => line),
    [
      "GET /no-id/x%2Fy/1?key=k%26",
      [
        "GET /styles/;matrix=a%20b;matrix=c/.x,1/1,2?deep%5Ba%5D=x&deep%5Bb%5D=2&pipes=a%7Cb&spaces=a%20b&commas=a,b",
        "&json=%7B%22since%22%3A%221970-01-01T00%3A00%3A00.000Z%22%7D&key=k%26",
      ].join(""),
      "POST /upload?key=k%26",
      "POST /form?key=k%26",
      "PUT /file?key=k%26",
      // It requires no credentials.
      "GET /file",
    ],
  );
  const [first, styles, upload, form, put] = requests;
  t.match(first?.headers, {
    cookie: "tenant=t%201",
    "user-agent": "team-hard/2.3.0",
  });
  // The first alternative has all its credentials; the token belongs to the other one.
  t.notOk(first?.headers["authorization"]);
  t.match(styles?.headers, { "x-list": "a,b", cookie: "session=s%3B1; tenant=t%201" });
  t.match(upload?.headers["content-type"], /^multipart\/form-data; boundary=/);
  t.match(upload?.body, /name="file"; filename="a\.txt"\r\nContent-Type: text\/csv\r\n\r\ncontent/);
  t.match(
    upload?.body,
    /name="tags"\r\n\r\none\r\n[^]*name="tags"\r\n\r\ntwo\r\n[^]*Content-Type: application\/json\r\n[^\r]*name="meta"\r\n\r\n\{"size":1\}/,
  );
  t.match(form?.headers["content-type"], "application/x-www-form-urlencoded");
  t.equal(form?.body, "name=a%20b%26c&list=1&list=2&nested=%7B%22deep%22%3Atrue%7D");
  t.match(put, { headers: { "content-type": "image/png" }, body: "\u0001\u0002" });
});

t.test("parts that cannot be generated are reported, and only those are left out", async (t) => {
  const folder = t.testdir();
  const made = await sdk(folder, documentPath("hard.yaml"), "--name", "hard");
  t.equal(made.code, 0);
  t.match(made.err, /hard\.yaml:90:5: TRACE \/trace is left out: fetch sends no TRACE/);
  const strict = await sdk(folder, documentPath("hard.yaml"), "--name", "strict", "--strict");
  t.match(strict, { code: 1, out: /cannot be generated; nothing is written/ });
  t.match(await sdk(folder, documentPath("hard.yaml"), "--name", "strict", "--check"), {
    code: 1,
    out: /package\.json is missing/,
  });
});

t.test("OpenAPI 3.2 is converted to 3.1, with its methods and streams", async (t) => {
  const folder = t.testdir();
  const made = await sdk(folder, documentPath("newer.yaml"), "--name", "newer", "--out", "package");
  t.equal(made.code, 0);
  const { url, requests } = await recordingServer(t, (line) => {
    if (line.startsWith("GET")) return { type: "application/jsonl", body: '{"words":"a"}\n' };
    return line.startsWith("QUERY") ? { body: '["hit"]' } : { status: 204 };
  });
  const output = await execute(
    folder,
    "program.mjs",
    `import { NewerClient } from "./package/dist/generated/index.js";
     const client = new NewerClient({ baseUrl: ${JSON.stringify(url)} });
     console.log(await client.default.search({ words: "a" }));
     await client.default.purge();
     for await (const { words } of await client.default.lines()) console.log(words);`,
  );
  t.equal(output, "[ 'hit' ]\na\n");
  t.match(requests, [
    { line: "QUERY /search", body: '{"words":"a"}' },
    { line: "PURGE /search" },
    { line: "GET /lines" },
  ]);
});
