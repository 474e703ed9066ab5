// The generated plugin, with this repository's handlers and Fastify's whole lifecycle, passes the contract
// tests, too.
import t from "tap";

// On a busy machine it takes longer than the default timeout of half a minute per file.
t.setTimeout(600_000);

/** The tests that check raw responses; `check:long` runs all of them. */
const quick = ["errors", "head", "hostile", "limits", "request-line", "writes"];
const others = [
  "accounts",
  "costly",
  "documents",
  "fuzz",
  "large-pools",
  "lists",
  "properties",
  "replay",
  "security",
];
const files = process.env["CHECK_LONG"] === undefined ? quick : [...quick, ...others];

t.test("the contract tests pass with Fastify's whole lifecycle", { jobs: 2, timeout: 600_000 }, (t) => {
  for (const file of files) {
    t.spawn(process.execPath, ["--import=tsx", `test/contract/${file}.test.ts`], {
      env: { ...process.env, TEST_WHOLE_LIFECYCLE: "1" },
      name: file,
    });
  }
  t.end();
});
