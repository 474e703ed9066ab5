// Documents after public reports of other generators: what is made of them compiles under strict, and does what they say.
import t from "tap";
import { caseNames, caseResults } from "./case-results.ts";

// Forty packages and servers are made, compiled and run.
t.setTimeout(900_000);

t.test("packages and servers of all cases compile, and their checks pass", async (t) => {
  const results = await caseResults(t.testdir());
  for (const name of caseNames) t.same(results.get(name), [], `${name} is right`);
});
