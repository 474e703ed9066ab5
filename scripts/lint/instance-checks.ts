// Validates values against schemas where they stand in a document, by Ajv in JSON Schema 2020-12, formats included.
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ErrorObject, ValidateFunction } from "ajv";
import type { Json, JsonObject } from "../document/document.ts";
import { toRef } from "../document/pointer.ts";
import { matcherOf } from "../schema/patterns/pattern-matcher.ts";
import { readPattern } from "../schema/patterns/read-pattern.ts";
import type { FormatChecks } from "./formats.ts";

/** What is wrong with a value: a pointer into the value, and Ajv's sentence. */
interface InstanceProblem {
  readonly path: string;
  readonly message: string;
}

export interface InstanceChecks {
  /** The problems of a value under the schema at a pointer; empty when it is valid. A schema Ajv cannot use is one, too. */
  problems(schemaPointer: string, value: Json): readonly InstanceProblem[];
}

const documentUri = "contract:document";

export function instanceChecks(root: JsonObject, formats: FormatChecks): InstanceChecks {
  const ajv = new Ajv2020({
    allErrors: true,
    // The linter's own rules judge how schemas are written; here only what they mean counts.
    strict: false,
    validateSchema: false,
    validateFormats: true,
    // A property may be called `constructor`: what an object inherits is none of it.
    ownProperties: true,
    logger: false,
    formats,
    code: { regExp: Object.assign(testerOf, { code: "" }) },
    verbose: true,
  });
  // A pattern that nobody can read accepts every text; `anchored-patterns` names it.
  ajv.removeKeyword("pattern");
  ajv.addKeyword({
    keyword: "pattern",
    type: "string",
    schemaType: "string",
    compile: (source: string) => (text: string) => matcherOf(source).test(text) !== false,
    error: { message: ({ schema }) => `must match pattern "${String(schema)}"` },
  });
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string): ValidateFunction => {
    if (ajv.schemas[documentUri] === undefined) ajv.addSchema(root, documentUri);
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${documentUri}${toRef(pointer)}` });
    compiled.set(pointer, validate);
    return validate;
  };
  return {
    problems(schemaPointer, value) {
      let validate: ValidateFunction;
      try {
        validate = compile(schemaPointer);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return [{ path: "", message: `cannot be judged, its schema is broken: ${reason}` }];
      }
      return validate(value) ? [] : (validate.errors ?? []).filter(isCause).filter(isKnown).map(toProblem);
    },
  };
}

function testerOf(source: string): { test(text: string): boolean; toString(): string } {
  const matcher = matcherOf(source);
  // Ajv shares what has the same text.
  return { test: (text) => matcher.test(text) === true, toString: () => source };
}

/** A name that no pattern is known to match may be of one that nobody can read. */
function isKnown({ keyword, parentSchema }: ErrorObject): boolean {
  if (keyword !== "additionalProperties" && keyword !== "unevaluatedProperties") return true;
  const { patternProperties = {} } = parentSchema as { patternProperties?: object };
  return Object.keys(patternProperties).every((source) => !("foreign" in readPattern(source)));
}

/** Errors that only say that another one, which is listed too, was found in one of several branches. */
function isCause(error: ErrorObject): boolean {
  return error.keyword !== "if" && error.keyword !== "propertyNames";
}

function toProblem(error: ErrorObject): InstanceProblem {
  // Ajv's own sentence does not say which of the names it is about.
  const name =
    error.propertyName === undefined ? "" : `has the name ${JSON.stringify(error.propertyName)}, which `;
  const allowed = error.params as Record<string, unknown>;
  const detail =
    typeof allowed["additionalProperty"] === "string" ? `: ${allowed["additionalProperty"]}` : "";
  return { path: error.instancePath, message: `${name}${error.message ?? error.keyword}${detail}` };
}
