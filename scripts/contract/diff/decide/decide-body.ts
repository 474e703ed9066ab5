// Decides the body of a request: whether it is required, its media types, and its content.
import type { Json } from "../../document/document.ts";
import { httpBody } from "../../exchange/body-text.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { buildRequest } from "./build-request.ts";
import { claimedDraft } from "./claimed-draft.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import { bodyLocation, contentPairs, type ContentPair, decideContent } from "./decide-contents.ts";
import type { Draft } from "./draft.ts";
import { byRevision, type Flow, flowOf, type OperationPair, type Context, walkOf } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

export function decideBody(context: Context, pair: OperationPair): Draft[] {
  const flow = flowOf(pair, "request");
  const [sent, read] = [pair[flow.sender].body, pair[flow.receiver].body];
  const drafts = read?.required === true && sent?.required !== true ? requiredDraft(context, pair, flow) : [];
  if (sent === undefined) return drafts;
  if (read === undefined) {
    const change = byRevision(flow, { sender: true, receiver: undefined });
    return [...drafts, { ...draft(pair, flow), rule: ruleOf("body-removed"), change, verdict: "notice" }];
  }
  const contents = contentPairs(sent.contents, read.contents);
  return [
    ...drafts,
    ...contents.flatMap((content) =>
      content.receiver === undefined
        ? mediaDraft(context, pair, flow, content)
        : decideContent(context, pair, {
            flow,
            prefix: "",
            contents: content,
            embed: (body) => ({ request: buildRequest(context, pair, { body }) }),
          }),
    ),
  ];
}

function draft(pair: OperationPair, flow: Flow): Pick<Draft, "side" | "place" | "part" | "pointers"> {
  const pointers = { base: pair.base.body?.pointer, head: pair.head.body?.pointer };
  return { side: flow.side, place: "body", part: "body", pointers };
}

function requiredDraft(context: Context, pair: OperationPair, flow: Flow): Draft[] {
  const sent = pair[flow.sender].body;
  const change = byRevision<Json | undefined>(flow, {
    sender: sent === undefined ? undefined : false,
    receiver: true,
  });
  const request = buildRequest(context, pair, { body: null });
  return witnessed(
    context,
    pair,
    flow,
    { ...draft(pair, flow), rule: ruleOf("body-required"), change },
    request,
    "body is required",
  );
}

/** Returns the finding for a body in a media type that the receiver does not declare. */
function mediaDraft(context: Context, pair: OperationPair, flow: Flow, content: ContentPair): Draft[] {
  const { media, sender } = content;
  const value = context.neutral.of(walkOf(context, flow), sender.schema, undefined, undefined);
  const built = buildRequest(context, pair, {
    body: httpBody(media, value ?? "", { root: pair[flow.sender].root, schema: sender.schema }),
  });
  const request = value === undefined ? { ...built, unwritten: [...(built.unwritten ?? []), "body"] } : built;
  const names = { sender: textsOf(pair, flow.sender), receiver: textsOf(pair, flow.receiver) };
  const made = {
    ...draft(pair, flow),
    place: bodyLocation(sender.range),
    rule: ruleOf("media-type"),
    change: byRevision(flow, names),
  };
  return witnessed(context, pair, flow, made, request, "content-type");
}

function textsOf(pair: OperationPair, revision: "base" | "head"): string[] {
  return (pair[revision].body?.contents ?? []).map(({ range }) => range.text);
}

function witnessed(
  context: Context,
  pair: OperationPair,
  flow: Flow,
  made: Omit<Draft, "verdict">,
  request: HttpRequest,
  errors: string,
): Draft[] {
  return claimedDraft(made, confirmExchange(context, pair, flow, { request }, { errors }));
}
