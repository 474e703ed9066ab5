import t from "tap";
import { fillPath, pathTemplate } from "../../scripts/contract/exchange/path-template.ts";

t.test("path templates that differ only in parameter names have one key", (t) => {
  const cases = [
    { given: "/a", key: "/a", names: [] },
    { given: "/a/{x}", key: "/a/{}", names: ["x"] },
    { given: "/a/{y}", key: "/a/{}", names: ["y"] },
    { given: "/a/{x}.{format}/b", key: "/a/{}.{}/b", names: ["x", "format"] },
  ];
  for (const { given, key, names } of cases) {
    const template = pathTemplate(given);
    t.equal(template.key, key, given);
    t.same(template.names, names, given);
    t.equal(fillPath(template, names), given.replaceAll(/[{}]/g, ""), `${given}, filled`);
  }
  t.end();
});
