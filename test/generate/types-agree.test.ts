// The law of types for the schemas of all documents in the tests, for requests and responses: values that a
// validator accepts type-check, and values that it rejects do not, except for the limits of TypeScript that
// `law/loosened.ts` lists.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import {
  asComponent,
  namesResources,
  type SuiteGroup,
  suiteGroups,
} from "../support/json-schema-test-suite.ts";
import { initiativeDocuments, initiativeVersions } from "../support/openapi-initiative.ts";
import { holdLaw, isLong, type LawDocument } from "./law/hold-law.ts";
import { documentOfKinds } from "./law/kinds.ts";

t.setTimeout(600_000);

const fixtures = join(import.meta.dirname, "..", "fixtures");

function documents(): string[] {
  const cases = readdirSync(join(fixtures, "cases")).map((name) =>
    join(fixtures, "cases", name, "openapi.yaml"),
  );
  const own = readdirSync(join(fixtures, "documents")).map((name) => join(fixtures, "documents", name));
  const initiative = initiativeVersions.flatMap((version) => initiativeDocuments(version, "pass"));
  return ["spec/openapi.yaml", ...cases.filter((path) => existsSync(path)), ...own, ...initiative];
}

/** The schemas of the JSON Schema Test Suite, with its values besides our own. */
function suite(): { root: JsonObject; values: ReadonlyMap<string, Json[]> } {
  const groups = suiteGroups().filter(
    (group) => !namesResources(group) && !group.file.startsWith("optional"),
  );
  const named = groups.map((group, index): [string, SuiteGroup] => [`${group.file}-${index}`, group]);
  const schemas = named.map(([name, { schema }]): [string, Json] => [name, asComponent(schema, name)]);
  return {
    root: { components: { schemas: Object.fromEntries(schemas) } },
    values: new Map(named.map(([name, { tests }]) => [name, tests.map(({ data }) => data)])),
  };
}

t.test("the schemas of all documents agree with their types", async (t) => {
  const { root, values } = suite();
  const all: LawDocument[] = [
    { path: "kinds of schemas", root: documentOfKinds(isLong ? 600 : 120) },
    { path: "the JSON Schema Test Suite", root, values },
  ];
  for (const path of documents()) all.push({ path, root: (await readDocument(path)).root });
  const count = await holdLaw(t, all);
  t.ok(count > 2000, `${count} values`);
});
