// Decides how the parts of a form are serialised: style, media type, headers.
import type { JsonObject } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import type { ApiContent } from "../../exchange/api.ts";
import { httpBody } from "../../exchange/body-text.ts";
import type { Exchange, HttpBody } from "../../exchange/http.ts";
import { covers, mediaKind, type MediaRange } from "../../exchange/media-range.ts";
import { itemEncoding, type PartEncoding, partEncoding } from "../../exchange/part-encoding.ts";
import { free } from "../explain/decide-clause.ts";
import type { Walk } from "../explain/explain.ts";
import { sideOf } from "../../containment/schema-part.ts";
import { search, budgetSpent } from "../../containment/search.ts";
import type { Draft } from "./draft.ts";
import { byRevision, type Flow, type Context, walkOf } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

interface At {
  readonly flow: Flow;
  readonly place: string;
  readonly media: MediaRange;
  readonly sender: ApiContent;
  readonly receiver: ApiContent;
  embed(body: HttpBody): Exchange;
}

/** Returns one finding for each part whose serialisation differs between sender and receiver. */
export function decideEncoding(context: Context, at: At): Draft[] {
  const walk = walkOf(context, at.flow);
  const maps = [at.sender.node["encoding"], at.receiver.node["encoding"]].filter(isObject);
  if (!["form", "multipart"].includes(mediaKind(at.media))) return [];
  const names = new Set(maps.flatMap((map) => Object.keys(map)));
  const named = [...names].flatMap((name): Draft[] => {
    const sent = partEncoding(walk.sender.root, at.sender, name);
    const read = partEncoding(walk.receiver.root, at.receiver, name);
    const rejection = mismatch(walk, sent, read);
    const present = { type: "object", required: [name] };
    return rejection === undefined ? [] : partDraft(walk, at, { name, present }, rejection);
  });
  return [...positional(walk, at), ...named];
}

/**
 * Returns the findings about parts without names (OpenAPI 3.2): by position, then those after the last one.
 */
function positional(walk: Walk, at: At): Draft[] {
  const nodes = [at.sender.node, at.receiver.node];
  if (!nodes.some((node) => "prefixEncoding" in node || "itemEncoding" in node)) return [];
  const size = nodes.reduce(
    (most, { prefixEncoding }) => (isArray(prefixEncoding) ? Math.max(most, prefixEncoding.length) : most),
    0,
  );
  return Array.from({ length: size + 1 }, (_, index) => index).flatMap((index): Draft[] => {
    const sent = itemEncoding(walk.sender.root, at.sender, index);
    const read = itemEncoding(walk.receiver.root, at.receiver, index);
    const rejection = mismatch(walk, sent, read);
    const name = index === size ? "*" : String(index);
    const present = { type: "array", minItems: index + 1 };
    return rejection === undefined ? [] : partDraft(walk, at, { name, present }, rejection);
  });
}

/** A part that differs. */
interface Differing {
  /** Its name or position. */
  readonly name: string;
  /** The schema of bodies that have the part. */
  readonly present: JsonObject;
}

interface Mismatch {
  readonly rejection: string;
  readonly sent: string;
  readonly read: string;
  readonly isKnown: boolean;
}

function mismatch(walk: Walk, sent: PartEncoding, read: PartEncoding): Mismatch | undefined {
  const [wrote, reads] = [typesText(sent), typesText(read)];
  if (lacksType(sent, read)) {
    return {
      rejection: `content-type must be ${reads}; got ${wrote}`,
      sent: wrote,
      read: reads,
      isKnown: true,
    };
  }
  if (sent.written !== read.written && !(sent.written.startsWith("as ") && read.written.startsWith("as "))) {
    const rejection = `is written ${sent.written}, read ${read.written}`;
    return { rejection, sent: sent.written, read: read.written, isKnown: true };
  }
  for (const [name, header] of Object.entries(read.headers)) {
    const twin = Object.entries(sent.headers).find(
      ([other]) => other.toLowerCase() === name.toLowerCase(),
    )?.[1];
    if (twin === undefined && isObject(header) && header["required"] !== true) continue;
    if (twin !== undefined && walk.same(twin, header ?? {})) continue;
    const problem = twin === undefined ? `header ${name} is required` : `header ${name} changed`;
    return {
      rejection: problem,
      sent: twin === undefined ? "" : name,
      read: name,
      isKnown: twin === undefined,
    };
  }
  return undefined;
}

/**
 * True if the receiver reads none of the sender's types. Without a declaration any default type is possible,
 * and one common type suffices.
 */
function lacksType(sent: PartEncoding, read: PartEncoding): boolean {
  if (!sent.declared && !read.declared) return false;
  const isRead = (media: MediaRange) => read.contentTypes.some((range) => covers(range, media));
  return !(sent.declared && read.declared ? sent.contentTypes.every(isRead) : sent.contentTypes.some(isRead));
}

function typesText({ contentTypes }: PartEncoding): string {
  return contentTypes.map(({ text }) => text.trim()).join(" or ");
}

/** Returns the finding if the sender ever sends the part. */
function partDraft(
  walk: Walk,
  at: At,
  { name, present }: Differing,
  { rejection, sent, read, isKnown }: Mismatch,
): Draft[] {
  const result = search({
    accepts: [sideOf(walk.sender, [at.sender.schema]), free(present)],
    rejects: [],
    budget: walk.budget,
  });
  if (result.kind === "none") return [];
  const made = {
    side: at.flow.side,
    place: `${at.place}/${name}`,
    part: "property" as const,
    rule: ruleOf("encoding"),
    change: byRevision(at.flow, { sender: sent, receiver: read }),
    pointers: byRevision(at.flow, { sender: at.sender.pointer, receiver: at.receiver.pointer }),
  };
  const value = result.instance;
  const exchange =
    value === undefined
      ? undefined
      : at.embed(httpBody(at.media, value, { root: walk.sender.root, schema: at.sender.schema }));
  const reason = `body/${name} ${rejection}`;
  if (result.kind === "undecided" && result.reason === budgetSpent)
    return [{ ...made, verdict: "undecided", reason: budgetSpent }];
  if (!isKnown || exchange === undefined)
    return [{ ...made, verdict: isKnown ? "breaking" : "undecided", reason }];
  return [
    { ...made, verdict: "breaking", witness: { exchange, sender: at.flow.sender, rejection: [reason] } },
  ];
}
