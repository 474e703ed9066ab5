#!/usr/bin/env bash
# openapi-typescript 7.13.0 types three things otherwise than the document says, without a warning.
#
# 1. A parameter described by `content` (OpenAPI 3.1, section 4.8.12.4) becomes `string`, whatever its schema is.
# 2. A response header by `$ref` is a required member, though headers are optional unless `required: true`.
# 3. Callbacks of an operation are not in the output at all.
#
# Why it matters: code that type-checks sends `[object Object]` for 1 and reads `undefined` for 2; for 3 the handler's body has no type.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund openapi-typescript@7.13.0 typescript@5.9.3 >/dev/null
cat > api.yaml <<'YAML'
openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /jobs:
    post:
      operationId: start
      parameters:
        - name: filter
          in: query
          content: { application/json: { schema: { type: object, properties: { size: { type: integer } } } } }
      responses:
        "202":
          description: Started.
          headers: { X-Left: { $ref: "#/components/headers/Left" } }
      callbacks:
        done:
          "{$request.query.url}":
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { wasDone: { type: boolean } } } } } }
              responses: { "204": { description: Heard. } }
components:
  headers: { Left: { schema: { type: integer } } }
YAML
npx openapi-typescript api.yaml -o api.d.ts >/dev/null 2>&1
{
  grep -oE 'filter\?: [a-z]+' api.d.ts
  grep -oE '"X-Left"\??:' api.d.ts
  echo "wasDone $(grep -c wasDone api.d.ts || true)"
} | tee seen
diff <(printf 'filter?: string\n"X-Left":\nwasDone 0\n') seen
