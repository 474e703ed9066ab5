// Validates values against the schemas of a document with the validators that are generated from it, so that
// both agree.
import type { Json, JsonObject } from "../document/document.ts";
import { resolvePointer } from "../document/pointer.ts";
import type { ValidationError, Validator } from "../runtime/validator-types.ts";
import type { FormatChecks } from "./formats.ts";
import { brokenUnits, checkedUnits } from "./checked-units.ts";
import { runUnits } from "./run-units.ts";

/** A validation error: a pointer into the value, and a message. */
interface InstanceProblem {
  readonly path: string;
  readonly message: string;
}

/** Validates values of one document. */
export interface InstanceChecks {
  /** Compiles the validators for many schemas at once, which share the schemas that they reference. */
  prepare(schemaPointers: Iterable<string>): void;
  /**
   * Returns the errors of a value under the schema at a pointer; empty if it is valid. An invalid schema is
   * an error too.
   */
  problems(schemaPointer: string, value: Json): readonly InstanceProblem[];
}

/** @param formats  the formats that are checked; all others are annotations */
export function instanceChecks(root: JsonObject, formats: FormatChecks): InstanceChecks {
  const judges = new Map<string, Validator | string>();
  const prepare = (pointers: Iterable<string>): void => {
    const missing = new Set([...pointers].filter((pointer) => !judges.has(pointer)));
    for (const [pointer, judge] of judgesOf(root, formats, missing)) judges.set(pointer, judge);
  };
  return {
    prepare,
    problems(schemaPointer, value) {
      if (!judges.has(schemaPointer)) prepare([schemaPointer]);
      const judge = judges.get(schemaPointer) ?? "there is none";
      if (typeof judge === "string")
        return [{ path: "", message: `cannot be validated, its schema is invalid: ${judge}` }];
      return judge(value) ? [] : (judge.errors ?? []).filter(isCause).map(toProblem);
    },
  };
}

/** Returns the validator of each schema, or the reason why it cannot be compiled. */
function judgesOf(
  root: JsonObject,
  formats: FormatChecks,
  pointers: ReadonlySet<string>,
): ReadonlyMap<string, Validator | string> {
  const judges = new Map<string, Validator | string>();
  const units = checkedUnits(root, formats);
  const keys = new Map<string, string>();
  for (const pointer of pointers) {
    try {
      const node = resolvePointer(root, pointer);
      if (node !== undefined) keys.set(pointer, units.add({ pointer, node }, undefined));
    } catch (error) {
      judges.set(pointer, error instanceof Error ? error.message : String(error));
    }
  }
  const broken = brokenUnits(units.all);
  const sound = new Map([...units.all].filter(([key]) => !broken.has(key)));
  const wanted = new Set([...keys.values()].filter((key) => !broken.has(key)));
  const validators = runUnits(sound, wanted, formats);
  for (const [pointer, key] of keys) judges.set(pointer, validators.get(key) ?? broken.get(key) ?? "");
  return judges;
}

/**
 * Returns false for an error that only summarises others in the list, which were found in the branches of a
 * schema.
 */
function isCause({ keyword }: ValidationError): boolean {
  return keyword !== "if" && keyword !== "propertyNames";
}

function toProblem({
  instancePath,
  keyword,
  message,
  params,
  propertyName,
}: ValidationError): InstanceProblem {
  // The message does not name the property whose name is invalid.
  const name = propertyName === undefined ? "" : `has the name ${JSON.stringify(propertyName)}, which `;
  const further = params["additionalProperty"] ?? params["unevaluatedProperty"];
  const detail = typeof further === "string" ? `: ${further}` : "";
  return { path: instancePath, message: `${name}${message ?? keyword}${detail}` };
}
