// Decides XML names: a sender that writes other elements than its receiver reads is a break.
import type { Json } from "../../document/document.ts";
import type { ApiContent } from "../../exchange/api.ts";
import type { Exchange } from "../../exchange/http.ts";
import { mediaKind, type MediaRange } from "../../exchange/media-range.ts";
import { type XmlName, xmlNames } from "../../exchange/xml-shape.ts";
import { free } from "../explain/decide-clause.ts";
import { sideOf } from "../../containment/schema-part.ts";
import { search } from "../../containment/search.ts";
import type { Draft } from "./draft.ts";
import { byRevision, type Flow, type Context, walkOf } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

interface At {
  readonly flow: Flow;
  readonly place: string;
  readonly media: MediaRange;
  readonly sender: ApiContent;
  readonly receiver: ApiContent;
  embed(value: Json): Exchange;
}

/** Returns one finding for each location that both sides describe and name differently. */
export function decideXml(context: Context, at: At): Draft[] {
  if (mediaKind(at.media) !== "xml") return [];
  const walk = walkOf(context, at.flow);
  const sent = xmlNames(walk.sender.root, at.sender.schema);
  const read = xmlNames(walk.receiver.root, at.receiver.schema);
  return [...read.values()].flatMap((wanted): Draft[] => {
    const own = sent.get(wanted.place);
    if (own === undefined || isSameName(own, wanted)) return [];
    // If only one side declares a root name, the root has the name its reader uses.
    if (wanted.place === "" && [own.written, wanted.written].includes("<>")) return [];
    return nameDraft(context, at, own, wanted);
  });
}

/** Compares XML names. A prefix only stands for its namespace; without a namespace it is part of the name. */
function isSameName(own: XmlName, wanted: XmlName): boolean {
  if (own.written === wanted.written) return true;
  const isBound = own.namespace !== undefined && own.namespace === wanted.namespace;
  return isBound && own.kind === wanted.kind && localName(own) === localName(wanted);
}

function localName({ name, prefix }: XmlName): string {
  return prefix === undefined ? name : name.slice(prefix.length + 1);
}

/** Returns the finding with a body that has a value at the location; none if the sender never sends one. */
function nameDraft(context: Context, at: At, own: XmlName, wanted: XmlName): Draft[] {
  const { sender, budget } = walkOf(context, at.flow);
  const there = free(holding(own.steps));
  const result = search({ accepts: [sideOf(sender, [at.sender.schema]), there], rejects: [], budget });
  if (result.kind === "none") return [];
  const rejection = `body${wanted.place === "" ? "" : `/${wanted.place}`} is sent as ${own.written}, read as ${wanted.written}`;
  const value = result.instance;
  const proof =
    value === undefined
      ? { reason: rejection }
      : { witness: { exchange: at.embed(value), sender: at.flow.sender, rejection: [rejection], value } };
  return [
    {
      verdict: "breaking",
      side: at.flow.side,
      place: wanted.place === "" ? at.place : `${at.place}/${wanted.place}`,
      part: wanted.place === "" ? "body" : "property",
      rule: ruleOf("xml"),
      change: byRevision(at.flow, { sender: own.written, receiver: wanted.written }),
      pointers: byRevision(at.flow, { sender: own.pointer, receiver: wanted.pointer }),
      ...proof,
    },
  ];
}

/** Returns a schema of values that have something at the end of a path: a list there has an item. */
function holding(steps: XmlName["steps"]): Json {
  const [step, ...rest] = steps;
  if (steps.length === 0) return { minItems: 1 };
  if (step === undefined) return { type: "array", minItems: 1, items: holding(rest) };
  return { type: "object", required: [step], properties: Object.fromEntries([[step, holding(rest)]]) };
}
