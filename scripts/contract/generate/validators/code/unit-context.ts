// The context that all functions of a document share while they are written.
import type { Code } from "../../code.ts";
import type { Literal } from "../../literal.ts";
import type { UnitSchema } from "../schema-units.ts";
import type { EvaluatedKind } from "./evaluated-kinds.ts";
import type { SchemaCode } from "./schema-code.ts";

/** The target of a reference: a function to call, or a schema to inline. */
export type RefTarget =
  | { readonly kind: "call"; readonly name: Code }
  | { readonly kind: "inline"; readonly schema: UnitSchema; readonly path: string };

/** What the emitted functions of one document share. */
export interface UnitContext {
  /** Writes the code of a schema. */
  write(place: SchemaCode): void;
  targetOf(key: string): RefTarget;
  schemaOf(key: string): UnitSchema;
  /**
   * Returns the name of the function that adds the members that a unit evaluates to a set, and returns the
   * rest.
   */
  evaluatedBy(kind: EvaluatedKind, key: string): Code;
  /** Returns the name of a constant, the same one for the same value. */
  constant(prefix: ConstantPrefix, value: Literal): Code;
}

/** The beginning of a constant's name, by what it holds. */
export type ConstantPrefix = "values" | "names" | "regExp" | "matcher" | "format";
