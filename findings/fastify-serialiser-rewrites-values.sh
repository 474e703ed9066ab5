#!/usr/bin/env bash
# fast-json-stringify 7.3.10, which Fastify 5.12.8 uses for every route with a response schema, does not reject a value of another type: it
# writes a value that fits.
#
# 1. null where the schema has no null becomes "", 0, false, {} or [], by the declared type; 1.5 in an integer becomes 1, "no" in a boolean true.
# 2. Of an `anyOf` of open objects the first branch is taken; what only the second declares is dropped, so {"b":"y"} leaves as {}.
#
# Why it matters: a handler that forgets a value answers 200 with an invented one, and a client that validates responses sees nothing wrong.
# A response has to be validated before it is serialised, and a schema with `anyOf` must not be given to this serialiser.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund fastify@5.12.8 fast-json-stringify@7.3.10 >/dev/null
cat > run.mjs <<'JS'
import Fastify from "fastify";
const app = Fastify();
const route = (url, schema, value) => app.get(url, { schema: { response: { 200: schema } } }, async () => value);
const object = (properties) => ({ type: "object", properties });
const values = { text: null, count: null, done: null, owner: null, tags: null, size: 1.5, open: "no" };
route("/values", object({
  text: { type: "string" }, count: { type: "integer" }, done: { type: "boolean" }, owner: object({}), tags: { type: "array", items: {} },
  size: { type: "integer" }, open: { type: "boolean" },
}), values);
route("/any-of", { anyOf: [object({ a: { type: "string" } }), object({ b: { type: "string" } })] }, { b: "y" });
for (const url of ["/values", "/any-of"]) {
  const { statusCode, body } = await app.inject(url);
  console.log(statusCode, body);
}
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
200 {"text":"","count":0,"done":false,"owner":{},"tags":[],"size":1,"open":true}
200 {}
SEEN
) seen
