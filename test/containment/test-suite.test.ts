// The JSON Schema Test Suite applied to containment: `{const: v}` is contained in a schema exactly if v is
// valid in the suite.
import t from "tap";
import { isObject, resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import { interpret } from "../../scripts/contract/containment/interpret.ts";
import { nodeAt } from "../../scripts/contract/containment/schema-node.ts";
import { scopeOf } from "../../scripts/contract/containment/scope.ts";
import { search } from "../../scripts/contract/containment/search.ts";
import { DocumentError, type Json, type JsonObject } from "../../scripts/contract/document/document.ts";
import {
  groupReader,
  namesResources,
  type ReadGroup,
  type SuiteGroup,
  suiteGroups,
} from "../support/json-schema-test-suite.ts";
import { written } from "./support/sides.ts";

/** Files with the number of values whose result differs from the suite, and the reason. */
const exceptions: Readonly<Record<string, readonly [count: number, why: string]>> = {
  format: [18, "formats are asserted, as an API's users read them"],
  "optional/dependencies-compatibility": [14, "`dependencies` is no keyword of 2020-12"],
  "optional/unknownKeyword": [2, "an $id inside an unknown keyword counts"],
  "optional/format/date-time": [2, "leap seconds are refused, as the contract's facts decide"],
  "optional/format/time": [6, "leap seconds are refused, as the contract's facts decide"],
  "optional/format/hostname": [23, "A-labels are not looked into (IDNA)"],
  "optional/format/idn-hostname": [33, "IDNA's tables are not carried"],
};

/** Keywords with the number of values that stay undecided, and the reason. */
const undecided: Readonly<Record<string, readonly [count: number, why: string]>> = {
  $ref: [1, "a document of another draft, which the reader is not given"],
  $schema: [8, "a vocabulary of its own"],
};

interface Tally {
  readonly wrong: string[];
  /** Values for which plain validation and the search disagree. */
  readonly unlike: string[];
}

const constant = (value: Json): Json => ({ const: value });

t.test("a schema contains a value exactly if the value is valid in the suite", async (t) => {
  const read = await groupReader(t);
  const files = new Map<string, Tally>();
  const doubts = new Map<string, string[]>();
  for (const group of suiteGroups()) {
    const tally = files.get(group.file) ?? { wrong: [], unlike: [] };
    files.set(group.file, tally);
    judge(group, await schemaOf(group, read), tally, doubts);
  }
  for (const [file, { wrong, unlike }] of files) {
    const [count, why] = exceptions[file] ?? [0, "none is expected"];
    t.equal(wrong.length, count, `${file}: ${wrong.length} otherwise (${why})`, { wrong });
    t.same(unlike, [], `${file}: what confirms witnesses reads them alike`);
  }
  for (const keyword of new Set([...Object.keys(undecided), ...doubts.keys()])) {
    const [open, reason] = undecided[keyword] ?? [0, "none is expected"];
    const said = doubts.get(keyword) ?? [];
    t.equal(said.length, open, `${keyword}: ${said.length} undecided (${reason})`, { said });
  }
  t.comment(`undecided: ${[...doubts].map(([keyword, said]) => `${keyword} ${said.length}`).join(", ")}`);
  t.ok(files.size > 70, `${files.size} files`);
});

interface Sided {
  readonly schema: Json;
  readonly root: JsonObject;
}

/** Reads the schema like the diff: from a document, possibly with other documents. */
async function schemaOf(group: SuiteGroup, read: ReadGroup): Promise<Sided> {
  const { schema } = group;
  if (!namesResources(group)) return { schema, root: isObject(schema) ? schema : {} };
  try {
    const { root } = await read(group);
    return { schema: resolvePointer(root, "/components/schemas/S") ?? true, root };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { schema, root: isObject(schema) ? schema : {} };
  }
}

function judge(
  { description, tests, file }: SuiteGroup,
  { schema, root }: Sided,
  { wrong, unlike }: Tally,
  doubts: Map<string, string[]>,
): void {
  for (const { data, valid, description: value } of tests) {
    const receiver = { ...written(schema, root), pointer: "" };
    const result = search({ accepts: [written(constant(data))], rejects: [receiver] });
    const said = `${description} / ${value}: ${result.kind}`;
    if (result.kind === "undecided") {
      const keyword = result.keyword ?? "none";
      doubts.set(keyword, [...(doubts.get(keyword) ?? []), `${file}: ${said}, ${result.reason}`]);
      continue;
    }
    if (result.kind !== (valid ? "none" : "found")) wrong.push(said);
    const seen = interpret(nodeAt(scopeOf(root, "none"), schema, ""), data);
    if ((seen ?? accepts(receiver, data).valid) !== (result.kind === "none")) unlike.push(said);
  }
}
