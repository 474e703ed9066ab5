#!/usr/bin/env bash
# openapi-fetch 0.17.0: values that are sent as something else, without an error.
#
# 1. A `Date` in the path or in the query becomes nothing at all: `/pools/2026…` is sent as `/pools/`, a filter is left out. Such values compile
#    where openapi-typescript writes `Date` for `format: date-time`, as its documentation shows (a `transform` of schema objects).
# 2. A string for a `text/plain` body is sent as JSON, in quotes; and a `text/plain` response makes the call throw unless `parseAs` is given.
# 3. Lists and objects in an `application/x-www-form-urlencoded` body are sent as `1,2` and `[object Object]`; OpenAPI's default is `ids=1&ids=2`.
#
# Why it matters: 1 asks for a collection where one thing was meant, or for everything where a part was meant.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund openapi-fetch@0.17.0 >/dev/null
cat > run.mjs <<'JS'
import createClient from "openapi-fetch";
const sent = async (request) => {
  console.log(request.method, request.url, await request.text());
  return new Response(null, { status: 204 });
};
const client = createClient({ baseUrl: "http://127.0.0.1", fetch: sent });
const since = new Date(0);
await client.GET("/pools/{since}", { params: { path: { since } } });
await client.GET("/pools", { params: { query: { since } } });
await client.POST("/notes", { body: "text", headers: { "content-type": "text/plain" } });
await client.POST("/forms", { body: { ids: [1, 2], of: { a: 1 } }, headers: { "content-type": "application/x-www-form-urlencoded" } });
const texts = createClient({ baseUrl: "http://127.0.0.1", fetch: async () => new Response("text") });
console.log(await texts.GET("/notes").then(() => "read", ({ name }) => name));
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
GET http://127.0.0.1/pools/ 
GET http://127.0.0.1/pools 
POST http://127.0.0.1/notes "text"
POST http://127.0.0.1/forms ids=1%2C2&of=%5Bobject+Object%5D
SyntaxError
SEEN
) seen
