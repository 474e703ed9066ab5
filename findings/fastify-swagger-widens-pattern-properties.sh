#!/usr/bin/env bash
# @fastify/swagger 9.9.3 prints `patternProperties` as `additionalProperties`, in an OpenAPI 3.1 document, too, where the keyword exists.
#
# Why it matters: the route takes {"note":"text"}, and the printed document says that every member is an integer; clients generated from it
# reject what the server sends. A document that is generated from routes is not the contract that the routes keep.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund fastify@5.12.8 @fastify/swagger@9.9.3 >/dev/null
cat > run.mjs <<'JS'
import swagger from "@fastify/swagger";
import Fastify from "fastify";
const app = Fastify();
await app.register(swagger, { openapi: { openapi: "3.1.0" } });
const body = { type: "object", patternProperties: { "^x-": { type: "integer" } } };
app.post("/settings", { schema: { body } }, async () => "taken");
await app.ready();
const { statusCode } = await app.inject({ method: "POST", url: "/settings", payload: { note: "text", "x-a": 1 } });
const printed = app.swagger().paths["/settings"].post.requestBody.content["application/json"].schema;
console.log(statusCode, JSON.stringify(printed));
JS
node run.mjs | tee seen
diff <(echo '200 {"type":"object","additionalProperties":{"type":"integer"}}') seen
