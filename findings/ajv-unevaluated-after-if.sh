#!/usr/bin/env bash
# Ajv 8.20.0 (draft 2020-12): what `if` and `dependentSchemas` evaluate is counted wrongly for `unevaluatedProperties`.
#
# 1. An `if` that fails still counts as having evaluated its properties, where there is an `else` and no `then`. JSON Schema 2020-12, core,
#    section 7.7.1.1: annotations of a subschema that fails are dropped, so `foo` below is unevaluated and the value is invalid.
# 2. Where the trigger of a `dependentSchemas` is missing, what `properties` beside it evaluated is forgotten: a valid value is rejected.
#
# Why it matters: a closed request body (`unevaluatedProperties: false`) is the usual way to close a schema made of parts; a gateway and a
# service with different validators disagree about the same document. @hyperjump/json-schema follows the standard in both.
# Seen: 1 → ajv true, hyperjump false; 2 → ajv false, hyperjump true.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ajv@8.20.0 @hyperjump/json-schema@1.18.0 >/dev/null
cat > run.mjs <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
const cases = [
  {
    schema: {
      if: { properties: { foo: { const: "then" } }, required: ["foo"] },
      else: { properties: { baz: true } },
      unevaluatedProperties: false,
    },
    value: { foo: "else", baz: "baz" },
  },
  {
    schema: {
      properties: { a: true },
      dependentSchemas: { trigger: { properties: { b: true } } },
      unevaluatedProperties: false,
    },
    value: { a: null },
  },
];
for (const [index, { schema, value }] of cases.entries()) {
  const ajv = new Ajv2020({ strict: false }).compile(schema)(value);
  const id = `https://example.com/${index}`;
  registerSchema({ $schema: "https://json-schema.org/draft/2020-12/schema", ...schema }, id);
  const { valid } = await validate(id, value);
  console.log(`${index + 1} ajv ${ajv} hyperjump ${valid}`);
}
JS
node run.mjs | tee seen
diff <(printf '1 ajv true hyperjump false\n2 ajv false hyperjump true\n') seen
