// Changes inside schemas that validation does not see: defaults, deprecations, discriminators, announced values.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isObject } from "../../document/pointer.ts";
import { placeText, type Step } from "../explain/place.ts";
import {
  bare,
  conjuncts,
  isHidden,
  keywordIn,
  partAt,
  type Reading,
  type SchemaPart,
} from "../../containment/schema-part.ts";
import { branchPairs, gainedValues } from "./gained-values.ts";
import { knownNames } from "./known-names.ts";
import type { Change, Rule } from "../rules/rule.ts";
import { ruleOf } from "../rules/table.ts";

export interface SchemaNotice {
  readonly rule: Rule;
  readonly place: string;
  readonly change: Change;
  readonly pointers: { readonly base: string | undefined; readonly head: string | undefined };
}

const watched: readonly (readonly [string, Rule])[] = [
  ["default", ruleOf("default")],
  ["deprecated", ruleOf("deprecated")],
  ["x-sunset", ruleOf("sunset")],
  ["x-extensible-enum", ruleOf("extensible-enum")],
  ["discriminator", ruleOf("discriminator")],
  ["contentEncoding", ruleOf("content-encoding")],
  ["contentMediaType", ruleOf("content-encoding")],
];

/** So many places of one component have notices of their own. */
const MOST_PLACES = 8;

/** Two schemas that describe one place, in base and in head. */
export interface SchemaPair {
  readonly base: Reading;
  readonly head: Reading;
  readonly same: (base: Json, head: Json) => boolean;
  /** Of the exchange; in webhooks, `readOnly` is said of requests that providers send. */
  readonly side: "request" | "response";
}

/** What both describe at a place; `known` is the whole of what base says there, where `base` is a branch of it. */
interface Described {
  readonly steps: readonly Step[];
  readonly base: readonly SchemaPart[];
  readonly head: readonly SchemaPart[];
  readonly known?: readonly SchemaPart[];
}

