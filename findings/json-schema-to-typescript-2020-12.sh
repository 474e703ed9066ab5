#!/usr/bin/env bash
# json-schema-to-typescript 16.0.0 ignores keywords of JSON Schema 2020-12 (which OpenAPI 3.1 uses) without a warning, and its types then
# contradict the schema:
#
# 1. `prefixItems`: [string, ...number[]] is typed number[], so the valid value ["a", 1] does not compile.
# 2. `unevaluatedProperties: false`: the interface gets an index signature, so every misspelt member compiles.
# 3. `required` beside `allOf`, where a branch has the property: the property stays optional.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund json-schema-to-typescript@16.0.0 >/dev/null
cat > run.mjs <<'JS'
import { compile } from "json-schema-to-typescript";
const schemas = [
  { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } },
  { type: "object", properties: { a: { type: "string" } }, unevaluatedProperties: false },
  { type: "object", required: ["a"], allOf: [{ type: "object", properties: { a: { type: "string" } } }] },
];
for (const schema of schemas) console.log((await compile(schema, "X", { bannerComment: "" })).replaceAll(/\s+/g, " ").trim());
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
export type X = number[];
export interface X { a?: string; [k: string]: unknown; }
export type X = { a?: string; [k: string]: unknown; };
SEEN
) seen
