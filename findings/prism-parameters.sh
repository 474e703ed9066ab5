#!/usr/bin/env bash
# @stoplight/prism-cli 5.16.0, `mock --errors`: which requests it calls valid.
#
# 1. An optional `deepObject` parameter with a `required` member makes every request without it a 422.
# 2. A parameter described by `content` is not checked: {"size":"x"} passes for an integer.
# 3. `format: int64` ends at 2^53 - 1: 9223372036854775807, the largest int64, is a 422.
# 4. An empty value passes for an integer.
#
# Why it matters: a mock and a proxy that judge a client's requests pass 2 and 4 on to the real server, and stop 1 and 3, which are right.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @stoplight/prism-cli@5.16.0 >/dev/null 2>&1
cat > api.yaml <<'YAML'
openapi: 3.0.3
info: { title: A, version: 1.0.0 }
paths:
  /filtered:
    get:
      parameters:
        - name: filter
          in: query
          style: deepObject
          explode: true
          schema: { type: object, required: [size], properties: { size: { type: integer } } }
      responses: { "200": { description: Some pools., content: { application/json: { schema: { type: object } } } } }
  /pools:
    get:
      parameters:
        - { name: shape, in: query, content: { application/json: { schema: { type: object, properties: { size: { type: integer } } } } } }
        - { name: id, in: query, schema: { type: integer, format: int64 } }
      responses: { "200": { description: The pools., content: { application/json: { schema: { type: object } } } } }
YAML
cat > run.mjs <<'JS'
import { spawn } from "node:child_process";
import { createServer } from "node:net";
const free = await new Promise((found) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});
const prism = spawn("node_modules/.bin/prism", ["mock", "api.yaml", "-p", String(free), "--errors"], { stdio: ["ignore", "pipe", "inherit"] });
await new Promise((listening) => prism.stdout.on("data", (text) => String(text).includes("listening") && listening()));
const shape = encodeURIComponent(JSON.stringify({ size: "x" }));
for (const target of ["/filtered", `/pools?shape=${shape}`, "/pools?id=9223372036854775807", "/pools?id="]) {
  console.log(decodeURIComponent(target), (await fetch(`http://127.0.0.1:${free}${target}`)).status);
}
prism.kill();
JS
timeout 60 node run.mjs | tee seen
diff <(cat <<'SEEN'
/filtered 422
/pools?shape={"size":"x"} 200
/pools?id=9223372036854775807 422
/pools?id= 200
SEEN
) seen
