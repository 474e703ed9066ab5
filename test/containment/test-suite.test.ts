// The JSON Schema Test Suite turned around: `{const: v}` is contained in a schema exactly when the suite calls v valid.
import t from "tap";
import { isObject, resolvePointer } from "../../scripts/contract/document/pointer.ts";
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

/** Files of which so many values are judged in another way than the suite does, and why. */
const exceptions: Readonly<Record<string, readonly [count: number, why: string]>> = {
  format: [18, "formats are asserted, as an API's users read them"],
  "optional/dependencies-compatibility": [14, "`dependencies` is no keyword of 2020-12"],
  "optional/unknownKeyword": [2, "an $id inside an unknown keyword counts"],
  "optional/format/date-time": [2, "leap seconds are refused, as the contract's facts decide"],
  "optional/format/time": [6, "leap seconds are refused, as the contract's facts decide"],
  "optional/format/hostname": [23, "A-labels are not looked into (IDNA)"],
  "optional/format/idn-hostname": [33, "IDNA's tables are not carried"],
};

/** Files of which so many values stay undecided, and why. */
const undecided: Readonly<Record<string, readonly [count: number, why: string]>> = {
  "optional/cross-draft": [1, "a document of another draft, which the reader is not given"],
  unevaluatedItems: [5, "no validator can be asked: Ajv takes every item for evaluated beside a `contains`"],
  vocabulary: [4, "a vocabulary of its own"],
  "optional/format-assertion": [4, "a vocabulary of its own"],
};

interface Tally {
  readonly wrong: string[];
  readonly doubts: string[];
}

const constant = (value: Json): Json => ({ const: value });

t.test("contains a value exactly when the suite calls it valid", async (t) => {
  const read = await groupReader(t);
  const files = new Map<string, Tally>();
  for (const group of suiteGroups()) {
    const tally = files.get(group.file) ?? { wrong: [], doubts: [] };
    files.set(group.file, tally);
    judge(group, await schemaOf(group, read), tally);
  }
  for (const [file, { wrong, doubts }] of files) {
    const [count, why] = exceptions[file] ?? [0, "none is expected"];
    t.equal(wrong.length, count, `${file}: ${wrong.length} otherwise (${why})`, { wrong });
    const [open, reason] = undecided[file] ?? [0, "none is expected"];
    t.equal(doubts.length, open, `${file}: ${doubts.length} undecided (${reason})`, { doubts });
  }
  const total = [...files.values()].reduce((sum, { doubts }) => sum + doubts.length, 0);
  t.comment(
    `${total} undecided: ${[...files]
      .filter(([, { doubts }]) => doubts.length > 0)
      .map(([file, { doubts }]) => `${file} ${doubts.length}`)
      .join(", ")}`,
  );
  t.ok(files.size > 70, `${files.size} files`);
});

interface Sided {
  readonly schema: Json;
  readonly root: JsonObject;
}

/** As the diff reads it: from a document, where other documents take part. */
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

function judge({ description, tests }: SuiteGroup, { schema, root }: Sided, { wrong, doubts }: Tally): void {
  for (const { data, valid, description: value } of tests) {
    const accepts = [written(constant(data))];
    const result = search({ accepts, refuses: [{ ...written(schema, root), pointer: "" }] });
    const said = `${description} / ${value}: ${result.kind}`;
    if (result.kind === "undecided") doubts.push(`${said}, ${result.keyword ?? ""} ${result.reason}`);
    else if (result.kind !== (valid ? "none" : "found")) wrong.push(said);
  }
}
