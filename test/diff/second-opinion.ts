// Validates a witness with a second, independent validator, @hyperjump/json-schema: valid for its sender,
// rejected by its receiver.
import "@hyperjump/json-schema/draft-07";
import "@hyperjump/json-schema/formats";
import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import type { Finding } from "../../scripts/contract/diff/comparison.ts";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { mediaRange, speakingFor } from "../../scripts/contract/exchange/media-range.ts";
import { keyForStatus } from "../../scripts/contract/exchange/status-range.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { jsonText } from "../../scripts/contract/document/json-text.ts";
import { isArray, isObject } from "../../scripts/contract/document/pointer.ts";

setShouldValidateFormat(true);

/** The second validator's result for a JSON body: undefined if the witness has none. */
export async function secondOpinion(
  finding: Finding,
  documents: { readonly base: OpenApiDocument; readonly head: OpenApiDocument },
): Promise<{ readonly sender: boolean; readonly receiver: boolean } | undefined> {
  const { witness } = finding;
  const body = witness?.exchange.response?.body ?? witness?.exchange.request.body;
  if (witness === undefined || body?.mediaType !== "application/json" || !finding.place.includes("body/"))
    return undefined;
  const receiver = witness.sender === "base" ? "head" : "base";
  const [sent, read] = [
    bodySchema(documents[witness.sender], finding),
    bodySchema(documents[receiver], finding),
  ];
  if (sent === undefined || read === undefined) return undefined;
  // The second validator supports doubles only.
  if ([body.value, sent, read].some((value) => JSON.stringify(value) !== jsonText(value))) return undefined;
  // Clients send what base declares, without readOnly properties; servers send what head declares.
  const hidden = witness.sender === "base" ? "readOnly" : "writeOnly";
  return {
    sender: await isValid(documents[witness.sender].root, sent, hidden, body.value),
    receiver: await isValid(documents[receiver].root, read, hidden, body.value),
  };
}

function bodySchema(document: OpenApiDocument, { operation, witness }: Finding): Json | undefined {
  const { request, response } = witness!.exchange;
  const found = readApi(document).operations.find(({ label }) => label === operation);
  if (response === undefined) {
    return speakingFor(found?.body?.contents ?? [], mediaRange(request.body!.mediaType))?.schema.schema;
  }
  const responses = found?.responses ?? [];
  const key = keyForStatus(
    responses.map(({ status }) => status),
    response.status,
  );
  const contents = responses.find(({ status }) => status === key)?.contents ?? [];
  return speakingFor(contents, mediaRange(response.body!.mediaType))?.schema.schema;
}

async function isValid(root: JsonObject, schema: Json, hidden: string, value: Json): Promise<boolean> {
  const id = "https://corpus.example/schema";
  const whole = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    allOf: [seen(schema, hidden)],
    components: { schemas: seen((root["components"] as JsonObject | undefined)?.["schemas"] ?? {}, hidden) },
  };
  registerSchema(whole as unknown as SchemaObject, id);
  try {
    return (await validate(id, value as never)).valid;
  } finally {
    unregisterSchema(id);
  }
}

/**
 * Returns a schema without the properties hidden from its reader, and with OpenAPI's number formats as
 * explicit bounds.
 */
function seen(schema: Json, hidden: string): Json {
  if (isArray(schema)) return schema.map((item) => seen(item, hidden));
  if (!isObject(schema)) return schema;
  const { properties, required } = schema;
  const gone = isObject(properties)
    ? Object.keys(properties).filter(
        (name) => isObject(properties[name]) && properties[name][hidden] === true,
      )
    : [];
  const entries = Object.entries(schema).map(([keyword, value]) => [keyword, seen(value ?? null, hidden)]);
  const kept = Object.fromEntries(entries) as Record<string, Json>;
  if (isObject(properties)) {
    kept["properties"] = Object.fromEntries(
      Object.entries(kept["properties"] as JsonObject).filter(([name]) => !gone.includes(name)),
    );
  }
  if (isArray(required)) kept["required"] = required.filter((name) => !gone.some((one) => one === name));
  if (schema["format"] === "int32") kept["maximum"] = 2 ** 31 - 1;
  return kept;
}
