// The interface of a JSON Schema keyword in the emitter.
import type { SchemaCode } from "../code/schema-code.ts";
import type { UnitSchema } from "../schema-units.ts";

/** Emits the check of one keyword. */
export interface Keyword {
  /** Whether the emitter supports this value of the keyword; if not, it is left to Ajv. */
  accepts(value: unknown): boolean;
  write(place: SchemaCode, value: unknown): void;
}

export function keyword<T>(
  accepts: (value: unknown) => value is T,
  write: (place: SchemaCode, value: T) => void,
): Keyword {
  return {
    accepts,
    write: (place, value) => {
      if (accepts(value)) write(place, value);
    },
  };
}

export function isNumber(value: unknown): value is number {
  return typeof value === "number";
}

export function isString(value: unknown): value is string {
  return typeof value === "string";
}

export function isSchema(value: unknown): value is UnitSchema {
  return typeof value === "boolean" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

export function isSchemaList(value: unknown): value is readonly UnitSchema[] {
  return Array.isArray(value) && value.every(isSchema);
}

export function isSchemaMap(value: unknown): value is Readonly<Record<string, UnitSchema>> {
  return typeof value === "object" && value !== null && Object.values(value).every(isSchema);
}

export function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isString);
}

/** Whether a schema obviously accepts every value. */
export function acceptsAll(schema: UnitSchema): boolean {
  return schema === true || (schema !== false && Object.keys(schema).length === 0);
}
