// Random APIs with one change that a sender can observe: a tightening is always found, the reverse is always
// proved.
import { Budget } from "../../scripts/contract/containment/budget.ts";
import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { memberOf, search } from "../../scripts/contract/containment/search.ts";
import { type Api, apis } from "./support/random-apis.ts";
import { secondOpinion } from "./support/second-opinion.ts";
import { written } from "./support/sides.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

const runs = Number(process.env["SCHEMA_LAW_RUNS"] ?? 60);
const fixedSeed = Number(process.env["SCHEMA_LAW_SEED"] ?? 20_250_102);

type Path = readonly string[];

/**
 * The locations that a value of the API can have, each reached once; the branches of a union may hide one
 * another and are skipped.
 */
function locationsOf({ root }: Api): Path[] {
  const places: Path[] = [];
  const seen = new Set<Json>();
  const open: Path[] = [["components", "schemas", "One"]];
  for (let path = open.shift(); path; path = open.shift()) {
    const schema = at(root, path) as JsonObject;
    if (typeof schema !== "object" || seen.has(schema)) continue;
    seen.add(schema);
    const reference = schema["$ref"];
    if (typeof reference === "string") {
      open.push(reference.split("/").slice(1));
      continue;
    }
    places.push(path);
    for (const name of Object.keys((schema["properties"] ?? {}) as JsonObject))
      open.push([...path, "properties", name]);
    if (schema["items"]) open.push([...path, "items"]);
    if (typeof schema["additionalProperties"] === "object") open.push([...path, "additionalProperties"]);
    if (schema["oneOf"]) open.push([...path, "oneOf", "0"], [...path, "oneOf", "1"]);
  }
  return places;
}

const at = (value: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((inner, name) => (inner as JsonObject)[name], value);

/** The API with the schema at `path` replaced. */
function replaced(root: Json, [name, ...path]: Path, by: Json): Json {
  if (name === undefined) return by;
  const inner = replaced((root as JsonObject)[name]!, path, by);
  return Array.isArray(root)
    ? root.map((item: Json, index) => (String(index) === name ? inner : item))
    : { ...(root as JsonObject), [name]: inner };
}

t.test(`the search finds one tightening, and proves the reverse (seed ${fixedSeed})`, async (t) => {
  let requested = 0;
  await fc.assert(
    fc.asyncProperty(apis, fc.nat(), fc.boolean(), async (api, pick, closed) => {
      const places = locationsOf(api);
      const path = places[pick % places.length]!;
      const place = at(api.root, path)!;
      const member = memberOf({ ...written(place, api.root), closed });
      if (member.kind !== "found") return false;
      const narrower = { allOf: [place, { not: { const: member.instance } }] };
      const root = replaced(api.root, path, narrower) as JsonObject;
      const [wide, narrow] = [written(api.schema, api.root), written(api.schema, root)];
      const result = search({ accepts: [{ ...wide, closed }], rejects: [narrow] });
      const back = search({ accepts: [{ ...narrow, closed }], rejects: [wide] });
      requested += 1;
      return (
        result.kind === "found" &&
        back.kind === "none" &&
        (await secondOpinion(api.root, api.schema, result.instance)) &&
        !(await secondOpinion(root, api.schema, result.instance))
      );
    }),
    { numRuns: runs, seed: fixedSeed },
  );
  t.equal(requested, runs);
});

t.test("an API equals its copy, at no cost", (t) => {
  fc.assert(
    fc.property(apis, fc.boolean(), ({ root, schema }, closed) => {
      const copy = JSON.parse(JSON.stringify(root)) as JsonObject;
      const result = search({
        accepts: [{ ...written(schema, root), closed }],
        rejects: [written(schema, copy)],
        budget: new Budget(0),
      });
      return result.kind === "none";
    }),
    { numRuns: runs, seed: fixedSeed },
  );
  t.end();
});
