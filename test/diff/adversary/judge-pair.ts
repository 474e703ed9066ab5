// Checks the diff's verdict on a pair of schemas against brute force and a second validator.
import { compare } from "../../../scripts/contract/diff/compare.ts";
import type { Finding } from "../../../scripts/contract/diff/comparison.ts";
import {
  DocumentError,
  type Json,
  type JsonObject,
  type OpenApiDocument,
} from "../../../scripts/contract/document/document.ts";
import { rejectSchemaCircles } from "../../../scripts/contract/document/schema-circles.ts";
import { documentOf } from "../in-memory-document.ts";
import { bruteValues } from "./brute-values.ts";
import { knows } from "./known-names.ts";
import { Unknown } from "./reference-keywords.ts";
import { isValid, validatorOf } from "./reference-validator.ts";
import { foreign, foreignMeaning } from "./schema-maker.ts";
import type { SchemaPair } from "./schema-pairs.ts";

/** The result of judging a pair; `fault` describes what is wrong with the verdict. */
export interface Judgement {
  readonly fault: string | undefined;
  readonly breaking: number;
  readonly undecided: number;
  readonly compatible: number;
}

interface Half {
  readonly root: JsonObject;
  readonly schema: Json;
}

interface Travel {
  readonly sender: Half;
  readonly receiver: Half;
}

/**
 * Judges both directions: requests that a client of base sends, and responses that a server of head sends.
 */
export function judgePair(pair: SchemaPair, seed: number): Judgement {
  const total = { breaking: 0, undecided: 0, compatible: 0 };
  const [base, head] = documentsOf(pair);
  // The reader of documents reports an endless reference as an error, so no comparison takes place.
  if ([base, head].some(isEndless)) return { ...total, fault: undefined };
  const { findings } = compare(base, head);
  const written = halvesOf(pair, [base, head]);
  const meant = isForeign(pair) ? halvesOf(asMeant(pair), documentsOf(asMeant(pair))) : written;
  const values = bruteValues(
    [pair.base, pair.head, asSchema(pair.shared.base), asSchema(pair.shared.head)],
    seed,
  );
  for (const side of ["request", "response"] as const) {
    const said = findings.filter((finding) => finding.side === side);
    const verdict = said.some((one) => one.verdict === "breaking")
      ? "breaking"
      : said.some((one) => one.verdict === "undecided")
        ? "undecided"
        : "compatible";
    total[verdict] += 1;
    const fault =
      verdict === "breaking"
        ? unconfirmed(said, meant[side])
        : missed(values, verdict, verdict === "undecided" ? written[side] : meant[side]);
    if (fault !== undefined) return { ...total, fault: `${side}: ${fault}` };
  }
  return { ...total, fault: undefined };
}

const documentsOf = ({ base, head, shared }: SchemaPair): [OpenApiDocument, OpenApiDocument] => [
  documentOf(base, shared.base),
  documentOf(head, shared.head),
];

function isEndless(document: OpenApiDocument): boolean {
  try {
    rejectSchemaCircles(document);
    return false;
  } catch (error) {
    if (error instanceof DocumentError) return true;
    throw error;
  }
}

/** The sender and the receiver of each half, as schemas. */
function halvesOf(
  { base, head }: SchemaPair,
  [before, after]: readonly OpenApiDocument[],
): Record<"request" | "response", Travel> {
  const [old, young] = [
    { root: before!.root, schema: base },
    { root: after!.root, schema: head },
  ];
  return { request: { sender: old, receiver: young }, response: { sender: young, receiver: old } };
}

const isForeign = (pair: SchemaPair): boolean => JSON.stringify(pair).includes(foreign);

/**
 * A pair whose foreign pattern is replaced by its meaning in its own dialect.
 *
 * Whatever it means, `compatible` and `breaking` have to hold; `undecided` is allowed only for values that
 * are not tested against the pattern.
 */
const asMeant = (pair: SchemaPair): SchemaPair =>
  JSON.parse(JSON.stringify(pair).replaceAll(foreign, foreignMeaning)) as SchemaPair;

/** Stands in a witness for a string that cannot be generated. */
const placeholder = `…(${foreign})`;

/** Texts that match the foreign pattern: what a witness stands for is one that its sender accepts. */
const texts = ["x", "xy", "xxxx", "aX"];

const filled = (shown: Json, text: string): Json =>
  JSON.parse(JSON.stringify(shown).replaceAll(placeholder, text)) as Json;

/** A map of components as one schema, so that their constants are found. */
const asSchema = (schemas: JsonObject): Json => ({
  allOf: Object.values(schemas).map((one) => one ?? true),
  ...schemas,
});

function unconfirmed(said: readonly Finding[], { sender, receiver }: Travel): string | undefined {
  for (const { verdict, witness, place, rule } of said) {
    if (verdict !== "breaking") continue;
    const shown = witness?.value;
    if (shown === undefined) return `the break at ${place} has no value`;
    const at = `${rule} at ${place}: ${JSON.stringify(shown)}`;
    const isWhole = !JSON.stringify(shown).includes(placeholder);
    const isSent = (value: Json): boolean => known(() => isValid(sender.root, sender.schema, value));
    const values = isWhole ? [shown] : texts.map((text) => filled(shown, text)).filter((one) => isSent(one));
    if (isWhole && known(() => !isValid(sender.root, sender.schema, shown)))
      return `not valid for its sender, ${at}`;
    if (values.some((value) => known(() => isValid(receiver.root, receiver.schema, value))))
      return `accepted by its receiver, ${at}`;
  }
  return undefined;
}

function missed(values: readonly Json[], verdict: string, { sender, receiver }: Travel): string | undefined {
  const [isSent, isRead] = [sender, receiver].map(({ root, schema }) => validatorOf(root, schema));
  const value = values.find((one) =>
    known(() => isSent!(one) && !isRead!(one) && knows(sender.root, [sender.schema], one)),
  );
  return value === undefined ? undefined : `${verdict}, yet ${JSON.stringify(value)} breaks`;
}

/** The result of `tell`, or `false` if it cannot be determined. */
function known(tell: () => boolean): boolean {
  try {
    return tell();
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return false;
    throw error;
  }
}
