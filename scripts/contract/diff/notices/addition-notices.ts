// Notices about additions to an operation of both documents, harmless, but users may be waiting for them, and
// about optional response headers that readers may use.
import type { Draft } from "../decide/draft.ts";
import { bodyLocation } from "../decide/decide-contents.ts";
import { parameterPairs } from "../decide/parameter-pairs.ts";
import type { OperationPair } from "../decide/context.ts";
import type { ApiResponse, ApiContent } from "../../exchange/api.ts";
import { covers } from "../../exchange/media-range.ts";
import { alternativeText, opens } from "../../exchange/security-alternative.ts";
import { ruleOf } from "../rules/table.ts";

type Addition = Pick<Draft, "side" | "place" | "part" | "rule" | "change" | "pointers">;

/**
 * Returns notices of new optional parameters, bodies, media types, response headers, and security
 * alternatives, and of optional response headers that are gone.
 */
export function additionNotices(pair: OperationPair): Draft[] {
  const responses = pair.head.responses.flatMap((after) => {
    const before = pair.base.responses.find(({ status }) => status === after.status);
    return before === undefined ? [] : responseAdditions(before, after);
  });
  const found = [...newParameters(pair), ...bodyAdditions(pair), ...newAlternatives(pair), ...responses];
  return found.map((addition) => ({ ...addition, verdict: "notice" }));
}

function newParameters(pair: OperationPair): Addition[] {
  return parameterPairs(pair).flatMap(({ place, name, base, head }): Addition[] => {
    if (base !== undefined || head === undefined || head.required) return [];
    return [
      {
        side: "request",
        place: `${place}/${name}`,
        part: "parameter",
        rule: ruleOf("parameter-added"),
        change: { base: undefined, head: name },
        pointers: { base: pair.base.source.pointer, head: head.pointer },
      },
    ];
  });
}

function bodyAdditions({ base, head }: OperationPair): Addition[] {
  if (head.body === undefined) return [];
  const pointers = { base: base.body?.pointer ?? base.source.pointer, head: head.body.pointer };
  if (base.body !== undefined) {
    return newMediaTypes("request", "", base.body.contents, head.body.contents, pointers);
  }
  const change = { base: undefined, head: true };
  return head.body.required
    ? []
    : [{ side: "request", place: "body", part: "body", rule: ruleOf("body-added"), change, pointers }];
}

function responseAdditions(before: ApiResponse, after: ApiResponse): Addition[] {
  const pointers = { base: before.pointer, head: after.pointer };
  const headerNotices = (from: ApiResponse, to: ApiResponse, isAdded: boolean): Addition[] => {
    const names = new Set(from.headers.map(({ name }) => name.toLowerCase()));
    // A required one that is gone is decided as a change of responses.
    return to.headers
      .filter(({ name, required }) => !names.has(name.toLowerCase()) && (isAdded || !required))
      .map(({ name, pointer }): Addition => ({
        side: "response",
        place: `${after.status}/header/${name}`,
        part: "header",
        rule: ruleOf(isAdded ? "header-added" : "header-removed"),
        change: { base: isAdded ? undefined : name, head: isAdded ? name : undefined },
        pointers: {
          base: isAdded ? before.pointer : pointer,
          head: isAdded ? pointer : after.pointer,
        },
      }));
  };
  return [
    ...headerNotices(before, after, true),
    ...headerNotices(after, before, false),
    ...newMediaTypes("response", `${after.status}/`, before.contents, after.contents, pointers),
  ];
}

function newMediaTypes(
  side: Addition["side"],
  prefix: string,
  before: readonly ApiContent[],
  after: readonly ApiContent[],
  pointers: Addition["pointers"],
): Addition[] {
  if (before.length === 0) return [];
  const [base, head] = [before, after].map((contents) => contents.map(({ range }) => range.text));
  const change = { base: base ?? [], head: head ?? [] };
  return after
    .filter(({ range }) => !before.some((known) => covers(known.range, range)))
    .map(({ range, pointer }) => ({
      side,
      place: prefix + bodyLocation(range),
      part: "body",
      rule: ruleOf("media-type"),
      change,
      pointers: { base: pointers.base, head: pointer },
    }));
}

function newAlternatives({ base, head }: OperationPair): Addition[] {
  // An alternative that base already accepts is not new.
  const gained = head.security.filter((held) => !base.security.some((wanted) => opens(held, wanted)));
  if (gained.length === 0) return [];
  const [before, after] = [base, head].map((side) => side.security.map(alternativeText));
  return [
    {
      side: "request",
      place: "security",
      part: "parameter",
      rule: ruleOf("security"),
      change: { base: (before ?? []).join(" or "), head: (after ?? []).join(" or ") },
      pointers: { base: base.source.pointer, head: head.source.pointer },
    },
  ];
}