/** The notices of two schemas and of everything that both describe below. */
export function schemaNotices(pair: SchemaPair, base: SchemaPart, head: SchemaPart): SchemaNotice[] {
  const seen = new Set<Json>();
  const visits = new Map<Json, number>();
  const found: SchemaNotice[] = [];
  const open: Described[] = [{ steps: [], base: [base], head: [head] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { steps } = next;
    const [before, after] = [conjuncts(pair.base.root, next.base), conjuncts(pair.head.root, next.head)];
    if (
      before.length === after.length &&
      before.every((part, at) => pair.same(part.schema, after[at]?.schema ?? null))
    ) {
      continue;
    }
    const [first] = after;
    if (first === undefined || seen.has(first.schema)) continue;
    seen.add(first.schema);
    // Each reference to it is a schema of its own: a component that all others refer to is looked at in a few places.
    const target = bare(pair.head.root, first).schema;
    const visited = visits.get(target) ?? 0;
    if (visited >= MOST_PLACES) continue;
    visits.set(target, visited + 1);
    const place = placeText(steps);
    for (const notice of [...keywordNotices(before, after), ...gainedValues(before, after)])
      found.push({ ...notice, place });
    const twins = new Map(membersOf(before).map(([step, part]) => [placeText([step]), part]));
    let names: ReadonlySet<string> | undefined;
    const known = () => (names ??= knownNames(pair.base.root, next.known ?? next.base));
    for (const [step, parts] of membersOf(after)) {
      const twin = twins.get(placeText([step]));
      if (twin !== undefined) {
        for (const one of hiddenProperty(pair, [...steps, step], twin, parts)) found.push(one);
        open.push({ steps: [...steps, step], base: twin, head: parts });
      } else if (step.kind === "property" && !known().has(step.name))
        for (const one of newProperty(pair.head, [...steps, step], { before, after: parts })) found.push(one);
    }
    for (const one of lostProperties(pair, next)) found.push(one);
    // What a branch gains may have stood beside it.
    const whole = next.known ?? next.base;
    for (const branches of branchPairs(before, after)) open.push({ steps, ...branches, known: whole });
  }
  return found.reverse();
}

function keywordNotices(
  base: readonly SchemaPart[],
  head: readonly SchemaPart[],
): Omit<SchemaNotice, "place">[] {
  return watched.flatMap(([keyword, rule]) => {
    const [before, after] = [keywordIn(base, keyword), keywordIn(head, keyword)];
    if (jsonText(before?.value) === jsonText(after?.value)) return [];
    return [
      {
        rule,
        change: { base: before?.value, head: after?.value },
        pointers: { base: before?.pointer ?? base[0]?.pointer, head: after?.pointer ?? head[0]?.pointer },
      },
    ];
  });
}

/** A property that base does not describe; nothing to say of one that this side of an exchange does not have. */
function newProperty(
  reading: Reading,
  steps: readonly Step[],
  { before, after }: { readonly before: readonly SchemaPart[]; readonly after: readonly SchemaPart[] },
): SchemaNotice[] {
  const [part] = after;
  if (part === undefined || isHidden(reading, part)) return [];
  const change = { base: undefined, head: true };
  const pointers = { base: before[0]?.pointer, head: part.pointer };
  return [{ rule: ruleOf("property"), place: placeText(steps), change, pointers }];
}

/**
 * A property that travelled on this side of an exchange, and that nobody should send there any more: because this view has none, or, in
 * a webhook or callback, because some read `readOnly` as "not in requests", whoever makes them.
 */
function hiddenProperty(
  pair: SchemaPair,
  steps: readonly Step[],
  [before]: readonly SchemaPart[],
  [after]: readonly SchemaPart[],
): SchemaNotice[] {
  if (before === undefined || after === undefined || isHidden(pair.base, before)) return [];
  return [...new Set([pair.head.view, pair.side])].flatMap((view): SchemaNotice[] => {
    if (isHidden({ ...pair.base, view }, before) || !isHidden({ ...pair.head, view }, after)) return [];
    const rule = view === "request" ? ruleOf("read-only") : ruleOf("write-only");
    const change = { base: undefined, head: true };
    return [
      { rule, place: placeText(steps), change, pointers: { base: before.pointer, head: after.pointer } },
    ];
  });
}

/** Properties that base describes and head does not know any more: nobody must send them, and somebody may read them. */
function lostProperties(pair: SchemaPair, { steps, base, head, known }: Described): SchemaNotice[] {
  // A branch may have lost to its siblings; the whole says what is gone.
  if (known !== undefined) return [];
  const before = conjuncts(pair.base.root, base);
  const left = knownNames(pair.head.root, head);
  return membersOf(before).flatMap(([step, [part]]): SchemaNotice[] => {
    if (step.kind !== "property" || left.has(step.name) || part === undefined) return [];
    if (isHidden(pair.base, part)) return [];
    const place = placeText([...steps, step]);
    const change = { base: true, head: undefined };
    return [
      { rule: ruleOf("property"), place, change, pointers: { base: part.pointer, head: head[0]?.pointer } },
    ];
  });
}

function membersOf(parts: readonly SchemaPart[]): [Step, SchemaPart[]][] {
  return parts.flatMap((part): [Step, SchemaPart[]][] => {
    if (!isObject(part.schema)) return [];
    const { properties, items, additionalProperties } = part.schema;
    const members = Object.entries(isObject(properties) ? properties : {}).map(
      ([name, schema]): [Step, SchemaPart[]] => [
        { kind: "property", name },
        [partAt(part, schema ?? true, "properties", name)],
      ],
    );
    if (isObject(items)) members.push([{ kind: "items", after: 0 }, [partAt(part, items, "items")]]);
    if (isObject(additionalProperties)) {
      const step: Step = { kind: "others", names: [], patterns: [] };
      members.push([step, [partAt(part, additionalProperties, "additionalProperties")]]);
    }
    return members;
  });
}
