// Decides the values of a parameter: its schema in both documents, and the text that its style and `explode`
// give a value. `[1, 2]` is `1,2` in one style and `1|2` in another, which a server reads as a single string.
import type { Json } from "../../document/document.ts";
import { readWire } from "../../exchange/check-parameters.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { mediaKind } from "../../exchange/media-range.ts";
import { routeRequest } from "../../exchange/route-request.ts";
import { sameWire } from "../../exchange/wire-tree.ts";
import { shapesOf, type WireParameter } from "../../exchange/wire-parameter.ts";
import { free } from "../explain/decide-clause.ts";
import { sideOf } from "../../containment/schema-part.ts";
import { search } from "../../containment/search.ts";
import { ruleOf } from "../rules/table.ts";
import { buildRequest, limitsOf } from "./build-request.ts";
import { byRevision, walkOf } from "./context.ts";
import { decideSchemas, type Slot } from "./decide-schemas.ts";
import type { Draft } from "./draft.ts";
import { draft, errorsAbout, type ParameterAt, witnessed } from "./parameter-draft.ts";
import { decideWireForms } from "./wire-forms.ts";

/**
 * Returns the findings about the values of a parameter that both documents declare.
 *
 * @param sent  the sender's declaration
 * @param read  the receiver's declaration
 */
export function schemaDrafts(at: ParameterAt, sent: WireParameter, read: WireParameter): Draft[] {
  const { context, pair, flow, parameters } = at;
  const written = writtenAs(at, sent, read);
  const rewritten = written[0] === written[1] ? [] : styleDraft(at, sent, read, written);
  if (rewritten.length > 0) return rewritten;
  const isOtherText = isRewritten(sent, read);
  // The search for sendable values is the most expensive step, and most parameters are unchanged.
  if (!isOtherText && walkOf(context, flow).same(sent.schema.schema, read.schema.schema)) return [];
  const requestWith = (value: Json) =>
    buildRequest(context, pair, { parameter: { key: parameters.key, value } });
  const slot: Slot = {
    flow,
    place: `${parameters.place}/${parameters.name}`,
    part: "parameter",
    errors: errorsAbout(at),
    sender: sent.schema,
    receiver: read.schema,
    text: true,
    wire: { sender: sent, receiver: read },
    sendable: limitsOf(context, pair, flow, sent),
    embed: (value) => ({ request: requestWith(value) }),
    // In a path, an object with arbitrary names takes what is under the parameter's own name.
    ...(sent.style === "matrix" &&
      sent.explode && { misread: (value: Json) => misreading(at, sent, read, requestWith(value)) }),
  };
  return isOtherText ? textDraft(at, slot, written) : decideSchemas(context, pair, slot);
}

/**
 * Returns the differences in serialisation. `explode` does not matter between a single value and a list: how
 * both are read decides. An exploded object has other names.
 */
function writtenAs(at: ParameterAt, sent: WireParameter, read: WireParameter): string[] {
  const { pair, flow } = at;
  const isSingle = [
    shapesOf(pair[flow.sender].root, sent.schema),
    shapesOf(pair[flow.receiver].root, read.schema),
  ].some((shapes) => shapes.length > 0 && shapes.every((shape) => shape === "scalar"));
  return [sent, read].map(({ style, explode, media }) => {
    if (media !== undefined) return media.text;
    const isExploded = explode && (hasObjects(at, sent, read) || (!isSingle && style !== "simple"));
    return `${style}${isExploded ? " exploded" : ""}`;
  });
}

/**
 * True if only one of them is JSON: equal schemas then have different texts, and different schemas may have
 * equal texts.
 */
function isRewritten(sent: WireParameter, read: WireParameter): boolean {
  const [one, other] = [sent, read].map(({ media }) => media !== undefined && mediaKind(media) === "json");
  return one !== other;
}

