// Decides the parameters of a request: which are required, which are still read, and how values are
// serialised.
import type { Json } from "../../document/document.ts";
import { readWire } from "../../exchange/check-parameters.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { mediaKind } from "../../exchange/media-range.ts";
import { routeRequest } from "../../exchange/route-request.ts";
import { carries } from "../../exchange/security-alternative.ts";
import { sameWire } from "../../exchange/wire-tree.ts";
import { shapesOf, type WireParameter } from "../../exchange/wire-parameter.ts";
import { free } from "../explain/decide-clause.ts";
import { sideOf } from "../../containment/schema-part.ts";
import { search } from "../../containment/search.ts";
import { buildRequest, limitsOf } from "./build-request.ts";
import { claimedDraft } from "./claimed-draft.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import { decideSchemas, type Slot } from "./decide-schemas.ts";
import type { Draft } from "./draft.ts";
import { decideWireForms } from "./wire-forms.ts";
import { errorLocation, type ParameterPair, parameterPairs } from "./parameter-pairs.ts";
import { byRevision, type Flow, flowOf, type OperationPair, type Context, walkOf } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

interface At {
  readonly context: Context;
  readonly pair: OperationPair;
  readonly flow: Flow;
  readonly parameters: ParameterPair;
}

export function decideParameters(context: Context, pair: OperationPair): Draft[] {
  const flow = flowOf(pair, "request");
  return parameterPairs(pair).flatMap((parameters) => {
    const at = { context, pair, flow, parameters };
    const [sent, read] = [parameters[flow.sender], parameters[flow.receiver]];
    if (sent === undefined) return read !== undefined && isNeeded(read) ? requiredDraft(at) : [];
    if (read === undefined)
      return [
        {
          ...draft(at, ruleOf("parameter-removed"), { base: sent.name, head: undefined }),
          verdict: "notice",
        },
      ];
    return [
      ...(isNeeded(read) && !(read.required ? sent.required : isNeeded(sent)) ? requiredDraft(at) : []),
      ...emptyDraft(at, sent, read),
      ...schemaDrafts(at, sent, read),
    ];
  });
}

function isNeeded({ required, owner }: WireParameter): boolean {
  return required || owner?.isNeeded === true;
}

function draft(at: At, rule: Draft["rule"], change: Draft["change"]): Omit<Draft, "verdict"> {
  const { base, head, place, name } = at.parameters;
  return {
    side: "request",
    place: `${place}/${name}`,
    part: "parameter",
    rule,
    change,
    pointers: { base: base?.pointer, head: head?.pointer },
  };
}

/**
 * Returns the finding for a request without the parameter: valid for its sender, rejected by its receiver.
 */
function requiredDraft(at: At): Draft[] {
  const change = byRevision(at.flow, {
    sender: at.parameters[at.flow.sender] === undefined ? undefined : false,
    receiver: true,
  });
  const made = draft(at, ruleOf("parameter-required"), change);
  const { security } = at.pair[at.flow.sender];
  const without = security.filter((alternative) => !carries(alternative, at.parameters));
  if (without.length === 0)
    return [{ ...made, verdict: "notice", reason: "every request carries it as its API key" }];
  const request = buildRequest(at.context, at.pair, {
    parameter: { key: at.parameters.key, value: undefined },
    beside: siblings(at),
    ...(without.length < security.length ? { credentials: without[0] ?? [] } : {}),
  });
  return witnessed(at, made, request);
}

/**
 * Returns another member of the object that the receiver reads the parameter from, so that the object is
 * present at all.
 */
function siblings({ pair, flow, parameters }: At): string[] {
  const owner = parameters[flow.receiver]?.owner?.name;
  if (owner === undefined) return [];
  const others = parameterPairs(pair).filter(
    (one) =>
      one.key !== parameters.key &&
      one[flow.receiver]?.owner?.name === owner &&
      one[flow.sender] !== undefined,
  );
  return others.slice(0, 1).map(({ key }) => key);
}

function emptyDraft(at: At, sent: WireParameter, read: WireParameter): Draft[] {
  if (!sent.allowEmptyValue || read.allowEmptyValue) return [];
  const request = buildRequest(at.context, at.pair, { parameter: { key: at.parameters.key, value: "" } });
  return witnessed(
    at,
    draft(at, ruleOf("empty-value"), byRevision(at.flow, { sender: true, receiver: false })),
    request,
  );
}

function witnessed(at: At, made: Omit<Draft, "verdict">, request: HttpRequest, value?: Json): Draft[] {
  const { context, pair, flow } = at;
  const claim = { errors: errorsAbout(at), inParameter: true, ...(value === undefined ? {} : { value }) };
  return claimedDraft(made, confirmExchange(context, pair, flow, { request }, claim));
}

/**
 * Returns the prefix of the receiver's errors about the parameter; a path parameter may have another name
 * there.
 */
function errorsAbout({ parameters, flow }: At): string {
  const read = parameters[flow.receiver];
  return `${read === undefined ? `${parameters.place}/${parameters.name}` : errorLocation(read)} `;
}

function schemaDrafts(at: At, sent: WireParameter, read: WireParameter): Draft[] {
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
function writtenAs(at: At, sent: WireParameter, read: WireParameter): string[] {
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
  { context, pair, ...at }: At,
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
function hasObjects({ pair, flow }: At, sent: WireParameter, read: WireParameter): boolean {
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
function styleDraft(at: At, sent: WireParameter, read: WireParameter, written: readonly string[]): Draft[] {
  const { context, pair, flow, parameters } = at;
  const walk = walkOf(context, flow);
  const [sender = "", receiver = ""] = written;
  const made = draft(at, ruleOf("parameter-style"), byRevision(flow, { sender, receiver }));
  const limits = limitsOf(context, pair, flow, sent);
  const { budget } = context;
  let doubt: Draft[] = [];
  for (const telltale of telltales) {
    const wanted = [free(telltale), ...(limits === undefined ? [] : [free(limits)])];
    const result = search({ accepts: [sideOf(walk.sender, [sent.schema]), ...wanted], refuses: [], budget });
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
        refusal: [misread],
        value: result.instance,
      };
      return [{ ...made, verdict: "breaking", witness }];
    }
  }
  return doubt;
}

/** Returns the other value that the receiver reads, if it accepts the text but misreads it. */
function misreading(
  at: At,
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
