// Validators as a program gets them: emitted, written to a file and imported.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Test } from "tap";
import { emitValidators } from "../../scripts/contract/generate/emit-validators.ts";
import type {
  RequestValidators,
  ResponseValidators,
  ValidationError,
  Validator,
} from "../../scripts/contract/runtime/validator-types.ts";
import type { Plan } from "../../scripts/contract/generate/plan.ts";
import { type DocumentParts, planFrom } from "./plan-from.ts";

export interface TestValidators {
  readonly code: string;
  readonly requests: Readonly<Record<string, RequestValidators>>;
  readonly responses: Readonly<Record<string, Readonly<Record<string, ResponseValidators>>>>;
  readonly schemas: Readonly<Record<string, Validator>>;
}

type Formats = Readonly<Record<string, (value: string) => boolean>>;

let files = 0;
/** Tests that have their directory: requesting it again would empty it. */
const known = new WeakSet<Test>();

export async function emittedValidators(
  t: Test,
  parts: DocumentParts,
  formats: Formats = {},
): Promise<TestValidators> {
  return validatorsOfPlan(t, await planFrom(parts), formats);
}

export async function validatorsOfPlan(t: Test, plan: Plan, formats: Formats = {}): Promise<TestValidators> {
  const { code } = await emitValidators(plan);
  files += 1;
  if (!known.has(t)) t.testdir({});
  known.add(t);
  const file = join(t.testdirName, `validators-${files}.js`);
  await writeFile(file, code);
  const module = (await import(pathToFileURL(file).href)) as {
    createValidators(formats: Formats): Omit<TestValidators, "code">;
  };
  return { code, ...module.createValidators(formats) };
}

/** The errors for a value in short form: `/tags maxProperties: must NOT have more than 10 properties`. */
export function errorsOf(validator: Validator | undefined, value: unknown): string[] {
  if (validator === undefined) throw new Error("there is no such validator");
  return validator(value) ? [] : (validator.errors ?? []).map(shortly);
}

function shortly({ instancePath, keyword, message, propertyName }: ValidationError): string {
  const key = propertyName === undefined ? "" : ` (${propertyName})`;
  return `${instancePath} ${keyword}: ${message ?? ""}${key}`;
}
