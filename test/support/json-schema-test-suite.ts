// The JSON Schema Test Suite (draft 2020-12), read from where it lies: it is data of others and no part of this project.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Json, JsonObject } from "../../scripts/document/document.ts";

export interface SuiteCase {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

/** One schema with values for it. */
export interface SuiteGroup {
  /** Relative to the draft's folder, without `.json`: `optional/format/date`. */
  readonly file: string;
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly SuiteCase[];
}

/** The checkout of the suite: `JSON_SCHEMA_TEST_SUITE`, else beside the project under `shared/data/`. */
const folder =
  process.env["JSON_SCHEMA_TEST_SUITE"] ??
  join(import.meta.dirname, "..", "..", "..", "shared", "data", "json-schema-test-suite");

/** What a test says when it is left out: no package of the npm registry carries the suite. */
export const suiteMissing = existsSync(folder)
  ? false
  : "the JSON Schema Test Suite is not there: set JSON_SCHEMA_TEST_SUITE to a checkout of json-schema-org/JSON-Schema-Test-Suite";

/** Every group of every file, in the order of their names; none where the suite is missing. */
export function suiteGroups(): readonly SuiteGroup[] {
  if (suiteMissing !== false) return [];
  const draft = join(folder, "tests", "draft2020-12");
  const files = readdirSync(draft, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
  return files.sort().flatMap((file) => {
    const groups = JSON.parse(readFileSync(join(draft, file), "utf8")) as Omit<SuiteGroup, "file">[];
    const name = relative(draft, join(draft, file))
      .split(sep)
      .join("/")
      .replace(/\.json$/, "");
    return groups.map((group) => ({ ...group, file: name }));
  });
}

/** A schema as a component of an OpenAPI document: references to its own root lead to the component. */
export function asComponent(schema: Json, name: string): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map((item) => asComponent(item, name));
  if (typeof schema !== "object" || schema === null) return schema;
  const members = Object.entries(schema as JsonObject).map(([key, value]): [string, Json] => {
    if (key === "const" || key === "enum") return [key, value ?? null];
    const own = key === "$ref" && typeof value === "string" && /^#(?:$|\/)/.test(value);
    return [key, own ? `#/components/schemas/${name}${value.slice(1)}` : asComponent(value ?? null, name)];
  });
  return Object.fromEntries(members);
}
