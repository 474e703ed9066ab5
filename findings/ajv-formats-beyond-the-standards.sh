#!/usr/bin/env bash
# ajv-formats 3.0.1 (Ajv 8.20.0) accepts more than the formats' definitions:
#
# 1. `int64` takes 1e300 and 2^63: every integer that a double holds. (`int32` is exact.)
# 2. `date-time` takes a blank for the `T` and an offset without a colon (`+0100`); RFC 3339's grammar has neither.
# 3. `uuid` takes "urn:uuid:…"; RFC 9562, section 4, is the form without it, which OpenAPI's registry of formats refers to.
# 4. `byte` takes a line end after the padding; RFC 4648, section 3.3, has decoders reject it unless told otherwise.
#
# Why it matters: two validators of one document disagree about the same body, and PostgreSQL's bigint or Java's Instant rejects what the
# contract let in.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ajv@8.20.0 ajv-formats@3.0.1 >/dev/null
cat > run.mjs <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
const ajv = addFormats.default(new Ajv2020({ strict: false }));
const values = {
  int64: [1e300, 2 ** 63], int32: [2 ** 31],
  "date-time": ["2026-01-01 00:00:00Z", "2026-01-01T00:00:00+0100"],
  uuid: ["urn:uuid:9b2f7f5e-2c68-4c09-9d53-5f2a5c8f0a11"], byte: ["YQ==\n"],
};
for (const [format, tried] of Object.entries(values)) console.log(format, ...tried.map((value) => ajv.validate({ format }, value)));
JS
node run.mjs | tee seen
diff <(printf 'int64 true true\nint32 false\ndate-time true true\nuuid true\nbyte true\n') seen
