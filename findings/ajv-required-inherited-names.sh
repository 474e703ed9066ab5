#!/usr/bin/env bash
# Ajv 8.20.0: without the option `ownProperties`, `required` takes names that every object inherits for present: `{}` has "constructor".
#
# Why it matters: names of properties come from an OpenAPI document, and a validator made with the defaults accepts a body that lacks a
# required member called `constructor`, `toString` or `valueOf`.
# Seen: true with the defaults, false with `ownProperties`.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ajv@8.20.0 >/dev/null
cat > run.mjs <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
const required = { type: "object", required: ["constructor"] };
for (const ownProperties of [false, true]) {
  console.log(`ownProperties ${ownProperties}: ${new Ajv2020({ ownProperties }).compile(required)({})}`);
}
JS
node run.mjs | tee seen
diff <(printf 'ownProperties false: true\nownProperties true: false\n') seen
