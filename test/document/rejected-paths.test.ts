// Paths that cannot be appended to a server URL.
import t from "tap";
import { rejectionOf } from "../support/read-files.ts";

t.test("a path without a leading slash is rejected with its line", async (t) => {
  for (const path of ["v1/things", "things", "https://example.com/things", ""]) {
    const text = `openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  "${path}":\n    get: {responses: {}}\n`;
    const refusal = await rejectionOf({ "a.yaml": text });
    t.match(refusal, /^a.yaml:4:\d+: \/paths\/.*has to begin with a slash \| write "\//, path);
  }
});

t.test("a name longer than the URI length that servers must support is rejected with its line", async (t) => {
  const of = (path: string, schema: string): string =>
    `openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  ? ${path}\n  : get: {responses: {}}\ncomponents: {schemas: {? ${schema} : {}}}\n`;
  const long = "a".repeat(8000);
  t.match(
    await rejectionOf({ "a.yaml": of(`/${long}`, "A") }),
    /^a.yaml:4:\d+: the name "\/a{39}…" has 8001 characters \| write one of at most 8000 characters$/,
  );
  t.match(await rejectionOf({ "a.yaml": of("/a", `${long}b`) }), /^a.yaml:6:\d+: the name "a{40}…" has 8001/);
  t.equal(await rejectionOf({ "a.yaml": of("/a", long) }), "accepted");
});
