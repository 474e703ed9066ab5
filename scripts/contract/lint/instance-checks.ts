// Judges values by the schemas of a document with the validators that are generated from it: one meaning everywhere.
import type { Json, JsonObject } from "../document/document.ts";
import { resolvePointer } from "../document/pointer.ts";
import type { ValidationError, Validator } from "../runtime/validator-types.ts";
import type { FormatChecks } from "./formats.ts";
import { brokenUnits, checkedUnits } from "./checked-units.ts";
import { runUnits } from "./run-units.ts";

/** What is wrong with a value: a pointer into the value, and a sentence. */
interface InstanceProblem {
  readonly path: string;
  readonly message: string;
}

export interface InstanceChecks {
  /** Makes the validators for many schemas at once, which share what they refer to. */
  prepare(schemaPointers: Iterable<string>): void;
  /** The problems of a value under the schema at a pointer; empty when it is valid. A schema that is none is one, too. */
  problems(schemaPointer: string, value: Json): readonly InstanceProblem[];
}

/** @param formats  those that are checked; all others are annotations */
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
        return [{ path: "", message: `cannot be judged, its schema is broken: ${judge}` }];
      return judge(value) ? [] : (judge.errors ?? []).filter(isCause).map(toProblem);
    },
  };
}

/** The validator of each schema, or why there is none. */
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

/** Errors that only say that another one, which is listed too, was found in one of several branches. */
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
  // The sentence does not say which of the names it is about.
  const name = propertyName === undefined ? "" : `has the name ${JSON.stringify(propertyName)}, which `;
  const further = params["additionalProperty"] ?? params["unevaluatedProperty"];
  const detail = typeof further === "string" ? `: ${further}` : "";
  return { path: instancePath, message: `${name}${message ?? keyword}${detail}` };
}
