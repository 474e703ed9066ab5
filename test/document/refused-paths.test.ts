// Paths that nobody could append to a server.
import t from "tap";
import { refusalOf } from "../support/read-files.ts";

t.test("a path that does not begin with a slash is refused with its line", async (t) => {
  for (const path of ["v1/things", "things", "https://example.com/things", ""]) {
    const text = `openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  "${path}":\n    get: {responses: {}}\n`;
    const refusal = await refusalOf({ "a.yaml": text });
    t.match(refusal, /^a.yaml:4:\d+: \/paths\/.*has to begin with a slash \| write "\//, path);
  }
});
