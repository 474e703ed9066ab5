// What all functions of a document share while they are written.
import type { Code } from "../../code.ts";
import type { Literal } from "../../literal.ts";
import type { UnitSchema } from "../schema-units.ts";
import type { EvaluatedKind } from "./evaluated-kinds.ts";
import type { SchemaCode } from "./schema-code.ts";

/** What a reference leads to: a function, or a schema to put in its place. */
export type RefTarget =
  | { readonly kind: "call"; readonly name: Code }
  | { readonly kind: "inline"; readonly schema: UnitSchema; readonly path: string };

export interface UnitContext {
  /** Writes the code of a schema. */
  write(place: SchemaCode): void;
  targetOf(key: string): RefTarget;
  schemaOf(key: string): UnitSchema;
  /** The name of the function that adds what a unit has looked at to a set, and returns the rest. */
  evaluatedBy(kind: EvaluatedKind, key: string): Code;
  /** The name of a constant, the same one for the same value. */
  constant(prefix: ConstantPrefix, value: Literal): Code;
}

export type ConstantPrefix = "values" | "names" | "regExp" | "matcher" | "format";
