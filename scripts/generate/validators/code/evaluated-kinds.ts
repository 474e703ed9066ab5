// What the keywords of one schema look at by themselves (JSON Schema Core, section 11): properties, or items.
import { printString } from "../../literal.ts";
import { isSchema, isSchemaList, isSchemaMap } from "../keywords/keyword.ts";
import { testOf } from "./pattern-test.ts";
import type { Place } from "./place.ts";

/** Members that are seen whatever the value is. */
export interface KnownMembers {
  /** Names of properties. */
  readonly names: readonly string[];
  /** How many items from the first one on. */
  readonly from: number;
  readonly all: boolean;
}

/** The variables that emitted code keeps what it has seen in. */
export interface SeenMembers {
  /** A set of names, or of indices. */
  readonly set: string;
  /** Of names: whether all are seen. Of items: how many from the first one on. */
  readonly rest: string;
}

export interface EvaluatedKind {
  readonly name: "names" | "items";
  readonly unevaluated: "unevaluatedProperties" | "unevaluatedItems";
  /** The initial value of `rest`. */
  readonly none: string;
  /** Keywords whose members depend on the value. */
  readonly dependent: readonly string[];
  known(schema: Readonly<Record<string, unknown>>): KnownMembers;
  /** Writes code for the members that depend on the value. */
  writeDependent(place: Place, seen: SeenMembers): void;
  /** The statements that add members to what is seen. */
  add(members: KnownMembers, seen: SeenMembers, data: string): string[];
  /** The statement that adds what a call returned. */
  addRest(call: string, seen: SeenMembers): string;
}

export const evaluatedNames: EvaluatedKind = {
  name: "names",
  unevaluated: "unevaluatedProperties",
  none: "false",
  dependent: ["patternProperties"],
  known: ({ properties, additionalProperties }) => ({
    names: isSchemaMap(properties) ? Object.keys(properties) : [],
    from: 0,
    all: additionalProperties !== undefined,
  }),
  writeDependent: ({ is: { code, data, context }, keywords: { patternProperties } }, { set }) => {
    for (const pattern of isSchemaMap(patternProperties) ? Object.keys(patternProperties) : []) {
      const key = code.name("key");
      code.line(`for (const ${key} in ${data}) if (${testOf(context, pattern, key)}) ${set}.add(${key});`);
    }
  },
  add: ({ names, all }, { set, rest }) =>
    all ? [`${rest} = true;`] : names.map((name) => `${set}.add(${printString(name)});`),
  addRest: (call, { rest }) => `if (${call}) ${rest} = true;`,
};

export const evaluatedItems: EvaluatedKind = {
  name: "items",
  unevaluated: "unevaluatedItems",
  none: "0",
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
    const index = code.name("i");
    code.block(`for (let ${index} = 0; ${index} < ${data}.length; ${index}++) {`, () => {
      const item = code.name("value");
      code.line(`const ${item} = ${data}[${index}];`);
      const { holds } = place.below(["contains"], contains, { data: item }).tryVerdict();
      code.lineIf(holds, `${set}.add(${index});`);
    });
  },
  add: ({ from, all }, { rest }, data) => {
    if (all) return [`${rest} = ${data}.length;`];
    return from === 0 ? [] : [`${rest} = Math.max(${rest}, ${from});`];
  },
  addRest: (call, { rest }) => `${rest} = Math.max(${rest}, ${call});`,
};
