#!/usr/bin/env bash
# Ajv 8.20.0: within a loop, `contains` takes an empty list for the list before it: `{ items: { contains: { type: "integer" } } }` accepts
# `[[1], []]`, though the second list contains nothing.
#
# Why it matters: a body is accepted that its contract rejects. What the loop of `contains` finds is a `var` that nothing resets; with an
# empty list the loop does not run, and the finding of the list before stands. With `minContains` or `maxContains` it is reset.
# Seen: `[[], [1]]` is rejected, `[[1], []]` is accepted.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund ajv@8.20.0 >/dev/null
cat > run.mjs <<'JS'
import { Ajv2020 } from "ajv/dist/2020.js";
const validate = new Ajv2020({ strict: false }).compile({ items: { contains: { type: "integer" } } });
for (const value of [[[], [1]], [[1], []]]) console.log(`${JSON.stringify(value)}: ${validate(value)}`);
JS
node run.mjs | tee seen
diff <(printf '[[],[1]]: false\n[[1],[]]: true\n') seen
