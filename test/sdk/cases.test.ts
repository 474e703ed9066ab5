// Documents from public reports about other generators: the generated code compiles under strict, and behaves
// as they declare.
import t from "tap";
import { caseNames, caseResults } from "./case-results.ts";

// Generates, compiles and runs forty packages and servers.
t.setTimeout(900_000);

t.test("packages and servers of all cases compile, and their checks pass", async (t) => {
  const results = await caseResults(t.testdir());
  for (const name of caseNames) t.same(results.get(name), [], `${name} is right`);
});
