#!/usr/bin/env bash
# @json-schema-org/tests 2.0.0, which looks like the JSON Schema Test Suite as an npm package, holds none of its cases: they come from a
# dependency on a Git repository, and the loader it has is for drafts 3 to 7.
#
# Why it matters: `npm ci` fails where only a registry is reached, and nothing tests draft 2020-12, which OpenAPI 3.1 uses.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm pack --silent @json-schema-org/tests@2.0.0 >/dev/null; tar xzf *.tgz
{
  echo "cases $(find package -path '*tests/draft*' -name '*.json' | wc -l)"
  node -p 'Object.values(require("./package/package.json").dependencies ?? {}).some((one) => /git/.test(one)) ? "from git" : "own"'
} | tee seen
diff <(printf 'cases 0\nfrom git\n') seen
