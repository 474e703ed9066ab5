#!/usr/bin/env bash
# @hey-api/openapi-ts 0.95.0 with its plugin for Zod 4.1.12: the schemas that it writes reject or change valid values.
#
# 1. `enum: [a, null]` without `type` becomes `z.enum(["a"])`: null is rejected.
# 2. `format: date-time` becomes `z.iso.datetime()`, which takes UTC only: "2026-01-01T00:00:00+01:00" (RFC 3339) is rejected.
# 3. In a schema that also has a `readOnly` property, an object property with `minProperties` and no `properties` is left out of the Zod schema.
#    Zod's objects drop what they do not know, so `parse` deletes it from a valid body.
# 4. `format: int64` becomes `z.coerce.bigint()`: the boolean true is accepted, as 1n.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @hey-api/openapi-ts@0.95.0 zod@4.1.12 typescript@5.9.3 tsx@4.21.0 >/dev/null
cat > api.yaml <<'YAML'
openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /jobs:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Job" } } } }
      responses: { "204": { description: Taken. } }
components:
  schemas:
    Job:
      type: object
      properties:
        state: { enum: [open, null] }
        due: { type: string, format: date-time }
        id: { type: string, readOnly: true }
        labels: { type: object, minProperties: 1 }
        size: { type: integer, format: int64 }
YAML
cat > make.mjs <<'JS'
import { createClient } from "@hey-api/openapi-ts";
await createClient({ input: "api.yaml", output: "made", plugins: ["@hey-api/typescript", "zod"], logs: { level: "silent" } });
JS
node make.mjs >/dev/null
cat > run.ts <<'TS'
import { zJob } from "./made/zod.gen.ts";
for (const job of [{ state: null }, { due: "2026-01-01T00:00:00+01:00" }, { labels: { a: "b" } }, { size: true }]) {
  const { success, data } = zJob.safeParse(job);
  console.log(JSON.stringify(job), success, success ? Object.entries(data).map(([name, value]) => `${name} ${typeof value}`).join() || "{}" : "");
}
TS
npx tsx run.ts | sed 's/ *$//' | tee seen
diff <(cat <<'SEEN'
{"state":null} false
{"due":"2026-01-01T00:00:00+01:00"} false
{"labels":{"a":"b"}} true {}
{"size":true} true size bigint
SEEN
) seen
