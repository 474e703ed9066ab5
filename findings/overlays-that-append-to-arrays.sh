#!/usr/bin/env bash
# An Overlay (1.0) whose target is an array and whose `update` is one entry: the specification's own way to add to a list.
# openapi-format 1.33.6 leaves the array as it was; openapi-overlays-js 0.2.0 and bump-cli 2.11.0 turn the array into an object that has the
# index "0" and the entry's fields as members. None of them says anything, and all end with exit code 0.
#
# Why it matters: `$.servers`, `$.tags` and `parameters` are what Overlays are used for most; the result is no OpenAPI document any more, or
# lacks what was added. An `update` of the object that holds the array, with a list in it, is appended by all three.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund openapi-format@1.33.6 openapi-overlays-js@0.2.0 bump-cli@2.11.0 yaml@2.9.1 >/dev/null
cat > base.yaml <<'YAML'
openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
tags: [{ name: pets }]
paths:
  /pets:
    get: { operationId: listPets, tags: [pets], responses: { "204": { description: Done } } }
YAML
cat > names.overlay.yaml <<'YAML'
overlay: 1.0.0
info: { title: Names, version: 1.0.0 }
actions:
  - target: $.tags
    update: { name: animals }
  - target: $.paths['/pets'].get
    update: { tags: [animals] }
YAML
bin=node_modules/.bin
"$bin/openapi-format" base.yaml --overlayFile names.overlay.yaml --no-sort -o format.yaml >log 2>&1
"$bin/overlayjs" --openapi base.yaml --overlay names.overlay.yaml >overlays.yaml 2>>log
"$bin/bump" overlay base.yaml names.overlay.yaml >bump.yaml 2>>log
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { parse } from "yaml";
for (const name of ["format", "overlays", "bump"]) {
  const { tags, paths } = parse(readFileSync(`${name}.yaml`, "utf8"));
  console.log(name, JSON.stringify(tags), JSON.stringify(paths["/pets"].get.tags));
}
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
format [{"name":"pets"}] ["pets","animals"]
overlays {"0":{"name":"pets"},"name":"animals"} ["pets","animals"]
bump {"0":{"name":"pets"},"name":"animals"} ["pets","animals"]
SEEN
) seen
