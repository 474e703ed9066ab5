// The runner of the tests, in a project of its own: a file that ends its process, hangs or changes what other
// files see is reported by its name, and the others run.
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import t from "tap";

const tap = pathToFileURL("node_modules/tap/dist/esm/index.js").href;
const library = `import root from "${tap}";
export * from "${tap}";
let current = root;
export { current as default };
export const useTest = (test) => void (current = test);`;

/** Bundled test files, by name. */
const sources = {
  "a-ends": 'import t from "tap"; t.test("one", () => process.exit(3));',
  "b-hangs": 'import t from "tap"; t.test("one", () => { for (;;); });',
  "c-waits": 'import t from "tap"; t.test("one", () => new Promise(() => setInterval(() => 1, 1000)));',
  "d-sets": 'import t from "tap"; process.env.LEFT = "1"; t.pass("set"); process.exitCode = 0;',
  "e-fails": 'import t from "tap"; t.test("sum", async (t) => { t.equal(1 + 1, 3, "the sum"); });',
  "f-throws": 'throw new Error("at the top");',
  "g-passes":
    'import t from "tap"; t.equal(process.env.LEFT, undefined); t.test("two", async (t) => t.pass());',
  "h-own": 'import t from "tap"; process.env.LEFT = "1"; t.pass();',
};

t.setTimeout(300_000);

t.test("each file is reported by its name, however it ends", async (t) => {
  const names = Object.keys(sources);
  const listed = names.map((name) => ({
    name: `dist/test/${name}.test.js`,
    own: name === "h-own",
    longest: 0,
  }));
  const bundled = Object.entries(sources).map(([name, text]) => [`${name}.test.js`, text] as const);
  const folder = t.testdir({
    "package.json": '{"type":"module"}',
    dist: {
      test: {
        "files.json": JSON.stringify(listed),
        ...Object.fromEntries(bundled),
        node_modules: {
          tap: { "package.json": '{"type":"module","exports":"./index.js"}', "index.js": library },
        },
      },
    },
  });
  mkdirSync(join(folder, "scripts"));
  for (const name of ["run-tests.js", "test-lane.js"])
    copyFileSync(`scripts/${name}`, join(folder, "scripts", name));

  const { code, out } = await run(folder);
  t.equal(code, 1);
  const want = {
    "a-ends": /not ok - dist\/test\/a-ends\.test\.js: its process ended with exit code 3/,
    "b-hangs": /not ok \d+ - timeout!\n +---\n +expired: dist\/test\/b-hangs\.test\.js/,
    "c-waits": /not ok \d+ - timeout!\n +---\n +expired: dist\/test\/c-waits\.test\.js/,
    "d-sets": /not ok \d+ - dist\/test\/d-sets\.test\.js leaves the process changed: .*variable LEFT/,
    "e-fails": /not ok \d+ - the sum\n[^]*-3\n[^]*\+2\n/,
    "f-throws": /not ok \d+ - at the top/,
    "g-passes": /\nok \d+ - dist\/test\/g-passes\.test\.js/,
    "h-own": /\nok \d+ - dist\/test\/h-own\.test\.js/,
  };
  for (const [name, pattern] of Object.entries(want)) t.match(out, pattern, name);
});

/** Runs the tests of a project, each for at most some seconds. */
function run(folder: string): Promise<{ code: unknown; out: string }> {
  const env = { ...process.env, TAP_TIMEOUT: "8" };
  return new Promise((done) => {
    execFile(process.execPath, ["scripts/run-tests.js"], { cwd: folder, env }, (error, out) => {
      done({ code: error?.code, out });
    });
  });
}
