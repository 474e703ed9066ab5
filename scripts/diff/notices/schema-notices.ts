// Changes inside schemas that validation does not see: defaults, deprecations, discriminators, announced values.
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { placeText, type Step } from "../explain/place.ts";
import { conjuncts, keywordIn, partAt, type Reading, type SchemaPart } from "../explain/schema-part.ts";
import { contentEncoding } from "../rules/content-encoding.ts";
import { defaultValue } from "../rules/default.ts";
import { deprecated } from "../rules/deprecated.ts";
import { discriminator } from "../rules/discriminator.ts";
import { extensibleEnum } from "../rules/extensible-enum.ts";
import type { Change, Rule } from "../rules/rule.ts";
import { sunset } from "../rules/sunset.ts";

export interface SchemaNotice {
  readonly rule: Rule;
  readonly place: string;
  readonly change: Change;
  readonly pointers: { readonly base: string | undefined; readonly head: string | undefined };
}

const watched: readonly (readonly [string, Rule])[] = [
  ["default", defaultValue],
  ["deprecated", deprecated],
  ["x-sunset", sunset],
  ["x-extensible-enum", extensibleEnum],
  ["discriminator", discriminator],
  ["contentEncoding", contentEncoding],
  ["contentMediaType", contentEncoding],
];

/** Two schemas that describe one place, in base and in head. */
export interface SchemaPair {
  readonly base: Reading;
  readonly head: Reading;
  readonly same: (base: Json, head: Json) => boolean;
}

/** The notices of two schemas and of everything that both describe below. */
export function schemaNotices(pair: SchemaPair, base: SchemaPart, head: SchemaPart): SchemaNotice[] {
  const seen = new Set<Json>();
  const found: SchemaNotice[] = [];
  const open: { steps: readonly Step[]; base: readonly SchemaPart[]; head: readonly SchemaPart[] }[] = [
    { steps: [], base: [base], head: [head] },
  ];
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
    found.push(...keywordNotices(before, after).map((notice) => ({ ...notice, place: placeText(steps) })));
    for (const [step, parts] of membersOf(after)) {
      const twin = new Map(membersOf(before).map(([other, part]) => [placeText([other]), part])).get(
        placeText([step]),
      );
      if (twin !== undefined) open.push({ steps: [...steps, step], base: twin, head: parts });
    }
  }
  return found.reverse();
}

function keywordNotices(
  base: readonly SchemaPart[],
  head: readonly SchemaPart[],
): Omit<SchemaNotice, "place">[] {
  return watched.flatMap(([keyword, rule]) => {
    const [before, after] = [keywordIn(base, keyword), keywordIn(head, keyword)];
    if (JSON.stringify(before?.value) === JSON.stringify(after?.value)) return [];
    return [
      {
        rule,
        change: { base: before?.value, head: after?.value },
        pointers: { base: before?.pointer ?? base[0]?.pointer, head: after?.pointer ?? head[0]?.pointer },
      },
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
