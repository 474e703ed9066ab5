// Completes a draft into a finding: adds its operation, its description and its source locations.
import type { Finding, FindingLocation } from "../comparison.ts";
import { parsePointer, resolvePointer, toPointer } from "../../document/pointer.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Draft } from "./draft.ts";
import type { Context } from "./context.ts";
import { unwrittenText } from "./unwritten-text.ts";

/** Heading for findings that belong to no operation. */
const wholeDocument = "(document)";

export function finishFinding(
  context: Context,
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
    endpoint: endpointOf(head ?? base),
    side,
    place,
    rule: rule.id,
    action,
    detail,
    fingerprint: fingerprint({ operation, side, place, rule: rule.id }),
    base: locationIn(context.base, draft.pointers.base),
    head: locationIn(context.head, draft.pointers.head ?? survivingLocation(context, draft, { base, head })),
    witness: draft.witness,
    policy: draft.policy,
    reason: reasonOf(draft),
    oasdiff: rule.oasdiff?.({ side, part, action }),
  };
}

function reasonOf({ reason, witness }: Draft): string | undefined {
  const reasons = [reason, witness && unwrittenText(witness)].filter((text) => text !== undefined);
  return reasons.length === 0 ? undefined : reasons.join("; ");
}

function endpointOf(operation: ApiOperation | undefined): string | undefined {
  return operation && `${operation.source.method} ${operation.source.path}`;
}

/** Returns the location in head closest to one in base: the remaining parent of a removed node. */
function survivingLocation(
  context: Context,
  { pointers }: Draft,
  pair: { readonly base: ApiOperation | undefined; readonly head: ApiOperation | undefined },
): string | undefined {
  if (pointers.base === undefined) return undefined;
  const own = pair.base?.source.pointer;
  const moved = pair.head?.source.pointer;
  const isOwn = own !== undefined && moved !== undefined && `${pointers.base}/`.startsWith(`${own}/`);
  const steps = parsePointer(isOwn ? moved + pointers.base.slice(own.length) : pointers.base);
  const { root } = context.head.document;
  while (steps.length > 0 && resolvePointer(root, toPointer(steps)) === undefined) steps.pop();
  return toPointer(steps);
}

function locationIn({ document }: Api, pointer: string | undefined): FindingLocation | undefined {
  return pointer === undefined ? undefined : { pointer, source: document.locate(pointer) };
}
