// The index of the corpus lists every case with its expectation.
import { readFileSync } from "node:fs";
import { format } from "prettier";
import t from "tap";
import { corpusIndex, indexFile } from "../../scripts/project/fixtures/corpus-index.ts";
import { readCorpus } from "./corpus.ts";

t.test("the index of the corpus is up to date with npm run fixtures", async (t) => {
  const cases = readCorpus();
  const index = corpusIndex(cases);
  t.equal(readFileSync(indexFile, "utf8"), await format(index, { parser: "markdown", printWidth: 110 }));
  t.equal(index.split("\n").filter((line) => /^\| (?!case \||- \|)/.test(line)).length, cases.length);
});
