#!/usr/bin/env bash
# @redocly/openapi-core 2.64.0, `bundle`, on OpenAPI 3.1 split over files: a `$dynamicRef` into another file stays, and points at a file that is
# not beside the bundle, with no problem reported. The same reference as `$ref` is bundled.
#
# Why it matters: the bundle is what is published, and every reader of it fails on the reference, or ignores it and accepts anything there.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund @redocly/openapi-core@2.64.0 >/dev/null
cat > api.yaml <<'YAML'
openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /trees:
    get:
      responses:
        "200":
          description: The trees.
          content:
            application/json:
              schema: { type: object, properties: { static: { $ref: "node.yaml" }, dynamic: { $dynamicRef: "node.yaml#node" } } }
YAML
printf '%s\n' '$dynamicAnchor: node' 'type: object' > node.yaml
cat > run.mjs <<'JS'
import { bundle, createConfig } from "@redocly/openapi-core";
const { bundle: document, problems } = await bundle({ ref: "api.yaml", config: await createConfig({}) });
const { schema } = document.parsed.paths["/trees"].get.responses["200"].content["application/json"];
console.log(JSON.stringify(schema.properties), problems.length);
JS
node run.mjs | tee seen
diff <(echo '{"static":{"$ref":"#/components/schemas/node"},"dynamic":{"$dynamicRef":"node.yaml#node"}} 0') seen
