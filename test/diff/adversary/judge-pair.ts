// Holds what the diff says of a pair of schemas against brute force and a second reading.
import { compare } from "../../../scripts/diff/compare.ts";
import type { Finding } from "../../../scripts/diff/comparison.ts";
import type { Json, JsonObject } from "../../../scripts/document/document.ts";
import { documentOf } from "../in-memory-document.ts";
import { bruteValues } from "./brute-values.ts";
import { knows } from "./known-names.ts";
import { Unknown } from "./reference-keywords.ts";
import { isValid, validatorOf } from "./reference-validator.ts";
import { FOREIGN } from "./schema-maker.ts";
import type { SchemaPair } from "./schema-pairs.ts";

/** What a pair came to; `fault` is what is wrong with it. */
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

/** Judges both directions of travel: what base sends in requests, and what head sends in responses. */
export function judgePair({ base, head, shared }: SchemaPair, seed: number): Judgement {
  const documents = [documentOf(base, shared.base), documentOf(head, shared.head)] as const;
  const { findings } = compare(...documents);
  const [before, after]: Half[] = [
    { root: documents[0].root, schema: base },
    { root: documents[1].root, schema: head },
  ];
  const values = bruteValues([base, head, shared.base, shared.head].map(asSchema), seed);
  const total = { breaking: 0, undecided: 0, compatible: 0 };
  for (const side of ["request", "response"] as const) {
    const [sender, receiver] = side === "request" ? [before!, after!] : [after!, before!];
    const said = findings.filter((finding) => finding.side === side);
    const verdict = said.some((one) => one.verdict === "breaking")
      ? "breaking"
      : said.some((one) => one.verdict === "undecided")
        ? "undecided"
        : "compatible";
    total[verdict] += 1;
    const fault =
      verdict === "breaking"
        ? unconfirmed(said, sender, receiver)
        : missed(values, { sender, receiver, verdict });
    if (fault !== undefined) return { ...total, fault: `${side}: ${fault}` };
  }
  return { ...total, fault: undefined };
}

/** Components are a map of schemas; as one schema, they show their constants. */
const asSchema = (schemas: JsonObject): Json => ({
  allOf: Object.values(schemas).map((one) => one ?? true),
  ...schemas,
});

function unconfirmed(said: readonly Finding[], sender: Half, receiver: Half): string | undefined {
  for (const { verdict, witness, place, rule } of said) {
    if (verdict !== "breaking") continue;
    const value = witness?.value;
    if (value === undefined) return `the break at ${place} has no value`;
    const at = `${rule} at ${place}: ${JSON.stringify(value)}`;
    if (known(() => !isValid(sender.root, sender.schema, value))) return `not valid for its sender, ${at}`;
    if (known(() => isValid(receiver.root, receiver.schema, value))) return `accepted by its receiver, ${at}`;
  }
  return undefined;
}

function missed(
  values: readonly Json[],
  at: { readonly sender: Half; readonly receiver: Half; readonly verdict: string },
): string | undefined {
  // A pattern that cannot be read may leave a pair undecided; compatible it never makes one.
  const isUnreadable = JSON.stringify([at.sender.root, at.receiver.root]).includes(FOREIGN);
  if (at.verdict === "undecided" && isUnreadable) return undefined;
  const [isSent, isRead] = [at.sender, at.receiver].map(({ root, schema }) => validatorOf(root, schema));
  const value = values.find((one) =>
    known(() => isSent!(one) && !isRead!(one) && knows(at.sender.root, [at.sender.schema], one)),
  );
  return value === undefined ? undefined : `${at.verdict}, yet ${JSON.stringify(value)} breaks`;
}

/** `false` where it cannot be told. */
function known(tell: () => boolean): boolean {
  try {
    return tell();
  } catch (error) {
    if (error instanceof Unknown || error instanceof RangeError) return false;
    throw error;
  }
}
