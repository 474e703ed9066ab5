// Decides responses: by status, new responses that were not declared before, and media types that can still
// be requested.
import type { Json } from "../../document/document.ts";
import type { ApiResponse } from "../../exchange/api.ts";
import type { Exchange } from "../../exchange/http.ts";
import { mayBe } from "../../exchange/media-range.ts";
import { keyForStatus, telltaleStatuses } from "../../exchange/status-range.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { type ResponsePair, buildExchange } from "./build-exchange.ts";
import { claimedDraft } from "./claimed-draft.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import { bodyLocation, contentPairs, decideContent } from "./decide-contents.ts";
import { decideSchemas } from "./decide-schemas.ts";
import type { Draft } from "./draft.ts";
import { sendable } from "./sendable.ts";
import { byRevision, type Flow, flowOf, type OperationPair, type Context } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

interface At {
  readonly context: Context;
  readonly pair: OperationPair;
  readonly flow: Flow;
  readonly responses: ResponsePair;
  /** The key of the response, or the status if the sides list it under different keys. */
  readonly label: string;
}

export function decideResponses(context: Context, pair: OperationPair): Draft[] {
  const flow = flowOf(pair, "response");
  const [sent, read] = [pair[flow.sender].responses, pair[flow.receiver].responses];
  const seen = new Set<string>();
  return telltaleStatuses(keysOf(pair.base.responses), keysOf(pair.head.responses)).flatMap(
    (status): Draft[] => {
      const [sender, receiver] = [responseFor(sent, status), responseFor(read, status)];
      const label = sender?.status === receiver?.status ? (sender?.status ?? "") : String(status);
      const key = `${sender?.status ?? ""} ${receiver?.status ?? ""}`;
      if (seen.has(key)) return [];
      seen.add(key);
      if (sender === undefined || receiver === undefined) {
        return listingDraft(flow, { status, sender, receiver });
      }
      const at = { context, pair, flow, responses: { status, sender, receiver }, label };
      return [...headerDrafts(at), ...contentDrafts(at)];
    },
  );
}

function keysOf(responses: readonly ApiResponse[]): string[] {
  return responses.map(({ status }) => status);
}

function responseFor(responses: readonly ApiResponse[], status: number): ApiResponse | undefined {
  const key = keyForStatus(keysOf(responses), status);
  return responses.find((response) => response.status === key);
}

/** Decides a status that only one side lists. Clients must handle any status (RFC 9110, section 15). */
function listingDraft(
  flow: Flow,
  {
    status,
    sender,
    receiver,
  }: { status: number; sender: ApiResponse | undefined; receiver: ApiResponse | undefined },
): Draft[] {
  const { base, head } = byRevision(flow, { sender, receiver });
  const key = (head ?? base)?.status ?? "";
  if (head === undefined && (status < 200 || status > 299)) return [];
  return [
    {
      verdict: "notice",
      side: flow.side,
      place: key,
      part: "body",
      rule: head === undefined ? ruleOf("status-removed") : ruleOf("status-added"),
      change: { base: base?.status, head: head?.status },
      pointers: { base: base?.pointer, head: head?.pointer },
    },
  ];
}

function contentDrafts(at: At): Draft[] {
  const { sender, receiver } = at.responses;
  if (receiver.contents.length === 0) return [];
  if (sender.contents.length === 0) {
    const exchange = buildExchange(at.context, at.pair, at.responses, {});
    return responseDraft(at, {
      rule: ruleOf("body-missing"),
      place: "body",
      errors: "body is missing",
      exchange,
    });
  }
  const inside = contentPairs(sender.contents, receiver.contents).flatMap((contents) =>
    decideContent(at.context, at.pair, {
      flow: at.flow,
      prefix: `${at.label}/`,
      contents,
      embed: (body) => buildExchange(at.context, at.pair, at.responses, { body }),
    }),
  );
  return [...mediaDrafts(at), ...inside];
}

/** Decides media types that the receiver could request and the sender no longer has. */
function mediaDrafts(at: At): Draft[] {
  const { sender, receiver } = at.responses;
  const lost = contentPairs(receiver.contents, sender.contents).filter(
    ({ media }) => !sender.contents.some(({ range }) => mayBe(range, media)),
  );
  const change = { sender: textsOf(sender), receiver: textsOf(receiver) };
  return lost.flatMap(({ media, sender: { range } }) => {
    const exchange = buildExchange(at.context, at.pair, at.responses, { accept: media.text });
    return responseDraft(at, {
      rule: ruleOf("media-type"),
      place: bodyLocation(range),
      errors: "content-type",
      exchange,
      said: change,
    });
  });
}

function textsOf({ contents }: ApiResponse): string[] {
  return contents.map(({ range }) => range.text);
}

function headerDrafts(at: At): Draft[] {
  const { sender, receiver } = at.responses;
  return receiver.headers.flatMap((read) => {
    const sent = sender.headers.find(({ name }) => name === read.name);
    const lost = read.required && sent?.required !== true ? lostHeader(at, read, sent) : [];
    return sent === undefined ? lost : [...lost, ...headerSchemaDrafts(at, sent, read)];
  });
}

function lostHeader(at: At, read: WireParameter, sent: WireParameter | undefined): Draft[] {
  const exchange = buildExchange(at.context, at.pair, at.responses, {
    header: { name: read.name, value: undefined },
  });
  const change = { sender: sent === undefined ? undefined : false, receiver: true };
  const place = `header/${read.name}`;
  const errors = `${place} is required`;
  return responseDraft(at, { rule: ruleOf("header-required"), place, errors, exchange, said: change }).map(
    (draft) => ({
      ...draft,
      part: "header",
      pointers: byRevision(at.flow, {
        sender: sent?.pointer ?? at.responses.sender.pointer,
        receiver: read.pointer,
      }),
    }),
  );
}

function headerSchemaDrafts(at: At, sent: WireParameter, read: WireParameter): Draft[] {
  return decideSchemas(at.context, at.pair, {
    flow: at.flow,
    place: `${at.label}/header/${read.name}`,
    part: "header",
    errors: `header/${read.name} `,
    sender: sent.schema,
    receiver: read.schema,
    text: true,
    wire: { sender: sent, receiver: read },
    sendable: sendable(at.pair[at.flow.sender].root, sent, []),
    embed: (value) =>
      buildExchange(at.context, at.pair, at.responses, { header: { name: read.name, value } }),
  });
}

interface ResponseClaim {
  readonly rule: Draft["rule"];
  readonly place: string;
  readonly errors: string;
  readonly exchange: Exchange;
  readonly said?: { readonly sender: Json | undefined; readonly receiver: Json | undefined };
}

function responseDraft(at: At, { rule, place, errors, exchange, said }: ResponseClaim): Draft[] {
  const confirmed = confirmExchange(at.context, at.pair, at.flow, exchange, { errors });
  const { sender, receiver } = at.responses;
  const made: Omit<Draft, "verdict"> = {
    side: at.flow.side,
    place: `${at.label}/${place}`,
    part: "body",
    rule,
    change: byRevision(at.flow, said ?? { sender: undefined, receiver: true }),
    pointers: byRevision(at.flow, { sender: sender.pointer, receiver: receiver.pointer }),
  };
  return claimedDraft(made, confirmed);
}
