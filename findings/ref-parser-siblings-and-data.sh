#!/usr/bin/env bash
# @apidevtools/json-schema-ref-parser 16.0.6, `dereference`, on OpenAPI 3.1 (JSON Schema 2020-12):
#
# 1. A keyword beside `$ref` replaces the same keyword of the target. In 2020-12 both apply, so `maxLength: 10` beside a `maxLength: 20` must
#    stay 10; it becomes 20.
# 2. An object with a member `$ref` inside `const` is data; it is replaced by what it seems to refer to.
# 3. `$ref: "#name"` to an `$anchor` stays as it is, in a result that should have no references.
#
# Why it matters: many generators and validators read documents through this package and so enforce another contract than the one written.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @apidevtools/json-schema-ref-parser@16.0.6 >/dev/null
cat > run.mjs <<'JS'
import { dereference } from "@apidevtools/json-schema-ref-parser";
const schemas = {
  Name: { type: "string", maxLength: 10 },
  Longer: { $ref: "#/components/schemas/Name", maxLength: 20 },
  Data: { const: { $ref: "#/components/schemas/Name" } },
  Flag: { $anchor: "flag", type: "boolean" },
  ByAnchor: { $ref: "#flag" },
};
const { components } = await dereference({ openapi: "3.1.0", info: { title: "A", version: "1.0.0" }, paths: {}, components: { schemas } });
for (const name of ["Longer", "Data", "ByAnchor"]) console.log(name, JSON.stringify(components.schemas[name]));
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
Longer {"maxLength":20,"type":"string"}
Data {"const":{"type":"string","maxLength":10}}
ByAnchor {"$ref":"#flag"}
SEEN
) seen
