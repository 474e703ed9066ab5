#!/usr/bin/env bash
# Ajv 8.20.0 (draft 2020-12, without `allErrors`): where `prefixItems` begins with a schema that can fail, an empty list is checked by no
# keyword for arrays that comes after it: `{ prefixItems: [{ minLength: 2 }], contains: { type: "integer" } }` accepts `[]`.
#
# Why it matters: a tuple that must contain something is accepted empty, and only in the mode that Fastify uses by default; with `allErrors`
# it is rejected. The `var` with the result of the first item is undefined when there is no item, and the rest is behind `if (valid0)`.
# Seen: false where the list has one item, true where it has none; with `allErrors` false for both. `minItems` is checked before.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ajv@8.20.0 >/dev/null
cat > run.mjs <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
const schema = { prefixItems: [{ minLength: 2 }], contains: { type: "integer" } };
for (const allErrors of [false, true]) {
  const validate = new Ajv2020({ strict: false, allErrors }).compile(schema);
  console.log(`allErrors ${allErrors}: ["ab"] ${validate(["ab"])}, [] ${validate([])}`);
}
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
allErrors false: ["ab"] false, [] true
allErrors true: ["ab"] false, [] false
SEEN
) seen
