#!/usr/bin/env bash
# yaml 2.9.1: a flow bracket that is never closed, on a line of its own block, is reported as BAD_INDENT at the next key, not as a missing
# bracket; the code a tool would switch on says that the indentation is wrong, and "indent the line" is no cure.
#
# Why it matters: the most common slip in a hand-written OpenAPI document, `{ $ref: "…"` without its brace, sends the author to the wrong line.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund yaml@2.9.1 >/dev/null
cat > run.mjs <<'JS'
import { parseDocument } from "yaml";
const text = 'paths:\n  schema: { $ref: "#/a"\n  other: 1\n';
const [first] = parseDocument(text).errors;
console.log(first.code, `line ${first.linePos[0].line}`);
JS
node run.mjs | tee seen
diff <(printf 'BAD_INDENT line 3\n') seen
