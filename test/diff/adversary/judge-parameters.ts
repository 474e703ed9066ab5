// Checks the diff's verdict on a change of one parameter against all small values, serialized and parsed by a
// second implementation.
import { compare } from "../../../scripts/contract/diff/compare.ts";
import type { HttpRequest } from "../../../scripts/contract/exchange/http.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../../scripts/contract/document/document.ts";
import { inMemoryDocument } from "../in-memory-document.ts";
import type { Judgement } from "./judge-pair.ts";
import { knows } from "./known-names.ts";
import type { ParameterPair } from "./parameter-pairs.ts";
import { isValid } from "./reference-validator.ts";
import { meanings, reads, type StyledParameter, type WireRequest, write } from "./wire-reader.ts";

const leaves: readonly Json[] = [
  "a",
  "b",
  "ab",
  "abcd",
  "zzzzz",
  "1",
  "12",
  "true",
  "a,b",
  "1,2",
  0,
  1,
  2,
  12,
  -1,
  0.5,
  1234,
  true,
];
const partKeywords: readonly Json[] = ["a", "abcd", "1", "a,b", 0, 1, 12, -1, 0.5, true];
const values: readonly Json[] = [
  ...leaves,
  ...leaves.map((one) => [one]),
  ...partKeywords.flatMap((one) => partKeywords.map((other) => [one, other])),
  ...["a", 1, true].map((one) => [one, one, one]),
  ...["a", "b", "c"].flatMap((name) => leaves.map((one) => ({ [name]: one }))),
  ...partKeywords.flatMap((a) => partKeywords.map((b) => ({ a, b }))),
];

/** Judges one change of a parameter; the verdict is the one on requests. */
export function judgeParameters([base, head]: ParameterPair): Judgement {
  const { findings } = compare(documentWith(base), documentWith(head));
  const said = findings.filter(({ side }) => side === "request");
  const verdict = (["breaking", "undecided"] as const).find((one) =>
    said.some((finding) => finding.verdict === one),
  );
  const total = { breaking: 0, undecided: 0, compatible: 0, [verdict ?? "compatible"]: 1 };
  if (verdict === "breaking") {
    const broken = said.filter((finding) => finding.verdict === "breaking");
    for (const { witness, rule, place } of broken) {
      const request = witness && requestOf(witness.exchange.request);
      if (request === undefined) return { ...total, fault: `the break at ${place} has no request` };
      const shown = `${rule} at ${place}: ${JSON.stringify(request)}`;
      // Without any value, a required parameter cannot be sent: what else breaks is shown without it.
      const isUnwritten = witness?.exchange.request.unwritten !== undefined && !hasValue(base);
      if (!isUnwritten && !isRead(base, request, "some"))
        return { ...total, fault: `not valid for its sender, ${shown}` };
      if (isRead(head, request, "all") && !(misreading.has(rule) && isMisread(base, head, request)))
        return { ...total, fault: `accepted by its receiver, ${shown}` };
    }
    return { ...total, fault: undefined };
  }
  const broken = (base.required ? values : [undefined, ...values]).find((value) => breaks(base, head, value));
  const isBroken = broken !== undefined || (!base.required && breaks(base, head, undefined));
  if (!isBroken) return { ...total, fault: undefined };
  const shown = JSON.stringify(write(base, broken));
  return {
    ...total,
    fault: `${verdict ?? "compatible"}, yet ${JSON.stringify(broken)} breaks, sent as ${shown}`,
  };
}

/** Rules of changes by which head may accept a request and read another value from it. */
const misreading: ReadonlySet<string> = new Set(["parameter-style", "type"]);

/** Whether a client can send any value of the parameter. */
function hasValue({ schema }: StyledParameter): boolean {
  return values.some((value) => isValid({}, schema, value) && knows({}, [schema], value));
}

/** Whether head rejects what a client of base sends for `value`, and base itself accepts. */
function breaks(base: StyledParameter, head: StyledParameter, value: Json | undefined): boolean {
  if (value !== undefined && (!isValid({}, base.schema, value) || !knows({}, [base.schema], value)))
    return false;
  const request = write(base, value);
  return isRead(base, request, "all") && !isRead(head, request, "some");
}

/**
 * Whether the request is accepted. An exploded object can be parsed in two ways: `which` requires both
 * readings to be accepted, or one.
 */
function isRead(parameter: StyledParameter, request: WireRequest, which: "all" | "some"): boolean {
  const ways = [true, false].map((strictly) => reads(parameter, request, strictly));
  return which === "all" ? ways.every(Boolean) : ways.some(Boolean);
}

/** Whether none of the values that head may parse from the request is the one that base means by it. */
function isMisread(base: StyledParameter, head: StyledParameter, request: WireRequest): boolean {
  const [meant, understood] = [base, head].map((one) => (meanings(one, request, true) ?? []).map(text));
  return !meant!.some((one) => understood!.includes(one));
}

/**
 * The serialized value: `1` and `"1"` are equal on the wire, and so are a value and a list that contains only
 * it.
 */
function text(value: Json): string {
  if (Array.isArray(value))
    return value.length === 1 ? text(value[0] as Json) : `list ${JSON.stringify(value.map(String))}`;
  return typeof value === "object" && value !== null
    ? `object ${JSON.stringify(
        Object.entries(value)
          .map(([name, one]) => [name, text(one ?? null)])
          .sort(),
      )}`
    : String(value);
}

function requestOf({ target, headers }: HttpRequest): WireRequest {
  const [path = "", query = ""] = target.split("?");
  const header = (wanted: string): string | undefined =>
    headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  return {
    segment: /^\/x\/(.*)$/.exec(path)?.[1] ?? "",
    query,
    header: header("p"),
    cookie: header("cookie") ?? "",
  };
}

function documentWith({ isJson, schema, style, explode, ...parameter }: StyledParameter): OpenApiDocument {
  const shape: JsonObject = isJson
    ? { content: { "application/json": { schema } } }
    : { style, explode, schema };
  const operation: JsonObject = {
    operationId: "o",
    parameters: [{ ...parameter, ...shape }],
    responses: { 200: { description: "ok" } },
  };
  return inMemoryDocument({
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: { [parameter.in === "path" ? "/x/{p}" : "/x"]: { get: operation } },
  });
}
