#!/usr/bin/env bash
# express-openapi-validator 5.6.2 reads queries otherwise than OpenAPI and RFC 3986 say:
#
# 1. An optional `deepObject` parameter that is not sent is taken for {}: its `required` members are then demanded of every request.
# 2. `style: form, explode: false`: the text is decoded before it is split, so `a%2Cb,c` (two items: "a,b" and "c") becomes three.
# 3. `:` in a value, which RFC 3986, section 3.4, allows in a query as it is, is a 400 ("must be url encoded"). `URLSearchParams` encodes it,
#    curl and many clients do not.
# 4. The empty text, a member of `type: string`, is a 400 ("Empty value found").
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund express-openapi-validator@5.6.2 express@5.1.0 >/dev/null 2>&1
cat > api.yaml <<'YAML'
openapi: 3.0.3
info: { title: A, version: 1.0.0 }
paths:
  /pools:
    get:
      parameters:
        - { name: tags, in: query, style: form, explode: false, schema: { type: array, items: { type: string } } }
        - { name: since, in: query, schema: { type: string, format: date-time } }
        - { name: name, in: query, schema: { type: string } }
      responses: { "200": { description: The pools. } }
  /filtered:
    get:
      parameters:
        - name: filter
          in: query
          style: deepObject
          explode: true
          schema: { type: object, required: [size], properties: { size: { type: integer } } }
      responses: { "200": { description: Some pools. } }
YAML
cat > run.mjs <<'JS'
import express from "express";
import { middleware } from "express-openapi-validator";
const app = express();
app.use(middleware({ apiSpec: "api.yaml" }));
app.get(["/pools", "/filtered"], (request, response) => response.json(request.query));
app.use(({ status, errors }, request, response, next) => response.status(status).json(errors.map(({ message }) => message)));
const server = app.listen(0, "127.0.0.1", async () => {
  for (const target of ["/filtered", "/pools?tags=a%2Cb,c", "/pools?since=2026-01-01T00:00:00Z", "/pools?name="]) {
    const response = await fetch(`http://127.0.0.1:${server.address().port}${target}`);
    console.log(target, response.status, await response.text());
  }
  server.close();
  server.closeAllConnections();
});
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
/filtered 400 ["must have required property 'size'"]
/pools?tags=a%2Cb,c 200 {"tags":["a","b","c"]}
/pools?since=2026-01-01T00:00:00Z 400 ["Parameter 'since' must be url encoded. Its value may not contain reserved characters."]
/pools?name= 400 ["Empty value found for query parameter 'name'"]
SEEN
) seen
