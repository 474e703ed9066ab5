#!/usr/bin/env bash
# Node 20.20.2: a `vm.Script` with `importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER` can call `import()`, but not when it
# comes from `cachedData` that another process made: the call rejects with ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING. Node 22.23.1 can.
#
# Why it matters: programs that keep V8's compiled code, to start faster on Node 20 (`module.enableCompileCache` is of Node 22), work on their
# first run and fail on the second, and only where they import something late: a config, a plugin, an optional package. `cachedDataRejected` is
# false, and nothing is said at the start. Hand the script a function that imports, made outside of it.
# Seen: the result of an import on the first run and on the second, by version.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund node20@npm:node@20.20.2 node22@npm:node@22.23.1 >/dev/null
cat > run.mjs <<'JS'
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants, Script } from "node:vm";
const file = `${process.version}.bin`;
const script = new Script("() => import('node:path').then(() => 'imported', ({ code }) => code)", {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  ...(existsSync(file) && { cachedData: readFileSync(file) }),
});
console.log(`${process.version} rejected ${script.cachedDataRejected}: ${await script.runInThisContext()()}`);
writeFileSync(file, script.createCachedData());
JS
for version in 20 20 22 22; do node_modules/node$version/bin/node --no-warnings run.mjs; done | tee seen
diff <(cat <<'SEEN'
v20.20.2 rejected undefined: imported
v20.20.2 rejected false: ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING
v22.23.1 rejected undefined: imported
v22.23.1 rejected false: imported
SEEN
) seen