function textDraft(
  { context, pair, ...at }: ParameterAt,
  slot: Slot,
  [sender = "", receiver = ""]: readonly string[],
): Draft[] {
  const walk = walkOf(context, slot.flow);
  const whole = { walk, sender: slot.sender, receiver: slot.receiver, sendable: slot.sendable };
  const made = draft(
    { context, pair, ...at },
    ruleOf("parameter-style"),
    byRevision(slot.flow, { sender, receiver }),
  );
  const decided = decideWireForms(context, pair, slot, whole);
  if (decided.kind === "none") return [];
  if (decided.kind === "undecided") return [{ ...made, verdict: "undecided", reason: decided.reason }];
  return [{ ...made, verdict: "breaking", witness: decided.witness }];
}

/** True if objects occur: in style `simple`, `explode` changes nothing else. */
function hasObjects({ pair, flow }: ParameterAt, sent: WireParameter, read: WireParameter): boolean {
  const shapes = [
    ...shapesOf(pair[flow.sender].root, sent.schema),
    ...shapesOf(pair[flow.receiver].root, read.schema),
  ];
  return shapes.includes("object");
}

/** Values whose shape distinguishes styles. */
const telltales: readonly Json[] = [
  { type: "array", minItems: 2 },
  { type: "array", minItems: 2, items: { type: "number", minimum: 11 } },
  { type: "object", minProperties: 2 },
  { type: "array", minItems: 1 },
  { type: "number", minimum: 0, not: { type: "integer" } },
  { type: "string", pattern: "[.]" },
  { type: "object", minProperties: 1 },
  true,
];

/** Returns the first value that one style writes and the other reads differently or rejects. */
function styleDraft(
  at: ParameterAt,
  sent: WireParameter,
  read: WireParameter,
  written: readonly string[],
): Draft[] {
  const { context, pair, flow, parameters } = at;
  const walk = walkOf(context, flow);
  const [sender = "", receiver = ""] = written;
  const made = draft(at, ruleOf("parameter-style"), byRevision(flow, { sender, receiver }));
  const limits = limitsOf(context, pair, flow, sent);
  const { budget } = context;
  let doubt: Draft[] = [];
  for (const telltale of telltales) {
    const wanted = [free(telltale), ...(limits === undefined ? [] : [free(limits)])];
    const result = search({ accepts: [sideOf(walk.sender, [sent.schema]), ...wanted], rejects: [], budget });
    if (result.kind === "undecided") doubt = [{ ...made, verdict: "undecided", reason: result.reason }];
    if (result.kind !== "found") continue;
    const request = buildRequest(context, pair, {
      parameter: { key: parameters.key, value: result.instance },
    });
    const drafts = witnessed(at, made, request, result.instance);
    if (drafts.length > 0) return drafts;
    const misread = misreading(at, sent, read, request);
    if (misread !== undefined) {
      const witness = {
        exchange: { request },
        sender: flow.sender,
        rejection: [misread],
        value: result.instance,
      };
      return [{ ...made, verdict: "breaking", witness }];
    }
  }
  return doubt;
}

/** Returns the other value that the receiver reads, if it accepts the text but misreads it. */
function misreading(
  at: ParameterAt,
  sent: WireParameter,
  read: WireParameter,
  request: HttpRequest,
): string | undefined {
  const readings = [
    { revision: at.flow.sender, parameter: sent },
    { revision: at.flow.receiver, parameter: read },
  ].map(({ revision, parameter }) => {
    const operation = at.pair[revision];
    const route = routeRequest(at.context[revision], operation, request);
    const raw = {
      path: "path" in route ? route.path : [],
      query: request.target.split("?")[1] ?? "",
      headers: request.headers,
    };
    const position = operation.template.names.indexOf(parameter.name);
    const walk = walkOf(at.context, at.flow);
    const reading = revision === at.flow.sender ? walk.sender : walk.receiver;
    return readWire(reading, parameter, position < 0 ? undefined : position, raw);
  });
  const [meant, understood] = readings;
  if (meant === undefined) return undefined;
  const { place, name } = at.parameters;
  if (understood === undefined) return `${place}/${name} is not read when it is written like this`;
  if (sameWire(meant, understood)) return undefined;
  return `${place}/${name} is read as ${JSON.stringify(understood)}, sent as ${JSON.stringify(meant)}`;
}
