// Paths are found independent of the method, which distinguishes a 405 from a 404.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { compareTemplates } from "../../../scripts/contract/runtime/boundary/path-order.ts";
import { PathTable } from "../../../scripts/contract/runtime/boundary/path-table.ts";
import { matchPath, templateOf } from "../../../scripts/contract/runtime/boundary/path-template.ts";

const table = new PathTable([
  { method: "GET", path: "/pools/{id}", target: "fetch" },
  { method: "DELETE", path: "/pools/{id}", target: "delete" },
  { method: "GET", path: "/pools/operations", target: "operations" },
  { method: "HEAD", path: "/heads", target: "head" },
  { method: "GET", path: "/heads", target: "get" },
  { method: "POST", path: "/pools/{id}:pin", target: "pin" },
  { method: "GET", path: "/files/{name}.{type}", target: "file" },
]);

t.test("a literal segment takes precedence over a parameter, among templates with the method", (t) => {
  const cases = [
    { method: "GET", path: "/pools/1", want: { target: "fetch", rawPath: { id: "1" } } },
    { method: "GET", path: "/pools/operations", want: { target: "operations", rawPath: {} } },
    {
      method: "DELETE",
      path: "/pools/operations",
      want: { target: "delete", rawPath: { id: "operations" } },
    },
    { method: "GET", path: "/%70ools/a%2Fb", want: { target: "fetch", rawPath: { id: "a%2Fb" } } },
    { method: "GET", path: "/pools/%zz", want: { target: "fetch", rawPath: { id: "%zz" } } },
    { method: "POST", path: "/pools/1:pin", want: { target: "pin", rawPath: { id: "1" } } },
    {
      method: "GET",
      path: "/files/a.b.csv",
      want: { target: "file", rawPath: { name: "a.b", type: "csv" } },
    },
    { method: "HEAD", path: "/pools/1", want: { target: "fetch", rawPath: { id: "1" } } },
    { method: "HEAD", path: "/heads", want: { target: "head", rawPath: {} } },
    { method: "POST", path: "/pools/1", want: { target: undefined, allowed: ["GET", "HEAD", "DELETE"] } },
    { method: "POST", path: "/pools/operations", want: { target: undefined, allowed: ["GET", "HEAD"] } },
    { method: "PUT", path: "/heads", want: { target: undefined, allowed: ["HEAD", "GET"] } },
    { method: "GET", path: "/pools", want: undefined },
    { method: "GET", path: "/pools/1/2", want: undefined },
    { method: "GET", path: "/Pools/1", want: undefined },
    { method: "OPTIONS", path: "*", want: undefined },
  ];
  for (const { method, path, want } of cases) t.same(table.find(method, path), want, `${method} ${path}`);
  t.end();
});

t.test("the path table finds the same template as a linear search", (t) => {
  const segment = fc.constantFrom("a", "b", "a%20b", "a b", "{x}", "{y}", "{x}:go", "{x}.{y}", "");
  const template = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}`);
  const path = fc
    .array(fc.constantFrom("a", "b", "a%20b", "%61", "1:go", "1.2", "", "__proto__"), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => `/${parts.join("/")}`);
  fc.assert(
    fc.property(fc.uniqueArray(template, { maxLength: 8 }), path, (templates, sent) => {
      const all = new PathTable(templates.map((one) => ({ method: "GET", path: one, target: one })));
      const [first] = templates
        .filter((one) => matchPath(templateOf(one), sent.split("/")) !== undefined)
        .sort(compareTemplates);
      const found = all.find("GET", sent)?.target;
      return found === first || (found !== undefined && compareTemplates(found, first ?? "") === 0);
    }),
  );
  t.end();
});
