// Plans for tests, from documents written as objects.
import type { Json } from "../../scripts/contract/document/document.ts";
import { type Plan, planOf } from "../../scripts/contract/generate/plan.ts";
import { readFiles } from "../support/read-files.ts";

/** The parts of a document that a test sets; the rest is filled in. */
export interface DocumentParts {
  readonly openapi?: string;
  readonly paths?: Json | object;
  readonly schemas?: Json | object;
  readonly components?: object;
  readonly servers?: Json | object;
  readonly security?: Json | object;
}

export async function planFrom(parts: DocumentParts): Promise<Plan> {
  const { openapi = "3.1.0", paths = {}, schemas = {}, components = {}, ...rest } = parts;
  const document = {
    openapi,
    info: { title: "Test", version: "1" },
    paths,
    components: { schemas, ...components },
    ...rest,
  };
  return planOf(await readFiles({ "api.json": JSON.stringify(document) }));
}

/** The response that every operation of these tests declares. */
export const noContent = { "204": { description: "Done." } };
