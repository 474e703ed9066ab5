#!/usr/bin/env bash
# openapi-zod-client 1.18.3 reads OpenAPI 3.1 and drops what 3.1 writes otherwise than 3.0, without a warning:
#
# 1. `type: [integer, "null"], exclusiveMinimum: 0` becomes number or null: neither the integer nor the bound is checked.
# 2. `const` and an `enum` without `type` become `z.unknown()`.
#
# Why it matters: the same schemas written for 3.0 are checked, so upgrading a document silently switches checks off.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund openapi-zod-client@1.18.3 >/dev/null 2>&1
cat > api.yaml <<'YAML'
openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /jobs:
    post:
      operationId: start
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Job" } } } }
      responses: { "204": { description: Taken. } }
components:
  schemas:
    Job:
      type: object
      properties:
        size: { type: [integer, "null"], exclusiveMinimum: 0 }
        kind: { const: job }
        state: { enum: [open, closed] }
YAML
npx openapi-zod-client api.yaml -o made.ts >/dev/null 2>&1
grep -E "^ +(size|kind|state):|size: z" made.ts | tr -d ' \n' | tee seen
diff <(printf 'size:z.union([z.number(),z.null()]),kind:z.unknown(),state:z.unknown(),') seen
