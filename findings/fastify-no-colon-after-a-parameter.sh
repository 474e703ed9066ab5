#!/usr/bin/env bash
# Fastify 5.12.8: `::` writes a literal colon (its documentation of routes says so), but not after a parameter of the same segment.
# `/pools/:id::archive` is one parameter called "id::archive", and `/pools/5` reaches the handler, too.
# @fastify/swagger 9.9.3 prints the same route as `/pools/{id}:{archive}`, with two parameters.
#
# Why it matters: `/pools/{id}:archive` is a common form for custom methods (Google's AIP-136), and such a path of an OpenAPI document has no
# route in Fastify that means the same. A router of one's own has to look at the whole path.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund fastify@5.12.8 @fastify/swagger@9.9.3 >/dev/null
cat > run.mjs <<'JS'
import swagger from "@fastify/swagger";
import Fastify from "fastify";
const app = Fastify();
await app.register(swagger, { openapi: { openapi: "3.1.0" } });
app.get("/jobs::run", async () => "run");
app.get("/pools/:id::archive", async ({ params }) => params);
for (const url of ["/jobs:run", "/pools/5:archive", "/pools/5"]) {
  const { statusCode, body } = await app.inject(url);
  console.log(url, statusCode, body);
}
console.log(Object.keys(app.swagger().paths).join(" "));
JS
node run.mjs | tee seen
diff <(cat <<'SEEN'
/jobs:run 200 run
/pools/5:archive 200 {"id::archive":"5:archive"}
/pools/5 200 {"id::archive":"5"}
/jobs:run /pools/{id}:{archive}
SEEN
) seen
