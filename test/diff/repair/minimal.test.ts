// For small schemas no smaller edit repairs the break without accepting more: every smaller one is tried.
import t from "tap";
import { compare } from "../../../scripts/contract/diff/compare.ts";
import { isWidening } from "../../../scripts/contract/diff/repair/candidates.ts";
import { editSize, type EditStep, withSteps } from "../../../scripts/contract/diff/repair/edit.ts";
import { repair } from "../../../scripts/contract/diff/repair/repair.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../../scripts/contract/document/document.ts";
import { documentOf } from "../in-memory-document.ts";

const at = "/paths/~1things/post/requestBody/content/application~1json/schema";

/** Schemas of requests. Responses have no schema, so that one edit is enough. */
const pairs: readonly { readonly base: JsonObject; readonly head: JsonObject; readonly does: RegExp }[] = [
  {
    base: { type: "string", maxLength: 9 },
    head: { type: "string", maxLength: 5 },
    does: /keeps maxLength 9/,
  },
  { base: { type: "string" }, head: { type: "string", maxLength: 5 }, does: /drops maxLength/ },
  { base: { type: "string" }, head: { type: "integer" }, does: /accepts string, too/ },
  {
    base: { type: "integer", minimum: 1 },
    head: { type: "integer", minimum: 2, maximum: 9 },
    does: /minimum/,
  },
  {
    base: { type: "number", minimum: 0 },
    head: { type: "number", exclusiveMinimum: 0 },
    does: /keeps minimum 0/,
  },
  {
    base: { type: "number", exclusiveMaximum: 5 },
    head: { type: "number", maximum: 3 },
    does: /keeps exclusiveMaximum 5/,
  },
  { base: { enum: ["a", "b"] }, head: { enum: ["a", "c"] }, does: /keeps "b", deprecated/ },
  { base: { const: 1 }, head: { const: 2 }, does: /keeps 1, deprecated/ },
  {
    base: { multipleOf: 3 },
    head: { multipleOf: 2 },
    does: /accepts the old multipleOf as well as the new one/,
  },
  {
    base: { type: "string", pattern: "^a" },
    head: { type: "string", pattern: "^b" },
    does: /accepts the old pattern, too/,
  },
  {
    base: { type: "object", properties: { a: { type: "string" } } },
    head: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
    does: /leaves a optional/,
  },
  {
    base: { type: "array", items: { type: "string" }, maxItems: 5 },
    head: { type: "array", items: { type: "string" }, maxItems: 2, uniqueItems: true },
    does: /maxItems/,
  },
];

t.test("the repair is the smallest edit", (t) => {
  for (const { base: old, head: young, does } of pairs) {
    const [base, head] = [requestOf(old), requestOf(young)];
    const { repaired, left, steps } = repair([base], head);
    const title = `${JSON.stringify(old)} to ${JSON.stringify(young)}`;
    t.same(left, [], title);
    t.match(repaired.map(({ edit }) => edit.does).join(", "), does, title);
    const size = editSize(head.root, steps);
    const smaller = [...editsOf(old, young)].filter((edit) => editSize(head.root, edit) < size);
    t.ok(smaller.length > 0 || size <= 3, `${title}: there are smaller edits to try`);
    for (const edit of smaller)
      t.notOk(
        mends(base, head, edit) && promisesNoMore({ old, young }, head, edit),
        `${title}: ${JSON.stringify(edit)} is smaller and mends it, too`,
      );
  }
  t.end();
});

function requestOf(schema: JsonObject): OpenApiDocument {
  const { root, ...document } = documentOf(schema);
  const { paths, ...rest } = root;
  const post = (paths as { "/things": { post: JsonObject } })["/things"].post;
  return { ...document, root: { ...rest, paths: { "/things": { post: { ...post, responses: {} } } } } };
}

function mends(base: OpenApiDocument, head: OpenApiDocument, steps: readonly EditStep[]): boolean {
  const document = { ...head, root: withSteps(head.root, steps) };
  const isLoud = ({ verdict }: { readonly verdict: string }) =>
    verdict === "breaking" || verdict === "undecided";
  if (compare(base, document).findings.some(isLoud)) return false;
  return !compare(head, document).findings.some(
    (finding) => finding.verdict === "breaking" && isWidening(finding),
  );
}

/**
 * Whether no value is accepted that both schemas reject: otherwise the smallest edit would always be to drop
 * all constraints.
 */
function promisesNoMore(
  { old, young }: { readonly old: JsonObject; readonly young: JsonObject },
  head: OpenApiDocument,
  steps: readonly EditStep[],
): boolean {
  const edited = { ...head, root: withSteps(head.root, steps) };
  const { findings } = compare(edited, requestOf({ anyOf: [old, young] }));
  return findings.every(({ verdict }) => verdict === "notice" || verdict === "compatible");
}

/**
 * Yields every edit of up to two keywords: each is removed, or set to one of the values that any keyword of
 * the two schemas has, or to a list of them.
 */
function* editsOf(old: JsonObject, young: JsonObject): Generator<EditStep[]> {
  const keywords = [...new Set([...Object.keys(old), ...Object.keys(young)])];
  const singles = keywords.flatMap((keyword) =>
    [undefined, ...valuesFor(old[keyword], young[keyword])].map((value) => ({
      pointer: `${at}/${keyword}`,
      value,
    })),
  );
  for (const single of singles) yield [single];
  for (const [index, one] of singles.entries())
    for (const other of singles.slice(index + 1)) if (other.pointer !== one.pointer) yield [one, other];
}

function valuesFor(old: Json | undefined, young: Json | undefined): Json[] {
  const known = [old, young].filter((value) => value !== undefined);
  const items = known.flatMap((value) => (Array.isArray(value) ? (value as Json[]) : [value]));
  const subsets = items.reduce<Json[][]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );
  return [...known, ...subsets.filter((set) => set.length > 0)];
}
