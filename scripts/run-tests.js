// Runs the bundled tests, two at a time, with tap's library: `npm test [-- FILE …]`, where FILE is a part of
// a name such as `test/client/page.test.ts`. Prints TAP, or a line per file on a terminal, and keeps the
// output of each file in .tap/test-results/.
//
// tap's own command starts each test, and each Node program that a test starts, with two module loaders for
// mocks and coverage that nothing here uses: on Node 20, two thirds of the processor time of a small file.
import { createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bundled = join(root, "dist", "test");
const results = join(root, ".tap", "test-results");
/** Seconds that a file may take unless it states otherwise. */
const seconds = process.env.CHECK_LONG === undefined ? 120 : 3600;
const env = { ...process.env, TAP_TIMEOUT: String(seconds) };

const library = pathToFileURL(join(bundled, "node_modules", "tap", "index.js")).href;
/** @type {unknown} */
const tap = await import(library);
const { default: t } = /** @type {typeof import("tap")} */ (tap);

const names = readdirSync(bundled, { recursive: true, encoding: "utf8" })
  .map((name) => `dist/test/${name.replaceAll("\\", "/")}`)
  .filter((name) => name.endsWith(".test.js") && !name.includes("node_modules"))
  .sort();
const wanted = process.argv.slice(2).map((name) => name.replace(/^(dist\/)?/, "").replace(/\.[tj]s$/, "."));
const files = names.filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));

rmSync(results, { recursive: true, force: true });
t.jobs = 2;
t.setTimeout(0);
if (process.stdout.isTTY) t.pipe(new Writable({ write: (_text, _encoding, done) => done() }));
t.on("spawn", (test) => {
  const path = join(results, `${test.name}.tap`);
  test.on("process", ({ stdout }) => {
    mkdirSync(dirname(path), { recursive: true });
    stdout.pipe(createWriteStream(path));
  });
  test.on("end", () => {
    if (process.stdout.isTTY) console.log(test.passing() ? `✓ ${test.name}` : `✗ ${test.name}: ${path}`);
  });
});
if (files.length === 0) t.fail(`no test is named ${process.argv.slice(2).join(" or ")}`);
for (const name of files) {
  const options = { name, env, cwd: root, buffered: true, timeout: seconds * 1000 };
  void t.spawn(process.execPath, ["--enable-source-maps", name], options);
}
