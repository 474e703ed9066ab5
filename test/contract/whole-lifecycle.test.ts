// The generated plugin, with this repository's handlers and Fastify's whole lifecycle, passes the contract
// tests, too.
//
// @own-process: it sets a variable for the tests that it imports.
import t from "tap";

process.env["TEST_WHOLE_LIFECYCLE"] = "1";

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

for (const file of files) await import(`./${file}.test.ts`);

t.test("no contract test turns the whole lifecycle off", (t) => {
  t.equal(process.env["TEST_WHOLE_LIFECYCLE"], "1");
  t.end();
});

// After those that the files set: on a busy machine all of them take longer than one.
t.setTimeout(600_000);
