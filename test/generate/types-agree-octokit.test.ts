// The law of types for a real document: some of the schemas and bodies of `@octokit/openapi`, evenly spaced
// over all.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import t from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { readFiles } from "../support/read-files.ts";
import { schemasOf, some } from "./law/candidates.ts";
import { holdLaw, isLong } from "./law/hold-law.ts";
import { withBodies, withSchemas } from "./law/whole.ts";

t.setTimeout(1_200_000);

const path = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");

t.test("the schemas of a real document agree with their types", async (t) => {
  const text = await readFile(path, "utf8");
  const whole = withBodies(JSON.parse(text) as JsonObject);
  const sizeOf = (name: string): number => JSON.stringify(withSchemas(whole, [name]).components).length;
  const all = schemasOf(whole).map(([name]) => name);
  // Large ones take the compiler seconds each.
  const names = isLong ? some(all, 600) : some(all, 40).filter((name) => sizeOf(name) < 4000);
  const { root } = await readFiles({ "api.json": JSON.stringify(withSchemas(whole, names)) });
  const count = await holdLaw(t, [{ path: "@octokit/openapi", root }]);
  t.ok(count > 200, `${count} values`);
});
