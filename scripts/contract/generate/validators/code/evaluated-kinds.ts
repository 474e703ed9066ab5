// Which members the keywords of one schema evaluate (JSON Schema Core, section 11): properties, or items.
import { type Code, emit } from "../../code.ts";
import { printString } from "../../literal.ts";
import { isSchema, isSchemaList, isSchemaMap } from "../keywords/keyword.ts";
import { testOf } from "./pattern-test.ts";
import type { SchemaCode } from "./schema-code.ts";

/** Members that are evaluated whatever the value is. */
export interface KnownMembers {
  /** Names of properties. */
  readonly names: readonly string[];
  /** Number of items, from the first one on. */
  readonly from: number;
  readonly all: boolean;
}

/** The variables in which emitted code collects evaluated members. */
export interface SeenMembers {
  /** A set of names, or of indices. */
  readonly set: Code;
  /** For names: whether all are evaluated. For items: how many from the first one on. */
  readonly rest: Code;
}

/** Properties or items: how code collects what has been evaluated. */
export interface EvaluatedKind {
  /** The prefix of its functions' names. */
  readonly name: Code;
  readonly unevaluated: "unevaluatedProperties" | "unevaluatedItems";
  /** The initial value of `rest`. */
  readonly none: Code;
  /** Keywords whose evaluated members depend on the value. */
  readonly dependent: readonly string[];
  known(schema: Readonly<Record<string, unknown>>): KnownMembers;
  /** Writes code for the members that depend on the value. */
  writeDependent(place: SchemaCode, seen: SeenMembers): void;
  /** Returns the statements that add members to the evaluated ones. */
  add(members: KnownMembers, seen: SeenMembers, data: Code): Code[];
  /** Returns the statement that adds the result of a call. */
  addRest(call: Code, seen: SeenMembers): Code;
}

export const evaluatedNames: EvaluatedKind = {
  name: emit`names`,
  unevaluated: "unevaluatedProperties",
  none: emit`false`,
  dependent: ["patternProperties"],
  known: ({ properties, additionalProperties }) => ({
    names: isSchemaMap(properties) ? Object.keys(properties) : [],
    from: 0,
    all: additionalProperties !== undefined,
  }),
  writeDependent: ({ is: { code, data, context }, keywords: { patternProperties } }, { set }) => {
    for (const pattern of isSchemaMap(patternProperties) ? Object.keys(patternProperties) : []) {
      const key = code.name(emit`key`);
      code.line(
        emit`for (const ${key} in ${data}) if (${testOf(context, pattern, key)}) ${set}.add(${key});`,
      );
    }
  },
  add: ({ names, all }, { set, rest }) =>
    all ? [emit`${rest} = true;`] : names.map((name) => emit`${set}.add(${printString(name)});`),
  addRest: (call, { rest }) => emit`if (${call}) ${rest} = true;`,
};

export const evaluatedItems: EvaluatedKind = {
  name: emit`items`,
  unevaluated: "unevaluatedItems",
  none: emit`0`,
  dependent: ["contains"],
  known: ({ prefixItems, items }) => ({
    names: [],
    from: isSchemaList(prefixItems) ? prefixItems.length : 0,
    all: items !== undefined,
  }),
  writeDependent: (place, { set }) => {
    const { code, data } = place.is;
    const { contains } = place.keywords;
    if (!isSchema(contains)) return;
    const index = code.name(emit`i`);
    code.block(emit`for (let ${index} = 0; ${index} < ${data}.length; ${index}++) {`, () => {
      const item = code.name(emit`value`);
      code.line(emit`const ${item} = ${data}[${index}];`);
      const { holds } = place.below(["contains"], contains, { data: item }).tryVerdict();
      code.lineIf(holds, emit`${set}.add(${index});`);
    });
  },
  add: ({ from, all }, { rest }, data) => {
    if (all) return [emit`${rest} = ${data}.length;`];
    return from === 0 ? [] : [emit`${rest} = Math.max(${rest}, ${from});`];
  },
  addRest: (call, { rest }) => emit`${rest} = Math.max(${rest}, ${call});`,
};
