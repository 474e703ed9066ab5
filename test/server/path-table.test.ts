// Paths are found whatever their method, so that a 405 can be told from a 404.
import t from "tap";
import { PathTable, rawPathParameters } from "../../server/path-table.ts";

const table = new PathTable([
  { method: "GET", path: "/pools/{id}", target: "fetch" },
  { method: "DELETE", path: "/pools/{id}", target: "delete" },
  { method: "GET", path: "/pools/operations", target: "operations" },
]);

t.test("a literal segment goes before a parameter", (t) => {
  const cases = [
    { given: "/pools/1", want: ["fetch", "delete"] },
    { given: "/pools/operations", want: ["operations"] },
    { given: "/%70ools/a%2Fb", want: ["fetch", "delete"] },
    { given: "/pools/%zz", want: ["fetch", "delete"] },
    { given: "/pools", want: undefined },
    { given: "/pools/1/2", want: undefined },
    { given: "/Pools/1", want: undefined },
    { given: "*", want: undefined },
  ];
  for (const { given, want } of cases) {
    const found = table.find(given);
    t.same(found && [...found.values()], want, given);
  }
  t.end();
});

t.test("path parameters come as they were sent", (t) => {
  t.same(rawPathParameters(["", "pools", "{id}"], "/pools/a%2Fb"), { id: "a%2Fb" });
  t.end();
});
