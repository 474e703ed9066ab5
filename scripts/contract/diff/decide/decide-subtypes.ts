// Decides subtypes that only a discriminator references: a reader that uses it applies schemas that
// validation by the parent does not.
import type { Json } from "../../document/document.ts";
import { resolvePointer } from "../../document/pointer.ts";
import type { Witness } from "../comparison.ts";
import type { ApiContent } from "../../exchange/api.ts";
import type { Exchange } from "../../exchange/http.ts";
import { locationOf } from "../explain/clause.ts";
import { decideClause, free, type WholePair } from "../explain/decide-clause.ts";
import { explain, type Walk } from "../explain/explain.ts";
import { locationText, type Step } from "../explain/location.ts";
import { accepts } from "../../containment/confirm.ts";
import { search } from "../../containment/search.ts";
import { canonical } from "../../containment/structural-key.ts";
import type { Draft } from "./draft.ts";
import { mappedSubtypes, type Subtype } from "./mapped-subtypes.ts";
import { byRevision, type Flow, type Context, walkOf } from "./context.ts";
import { ruleOf } from "../rules/table.ts";

interface At {
  readonly flow: Flow;
  readonly place: string;
  readonly sender: ApiContent;
  readonly receiver: ApiContent;
  embed(value: Json): Exchange;
}

/**
 * Returns notices of each subtype of both documents whose schema differs: a change that breaks its readers,
 * with a body, or otherwise a plain change; and of subtypes that only one of the documents has.
 */
export function decideSubtypes(context: Context, at: At): Draft[] {
  const walk = walkOf(context, at.flow);
  const sent = mappedSubtypes(walk.sender.root, at.sender.schema, walk.budget);
  const read = mappedSubtypes(walk.receiver.root, at.receiver.schema, walk.budget);
  return [...new Map([...read, ...sent]).values()].flatMap((subtype): Draft[] => {
    const { pointer, name } = subtype;
    const was = resolvePointer(walk.sender.root, pointer);
    const is = resolvePointer(walk.receiver.root, pointer);
    if (was === undefined || is === undefined) {
      const change = {
        sender: was === undefined ? undefined : name,
        receiver: is === undefined ? undefined : name,
      };
      return [{ ...changedDraft(at, subtype), change: byRevision(at.flow, change) }];
    }
    if (!sent.has(pointer) || !read.has(pointer) || walk.same(was, is)) return [];
    const sender = { schema: was, pointer };
    const receiver = { schema: is, pointer };
    const broken = brokenBy(at, { walk, sender, receiver, sendable: subtype.label }, subtype);
    // The schemas may differ only by another subtype.
    return broken.length > 0 || canonical(was) === canonical(is) ? broken : [changedDraft(at, subtype)];
  });
}

function changedDraft({ flow, place }: At, { name, pointer, steps }: Subtype): Draft {
  return {
    verdict: "notice",
    side: flow.side,
    place: [place, locationText(steps), `(${name})`].filter((part) => part !== "").join("/"),
    part: "property",
    rule: ruleOf("discriminator"),
    change: { base: name, head: `${name}, which is another schema now` },
    pointers: { base: pointer, head: pointer },
  };
}

function brokenBy(at: At, whole: WholePair, subtype: Subtype): Draft[] {
  const { clauses } = explain(whole.walk, [whole.sender], whole.receiver);
  const drafts = new Map<string, Draft>();
  for (const clause of clauses) {
    const general = changedDraft(at, subtype);
    const place = [general.place, locationOf(clause)].filter((part) => part !== "").join("/");
    const key = `${place} ${clause.rule.id}`;
    const result = drafts.has(key) ? undefined : decideClause(whole, clause, clauses);
    if (result?.kind !== "found") continue;
    drafts.set(key, {
      ...general,
      place,
      rule: clause.rule,
      change: byRevision(at.flow, clause.said),
      pointers: byRevision(at.flow, {
        sender: clause.pointers.sender ?? subtype.pointer,
        receiver: clause.pointers.receiver ?? subtype.pointer,
      }),
      witness: witnessOf(at, whole, subtype, result.instance),
      reason: `only the discriminator declares that this is ${subtype.name}: the schema that has the discriminator accepts it`,
    });
  }
  return [...drafts.values()];
}

/** Returns undefined if no body around the value can be found. */
function witnessOf(
  at: At,
  { walk, receiver }: WholePair,
  { steps }: Subtype,
  instance: Json,
): Witness | undefined {
  const value = bodyAround(walk, at, steps, instance);
  if (value === undefined) return undefined;
  const way = steps.map((step) => `/${stepInto(step)}`).join("");
  const { errors } = accepts({ ...walk.receiver, ...receiver }, instance);
  const rejection = errors.map((error) => `body${way}${error.startsWith("/") ? "" : " "}${error}`);
  return { exchange: at.embed(value), sender: at.flow.sender, rejection, value };
}

/** The name used in a map if no other is declared. */
const anyName = "a";

const stepInto = (step: Step): string =>
  step.kind === "property" ? step.name : step.kind === "items" || step.kind === "item" ? "0" : anyName;

function bodyAround(walk: Walk, { sender }: At, steps: readonly Step[], instance: Json): Json | undefined {
  if (steps.length === 0) return instance;
  const around = steps.reduceRight<Json>(
    (inner, step) =>
      step.kind === "items" || step.kind === "item"
        ? { type: "array", minItems: 1, items: inner }
        : {
            type: "object",
            required: [stepInto(step)],
            properties: Object.fromEntries([[stepInto(step), inner]]),
          },
    { const: instance },
  );
  const open = { ...walk.sender, closed: false, ...sender.schema };
  const found = search({ accepts: [open, free(around)], rejects: [], budget: walk.budget });
  return found.kind === "found" ? found.instance : undefined;
}
