// Cases that do not come from schemas: methods, credentials, media types, and unparseable bodies.
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import { jsonText } from "../../document/json-text.ts";
import { covers, mediaKind, mediaRange } from "../../exchange/media-range.ts";
import { hasQuery } from "../../exchange/path-template.ts";
import type { Case, CaseBody } from "./case.ts";
import type { BodySlot, OperationSlots } from "./operation-slots.ts";
import type { PlanSettings } from "./plan-cases.ts";
import { allCombinations, isConfirmedValue } from "./trial-values.ts";

const none: ReadonlyMap<string, Json | undefined> = new Map();

/**
 * Yields cases for methods that the path does not declare. Never DELETE: an undeclared DELETE that the server
 * supports would remove resources. Without permission to write, only a safe method.
 */
export function* methodCases({ api, write }: PlanSettings, operation: ApiOperation): Generator<Case> {
  const beside = api.operations.filter(
    ({ caller, template }) => caller === "client" && template.key === operation.template.key,
  );
  if (beside[0] !== operation || hasQuery(operation.template)) return;
  const declared = new Set(beside.map(({ source }) => source.method));
  const candidates = write ? ["PUT", "PATCH", "POST", "GET"] : ["GET", "PROPFIND"];
  const method = candidates.find((one) => !declared.has(one));
  if (method === undefined) return;
  yield {
    operation,
    expects: "no-method",
    place: "method",
    what: method,
    constraints: [],
    parameters: none,
    body: null,
    method,
  };
}

/** Yields each alternative of an operation's security, no credentials, and generated ones. */
export function* credentialCases(operation: ApiOperation): Generator<Case> {
  const { security } = operation;
  const base = { operation, place: "credentials", constraints: [], parameters: none };
  for (const [credentials] of security.entries()) {
    if (security.length > 1)
      yield { ...base, expects: "accepted", what: `alternative ${credentials + 1}`, credentials };
  }
  if (security.some((alternative) => alternative.length === 0)) return;
  yield { ...base, expects: "unauthorized", what: "none", credentials: "none" };
  const isShown = security.some((alternative) => alternative.every(({ scheme }) => scheme !== "mutualTLS"));
  if (!isShown) return;
  yield { ...base, expects: "unauthorized", what: "made up", credentials: "wrong" };
  yield { ...base, expects: "unauthorized", what: "right except for one character", credentials: "nearly" };
}

/** Yields a case for each media type that the responses declare. */
export function* mediaCases(operation: ApiOperation, { bodies }: OperationSlots): Generator<Case> {
  const base = { operation, place: "media type", constraints: [], parameters: none };
  const successes = operation.responses.filter(({ status }) => status.startsWith("2"));
  const types = new Set(successes.flatMap(({ contents }) => contents.map(({ range }) => range.text)));
  for (const type of types)
    yield { ...base, expects: "accepted", what: `accept ${type}`, headers: [["accept", type]] };
  for (const { content, media, smallest } of bodies) {
    if (smallest === undefined) continue;
    const body = { content, media, value: smallest };
    yield { ...base, expects: "accepted", what: media.text, body };
    if (mediaKind(media) !== "json" || media.text.includes(";")) continue;
    const charset = { ...body, media: mediaRange(`${media.text}; charset=utf-8`) };
    yield { ...base, expects: "accepted", what: charset.media.text, body: charset };
  }
}

/** Yields invalid bodies: none, a text that is not JSON, an undeclared media type. */
export function* bodyFaults(operation: ApiOperation, { bodies }: OperationSlots): Generator<Case> {
  const base = { operation, expects: "refused" as const, constraints: [], parameters: none };
  if (operation.body?.required === true) yield { ...base, place: "body", what: "left out", body: null };
  const [json] = bodies.filter(
    ({ media, smallest }) => mediaKind(media) === "json" && smallest !== undefined,
  );
  if (json === undefined) return;
  const { content, media } = json;
  const value = json.smallest ?? null;
  const text = jsonText(value);
  for (const [what, broken] of [
    ["JSON that ends early", text.length > 1 ? text.slice(0, -1) : "["],
    ["JSON followed by other text", `${text} x`],
  ] as const)
    yield { ...base, place: "body", what, body: { content, media, value, text: broken } };
  const broken = brokenText(json);
  if (broken !== undefined)
    yield {
      ...base,
      place: "body",
      what: "bytes that are not UTF-8",
      violates: "accepts-bytes",
      body: { content, media, ...broken },
    };
  for (const other of otherTypes(bodies))
    yield {
      ...base,
      place: "media type",
      what: other,
      body: { content, media: mediaRange(other), value, text },
    };
}

/**
 * Returns a body with a byte that is not UTF-8 inside a string, of which nothing else is wrong: the body is
 * valid with U+FFFD there, which many decoders put in the place of such a byte.
 */
function brokenText({ at, smallest }: BodySlot): Pick<CaseBody, "value" | "text" | "bytes"> | undefined {
  const bodies = [smallest, ...[...allCombinations(at)].map(({ value }) => value)];
  for (const body of bodies.slice(0, mostBodies)) {
    if (!isObject(body)) continue;
    for (const [name, member] of Object.entries(body)) {
      if (typeof member !== "string") continue;
      const value = { ...body, [name]: `${member}\ufffd` };
      if (!isConfirmedValue(at, value)) continue;
      const text = jsonText(value);
      const [before = "", after = ""] = text.split("\ufffd");
      return {
        value,
        text,
        bytes: Buffer.concat([Buffer.from(before), Buffer.of(0xff), Buffer.from(after)]),
      };
    }
  }
  return undefined;
}

/** Maximum number of bodies in which a string is looked for. */
const mostBodies = 4;

/**
 * Returns undeclared media types for a body: one of text, and one of JSON that is more specific than the
 * declared one.
 */
function otherTypes(bodies: readonly BodySlot[]): string[] {
  const strange = ["text/plain", "application/vnd.contract-verify+json"];
  return strange.filter((type) => !bodies.some(({ content }) => covers(content.range, mediaRange(type))));
}
