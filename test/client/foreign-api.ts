// A test fetch for an artificial document, from the same generated modules that a package contains.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Test } from "tap";
import { type Contract, TestApi } from "../../client/testing/test-api.ts";
import { emitJson } from "../../scripts/contract/generate/emit-json.ts";
import { emitOperations } from "../../scripts/contract/generate/emit-operations.ts";
import { emitParameters } from "../../scripts/contract/generate/emit-parameters.ts";
import { emitRoundedInteger } from "../../scripts/contract/generate/emit-rounded-integer.ts";
import { emitValidators } from "../../scripts/contract/generate/emit-validators.ts";
import { planFrom } from "../generate/plan-from.ts";
import { importTypeScript } from "../support/import-typescript.ts";

type Call = (
  method: string,
  path: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>;

export async function foreignApi(t: Test, parts: Parameters<typeof planFrom>[0]): Promise<Call> {
  const plan = await planFrom(parts);
  const folder = t.testdir({});
  const files = {
    "json.ts": await emitJson(plan),
    "operations.ts": emitOperations(plan),
    "parameters.ts": await emitParameters(plan),
    "rounded-integer.ts": await emitRoundedInteger(plan),
    "validators.js": (await emitValidators(plan)).code,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const load = (name: string): Promise<unknown> => importTypeScript(join(folder, name));
  const { operations, servers } = (await load("operations.ts")) as Pick<Contract, "operations" | "servers">;
  const { parameters, forms } = (await load("parameters.ts")) as Pick<Contract, "parameters" | "forms">;
  const { createValidators } = (await load("validators.js")) as {
    readonly createValidators: (formats: object) => Pick<Contract, "requests">;
  };
  const { requests } = createValidators({});
  const document = plan.document.root;
  const api = new TestApi({ document, operations, servers, parameters, forms, requests });
  return (method, path, body, headers = {}) =>
    api.fetch(
      new Request(`https://library.example/api${path}${path.includes("?") ? "&" : "?"}tenant=t`, {
        method,
        headers: {
          ...headers,
          "X-Key": "k",
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
}
