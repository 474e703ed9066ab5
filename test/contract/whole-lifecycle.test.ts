// The plugin as generated, with this repository's handlers and all of Fastify's lifecycle, passes the contract tests, too.
import t from "tap";

// On a busy machine it takes longer than the half minute that a file has.
t.setTimeout(600_000);

/** Those that look at what is on the wire; `check:long` runs all of them. */
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

t.test("the contract tests, through all of Fastify", { jobs: 2, timeout: 600_000 }, (t) => {
  for (const file of files) {
    t.spawn(process.execPath, ["--import=tsx", `test/contract/${file}.test.ts`], {
      env: { ...process.env, TEST_WHOLE_LIFECYCLE: "1" },
      name: file,
    });
  }
  t.end();
});
