// The slots of an operation's requests, each described by a schema: each parameter, and the body in each
// media type.
import type { Json, JsonObject } from "../../document/document.ts";
import { segmentsBehind } from "../../exchange/operation-index.ts";
import type { Api, ApiContent, ApiOperation } from "../../exchange/api.ts";
import { mediaKind, type MediaRange, memberOfRange } from "../../exchange/media-range.ts";
import { isPositional } from "../../exchange/part-encoding.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { sendable } from "../../diff/decide/sendable.ts";
import { parameterKey } from "./case.ts";
import { type Constraints, constraintsOf } from "./read-constraints.ts";
import { type Searching, slotBudget, type TrialPart } from "./searching.ts";
import { smallest } from "./trial-values.ts";

interface Slot {
  /** Name: `body`, `query/pageSize`. */
  readonly name: string;
  readonly at: TrialPart;
  readonly constraints: Constraints;
  /** The smallest valid value; undefined if none is known. */
  readonly smallest: Json | undefined;
}

/** The slot of a parameter. */
export interface ParameterSlot extends Slot {
  readonly kind: "parameter";
  readonly parameter: WireParameter;
}

/** The slot of a body in one media type. */
export interface BodySlot extends Slot {
  readonly kind: "body";
  readonly content: ApiContent;
  readonly media: MediaRange;
}

/** All slots of an operation. */
export interface OperationSlots {
  readonly parameters: readonly ParameterSlot[];
  readonly bodies: readonly BodySlot[];
  /** Media types whose bodies cannot be generated. */
  readonly unwritten: readonly string[];
}

/** Collects the slots of an operation, with their constraints and smallest values. */
export function slotsOf(api: Api, operation: ApiOperation, searching: Searching): OperationSlots {
  const reading = { root: operation.root, view: "request" as const, closed: false };
  const parameters = operation.parameters.map((parameter): ParameterSlot => {
    const name = parameterKey(parameter);
    const limits = sendable(operation.root, parameter, takenIn(api, operation, parameter));
    const at = { reading, part: parameter.schema, sendable: limits, searching, budget: slotBudget() };
    return { kind: "parameter", name, parameter, at, ...factsOf(name, at) };
  });
  const contents = operation.body?.contents ?? [];
  const ranges = contents.map(({ range }) => range);
  const bodies = contents
    .filter((content) => isWritten(operation.root, content))
    .map((content): BodySlot => {
      const media = memberOfRange(content.range, ranges);
      const limits = sendableBody(operation.root, content);
      const at = { reading, part: content.schema, sendable: limits, searching, budget: slotBudget() };
      return { kind: "body", name: "body", content, media, at, ...factsOf("body", at) };
    });
  const unwritten = contents
    .filter((content) => !isWritten(operation.root, content))
    .map(({ range }) => range.text);
  return { parameters, bodies, unwritten };
}

function factsOf(name: string, at: TrialPart): Pick<Slot, "constraints" | "smallest"> {
  return { constraints: constraintsOf(at.reading, name, at.part), smallest: smallest(at) };
}

/**
 * Restricts a body to values that can be sent: an empty text is not a body, and forms are objects, in which
 * an empty list leaves no trace.
 */
function sendableBody(root: JsonObject, content: ApiContent): Json | undefined {
  const kind = mediaKind(content.range);
  if (isPositional(root, content)) return { type: "array", minItems: 1 };
  if (kind === "json" || kind === "xml") return undefined;
  return kind === "form" || kind === "multipart"
    ? { type: "object", minProperties: 1, additionalProperties: { minItems: 1 } }
    : { type: ["string", "number", "boolean"], minLength: 1 };
}

/** Returns whether a schema describes a body: of multipart bodies, only those of forms and lists of parts. */
function isWritten(root: JsonObject, content: ApiContent): boolean {
  const { range } = content;
  return mediaKind(range) !== "multipart" || range.subtype === "form-data" || isPositional(root, content);
}

/**
 * Returns the literal segments of other paths at the position of a path parameter: with these values the
 * request reaches another operation.
 */
function takenIn(api: Api, { template, source }: ApiOperation, { place, name }: WireParameter): string[] {
  const position = template.names.indexOf(name);
  if (place !== "path" || position < 0) return [];
  return [
    ...new Set(segmentsBehind(api, source.method, template.literals.slice(0, position + 1).join("{}"))),
  ];
}
