// Makes a finding of a draft: names its operation, says it in words, finds its places in the source.
import type { Finding, FindingPlace } from "../comparison.ts";
import type { Api, ApiOperation } from "../exchange/api.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Draft } from "./draft.ts";
import type { Settings } from "./settings.ts";

/** What findings that belong to no operation are filed under. */
const wholeDocument = "(document)";

export function finishFinding(
  settings: Settings,
  base: ApiOperation | undefined,
  head: ApiOperation | undefined,
  draft: Draft,
): Finding {
  const { verdict, side, place, rule, part } = draft;
  const { action, detail } = rule.describe(draft.change);
  const operation = base?.key ?? head?.key ?? wholeDocument;
  return {
    verdict,
    operation: (head ?? base)?.label ?? wholeDocument,
    side,
    place,
    rule: rule.id,
    action,
    detail,
    fingerprint: fingerprint({ operation, side, place, rule: rule.id }),
    base: placeIn(settings.base, draft.pointers.base),
    head: placeIn(settings.head, draft.pointers.head),
    witness: draft.witness,
    policy: draft.policy,
    reason: draft.reason,
    oasdiff: rule.oasdiff?.({ side, part, action }),
  };
}

function placeIn({ document }: Api, pointer: string | undefined): FindingPlace | undefined {
  return pointer === undefined ? undefined : { pointer, source: document.locate(pointer) };
}
