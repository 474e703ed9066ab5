// Validation by an independent validator, so that it shares no bug with the one that confirms the search.
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { setShouldValidateFormat } from "@hyperjump/json-schema";
import "@hyperjump/json-schema/formats";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";

setShouldValidateFormat(true);

const dialect = "https://json-schema.org/draft/2020-12/schema";
let count = 0;

/**
 * Whether `schema` (references into `root` included) accepts `instance`, according to
 * `@hyperjump/json-schema`.
 */
export async function secondOpinion(root: JsonObject, schema: Json, instance: Json): Promise<boolean> {
  count += 1;
  const uri = `https://example.test/${count}`;
  const document = { ...root, $ref: "#/requested", requested: schema };
  registerSchema(JSON.parse(JSON.stringify(document)) as Parameters<typeof registerSchema>[0], uri, dialect);
  try {
    const validator = await validate(uri);
    return validator(JSON.parse(JSON.stringify(instance)) as Parameters<typeof validator>[0]).valid;
  } finally {
    unregisterSchema(uri);
  }
}
