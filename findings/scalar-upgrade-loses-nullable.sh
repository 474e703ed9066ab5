#!/usr/bin/env bash
# @scalar/openapi-upgrader 0.4.9, OpenAPI 3.0 → 3.1: `nullable` is changed in two ways that the document does not mean.
#
# 1. Beside `oneOf` it is left as it is. 3.1 has no such keyword, so null, accepted before, is rejected. (Beside `allOf` it becomes `anyOf`.)
# 2. Beside `$ref` it becomes `anyOf: [$ref, null]`, though 3.0.3 (Reference Object) says that members beside `$ref` are ignored: null,
#    rejected before, is accepted.
#
# Why it matters: upgrading is meant to change nothing, and a diff of the two documents shows breaks.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @scalar/openapi-upgrader@0.4.9 >/dev/null
cat > run.mjs <<'JS'
import { upgrade } from "@scalar/openapi-upgrader";
const text = { type: "string" };
const schemas = { Text: text, One: { oneOf: [text, { type: "integer" }], nullable: true }, Ref: { $ref: "#/components/schemas/Text", nullable: true } };
const { components } = upgrade({ openapi: "3.0.3", info: { title: "A", version: "1.0.0" }, paths: {}, components: { schemas } }, "3.1");
console.log(JSON.stringify(components.schemas.One));
console.log(JSON.stringify(components.schemas.Ref));
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
{"oneOf":[{"type":"string"},{"type":"integer"}],"nullable":true}
{"anyOf":[{"$ref":"#/components/schemas/Text"},{"type":"null"}]}
SEEN
) seen
