#!/usr/bin/env bash
# @apidevtools/swagger-parser 12.1.0 and 13.1.0, js-yaml 5.5.0, yaml 2.9.1, @stoplight/yaml 4.3.0: a merge key (`<<: *common`) is an ordinary
# property called `<<`. js-yaml 4.1.1 and @redocly/openapi-core 2.64.0 merge it.
#
# Why it matters: documents that share responses by merge keys are common, and one tool chain reads them in two ways: linted and bundled by
# Redocly the response has its content, parsed by swagger-parser it has a property `<<` that OpenAPI does not know, and no content. js-yaml
# merged up to version 4; from version 5 on its default schema is YAML 1.2's core, which has no merge keys, no timestamps, no `1_000`.
# Seen: the names of a response's members, by reader.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund sp12@npm:@apidevtools/swagger-parser@12.1.0 sp13@npm:@apidevtools/swagger-parser@13.1.0 \
  js4@npm:js-yaml@4.1.1 js5@npm:js-yaml@5.5.0 yaml@2.9.1 @stoplight/yaml@4.3.0 @redocly/openapi-core@2.64.0 >/dev/null
cat > api.yaml <<'YAML'
openapi: 3.1.0
info: { title: Merged, version: 1.0.0 }
x-common: &common { description: An error., content: { text/plain: { schema: { type: string } } } }
paths:
  /a:
    get:
      responses:
        "400": { <<: *common, description: Not valid. }
YAML
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import * as redocly from "@redocly/openapi-core";
import * as stoplight from "@stoplight/yaml";
import js4 from "js4";
import * as js5 from "js5";
import sp12 from "sp12";
import sp13 from "sp13";
import * as yaml from "yaml";
const text = readFileSync("api.yaml", "utf8");
const bundled = await redocly.bundle({ ref: "api.yaml", config: await redocly.createConfig({}) });
const read = {
  "js-yaml 4": js4.load(text),
  "js-yaml 5": js5.load(text),
  yaml: yaml.parse(text),
  stoplight: stoplight.parse(text),
  "swagger-parser 12": await sp12.parse("api.yaml"),
  "swagger-parser 13": await sp13.parse("api.yaml"),
  redocly: bundled.bundle.parsed,
};
for (const [name, { paths }] of Object.entries(read))
  console.log(`${name}: ${Object.keys(paths["/a"].get.responses["400"]).sort().join(", ")}`);
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
js-yaml 4: content, description
js-yaml 5: <<, description
yaml: <<, description
stoplight: <<, description
swagger-parser 12: <<, description
swagger-parser 13: <<, description
redocly: content, description
SEEN
) seen
