#!/usr/bin/env bash
# openapi-sampler 1.7.10 (the examples of Redoc) and json-schema-faker 0.5.8 (Prism's dynamic mode) and 0.6.3: all make values that the schema
# they are made from rejects, with no warning, and not for the same keywords.
#
# Why it matters: people copy these examples into tests and documents, and mocks send them; a client that validates responses rejects its own
# mock. openapi-sampler ignores `multipleOf`, `uniqueItems`, `pattern`, `not`, `oneOf` beside properties, and lengths beside a format;
# json-schema-faker 0.5.8 takes 5 for `exclusiveMinimum: 5` and knows no `prefixItems`; both versions cut an email address at `maxLength`, and
# their durations are none of RFC 3339's (0.6.3: `PT0D`); none finds a name for `propertyNames`.
# Seen: `ok`, `invalid` or `error` (an exception) by schema, judged by Ajv 8.20.0 with ajv-formats 3.0.1.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund openapi-sampler@1.7.10 jsf5@npm:json-schema-faker@0.5.8 jsf6@npm:json-schema-faker@0.6.3 ajv@8.20.0 ajv-formats@3.0.1 >/dev/null
cat > run.mjs <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import older from "jsf5";
import { generate } from "jsf6";
import sampler from "openapi-sampler";
const ajv = formats.default(new Ajv2020({ strict: false }));
// Repeatable random numbers, as Prism's `--seed` gives.
let state = 1;
older.option({ random: () => (state = (state * 48271) % 2147483647) / 2147483647 });
const text = { type: "string" };
const schemas = {
  exclusiveMinimum: { type: "integer", exclusiveMinimum: 5 },
  "multipleOf and minimum": { type: "integer", multipleOf: 7, minimum: 10 },
  prefixItems: { type: "array", prefixItems: [text, { type: "integer" }], minItems: 2 },
  uniqueItems: { type: "array", items: text, minItems: 2, uniqueItems: true },
  pattern: { ...text, pattern: "^PN[0-9a-f]{32}$" },
  not: { ...text, not: { const: "string" } },
  "oneOf of required": { type: "object", properties: { a: text, b: text }, oneOf: [{ required: ["a"] }, { required: ["b"] }] },
  patternProperties: { type: "object", patternProperties: { "^x-": text }, minProperties: 1, additionalProperties: false },
  propertyNames: { type: "object", minProperties: 1, propertyNames: { pattern: "^[a-z]{3}$" } },
  duration: { ...text, format: "duration" },
  "short email": { ...text, format: "email", maxLength: 10 },
};
for (const [name, schema] of Object.entries(schemas)) {
  const accepts = ajv.compile(schema);
  const word = async (make) => {
    try {
      return accepts(await make()) ? "ok" : "invalid";
    } catch {
      return "error";
    }
  };
  const words = [
    await word(() => sampler.sample(schema)),
    await word(() => older.generate(schema)),
    await word(() => generate(schema, { seed: 1 })),
  ];
  console.log(`${name}: sampler ${words[0]}, faker 0.5 ${words[1]}, faker 0.6 ${words[2]}`);
}
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
exclusiveMinimum: sampler ok, faker 0.5 invalid, faker 0.6 ok
multipleOf and minimum: sampler invalid, faker 0.5 ok, faker 0.6 ok
prefixItems: sampler ok, faker 0.5 error, faker 0.6 ok
uniqueItems: sampler invalid, faker 0.5 ok, faker 0.6 ok
pattern: sampler invalid, faker 0.5 ok, faker 0.6 ok
not: sampler invalid, faker 0.5 ok, faker 0.6 ok
oneOf of required: sampler invalid, faker 0.5 ok, faker 0.6 ok
patternProperties: sampler invalid, faker 0.5 ok, faker 0.6 invalid
propertyNames: sampler invalid, faker 0.5 invalid, faker 0.6 invalid
duration: sampler invalid, faker 0.5 invalid, faker 0.6 invalid
short email: sampler invalid, faker 0.5 invalid, faker 0.6 invalid
SEEN
) seen
