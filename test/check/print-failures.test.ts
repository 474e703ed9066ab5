// The failed assertions of a test run are printed once more, with their file.
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import t from "tap";

const passed = `TAP version 14
# Subtest: good
    ok 1 - should be equal
    1..1
ok 1 - good # time=1ms
not ok 2 - planned # TODO
1..2
`;
const failed = `TAP version 14
# Subtest: bad
    ok 1 - should be equal
    not ok 2 - numbers agree
      ---
      diff: |
        -2
        +1
      ...
    1..2
not ok 1 - bad # time=2ms
1..1
`;

t.test("only failed assertions are printed, each with its file and its details", async (t) => {
  const cwd = t.testdir({
    ".tap": { "test-results": { "good.test.js.tap": passed, sub: { "bad.test.js.tap": failed } } },
  });
  const program = resolve("scripts/project/check/print-failures.ts");
  const tsx = resolve("node_modules/tsx/dist/esm/index.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", tsx, program], { cwd });
  t.equal(
    stdout.replaceAll("\\", "/"),
    `
sub/bad.test.js
not ok 2 - numbers agree
  ---
  diff: |
    -2
    +1
  ...
not ok 1 - bad # time=2ms
`,
  );
});
