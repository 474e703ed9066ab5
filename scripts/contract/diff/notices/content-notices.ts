// The notices of every schema of an operation's requests and responses.
import type { Draft } from "../decide/draft.ts";
import { bodyLocation } from "../decide/decide-contents.ts";
import { parameterPairs } from "../decide/parameter-pairs.ts";
import { flowOf, type OperationPair, type Context } from "../decide/context.ts";
import type { ApiContent } from "../../exchange/api.ts";
import { holdsJson } from "../../exchange/media-range.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";
import { DescribedPairs } from "./described-pair.ts";
import { isGained } from "./gained-types.ts";
import { type NoticeWalk, schemaNotices } from "./schema-notices.ts";

/** The schemas of one content in both documents. */
export interface DescribedLocation {
  readonly side: Draft["side"];
  readonly place: string;
  readonly part: Draft["part"];
  /** True if values travel as text without types. */
  readonly text: boolean;
  readonly base: SchemaPart;
  readonly head: SchemaPart;
}

export function contentNotices(context: Context, pair: OperationPair): Draft[] {
  return describedLocations(pair).flatMap((described): Draft[] => {
    const { side, place, part, base, head } = described;
    const notices = schemaNotices(noticeWalk(context, pair, side), base, head);
    const held = notices.filter((notice) => isGained(context, pair, described, notice));
    return held.map((notice) => ({
      verdict: "notice",
      side,
      part: part === "body" && notice.place !== "" ? "property" : part,
      rule: notice.rule,
      place: notice.place === "" ? place : `${place}/${notice.place}`,
      change: notice.change,
      pointers: notice.pointers,
    }));
  });
}

/** Returns the walk; the walks of one comparison share their results. */
function noticeWalk(context: Context, pair: OperationPair, side: Draft["side"]): NoticeWalk {
  const { view } = flowOf(pair, side);
  const key = `${side} ${view}`;
  const pairs = context.described.get(key) ?? new DescribedPairs();
  context.described.set(key, pairs);
  const readings = {
    base: { root: pair.base.root, view, closed: false },
    head: { root: pair.head.root, view, closed: false },
    same: context.same,
    side,
  };
  return { readings, pairs, budget: context.budget };
}

function describedLocations(pair: OperationPair): DescribedLocation[] {
  const { base, head } = pair;
  const parameters = parameterPairs(pair).flatMap((one): DescribedLocation[] => {
    if (one.base === undefined || one.head === undefined) return [];
    const place = `${one.place}/${one.name}`;
    const schemas = { base: one.base.schema, head: one.head.schema };
    return [{ side: "request", place, part: "parameter", text: true, ...schemas }];
  });
  const responses = base.responses.flatMap((before): DescribedLocation[] => {
    const after = head.responses.find(({ status }) => status === before.status);
    return after === undefined ? [] : bodies("response", `${after.status}/`, before.contents, after.contents);
  });
  return [...parameters, ...bodies("request", "", base.body?.contents, head.body?.contents), ...responses];
}

function bodies(
  side: Draft["side"],
  prefix: string,
  base: readonly ApiContent[] | undefined,
  head: readonly ApiContent[] | undefined,
): DescribedLocation[] {
  return (base ?? []).flatMap((before) => {
    const after = head?.find(({ range }) => range.text === before.range.text);
    if (after === undefined) return [];
    const place = prefix + bodyLocation(after.range);
    const schemas = { base: before.schema, head: after.schema };
    return [{ side, place, part: "body" as const, text: !holdsJson(after.range), ...schemas }];
  });
}
