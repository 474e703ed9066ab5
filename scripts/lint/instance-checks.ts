// Validates values against schemas where they stand in a document, by Ajv in JSON Schema 2020-12, formats included.
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ErrorObject, ValidateFunction } from "ajv";
import { DocumentError, type Json, type JsonObject } from "../document/document.ts";
import { toRef } from "../document/pointer.ts";
import type { FormatChecks } from "./formats.ts";

/** What is wrong with a value: a pointer into the value, and Ajv's sentence. */
export interface InstanceProblem {
  readonly path: string;
  readonly message: string;
}

export interface InstanceChecks {
  /** The problems of a value under the schema at a pointer; empty when it is valid. */
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
    logger: false,
    formats,
  });
  ajv.addSchema(root, documentUri);
  const compiled = new Map<string, ValidateFunction>();
  const compile = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer);
    if (known !== undefined) return known;
    const validate = ajv.compile({ $ref: `${documentUri}${toRef(pointer)}` });
    compiled.set(pointer, validate);
    return validate;
  };
  return {
    problems(schemaPointer, value) {
      const validate = compileOrExplain(compile, schemaPointer);
      return validate(value) ? [] : (validate.errors ?? []).filter(isCause).map(toProblem);
    },
  };
}

function compileOrExplain(compile: (pointer: string) => ValidateFunction, pointer: string): ValidateFunction {
  try {
    return compile(pointer);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DocumentError(`the schema at ${pointer} cannot be used: ${reason}`, {
      fix: "correct the schema",
      cause,
    });
  }
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
