// `$ref` between units: small schemas are put in place, larger ones called, without building a path until there is an error.
import type { KeywordCxt } from "ajv";
import { _, type Code, Name, nil, strConcat } from "ajv/dist/compile/codegen/index.js";
import type { SchemaEnv } from "ajv/dist/compile/index.js";
import { callRef } from "ajv/dist/vocabularies/core/ref.js";
import type { UnitSchema } from "./schema-units.ts";

const vErrors = new Name("vErrors");
const errors = new Name("errors");
const instancePath = new Name("instancePath");
const addErrors = new Name("addErrors");

/** What a reference leads to: a function, or a schema to put in its place. */
export type RefTarget =
  | { readonly kind: "call"; readonly env: SchemaEnv }
  | { readonly kind: "inline"; readonly schema: UnitSchema; readonly path: string };

export function refCode(targetOf: (key: string) => RefTarget): (cxt: KeywordCxt) => void {
  return (cxt) => {
    const target = targetOf(String(cxt.schema));
    if (target.kind === "inline") inline(cxt, target);
    else call(cxt, target.env);
  };
}

function inline(cxt: KeywordCxt, { schema, path }: RefTarget & { kind: "inline" }): void {
  const { gen } = cxt;
  const topSchemaRef = gen.scopeValue("schema", { ref: schema });
  const valid = gen.name("valid");
  const inner = cxt.subschema(
    { schema, dataTypes: [], schemaPath: nil, topSchemaRef, errSchemaPath: path },
    valid,
  );
  cxt.mergeEvaluated(inner);
  cxt.ok(valid);
}

function call(cxt: KeywordCxt, env: SchemaEnv): void {
  const { gen, it, data } = cxt;
  const { validateName } = env;
  if (validateName === undefined) throw new Error("a unit is called that is not compiled");
  // Ajv knows how to take over which properties were evaluated.
  if (it.opts.unevaluated === true) {
    callRef(cxt, validateName, env);
    return;
  }
  const path = strConcat(instancePath, it.errorPath);
  const key: Code = it.propertyName === undefined ? nil : _`, ${it.propertyName}`;
  gen.if(_`!${validateName}(${data})`, () => {
    gen.assign(vErrors, _`${addErrors}(${vErrors}, ${validateName}.errors, ${path}${key})`);
    gen.assign(errors, _`${vErrors}.length`);
  });
}
