// A document in which PUT of an unknown id creates the resource, or does not, for each reason.
import { body, idParameter, json } from "./mock-of.ts";

export const note = {
  type: "object",
  required: ["id", "text"],
  properties: { id: { type: "string" }, text: { type: "string" } },
};
const text = { type: "object", required: ["text"], properties: { text: { type: "string" } } };
const numbered = { ...note, properties: { ...note.properties, id: { type: "integer", readOnly: true } } };
export const missing = { description: "missing" };

/** Returns paths of resources with a PUT that declares these responses. */
export function kept(
  path: string,
  responses: object,
  { schema = note, sent = text, create }: { schema?: object; sent?: object; create?: object } = {},
): object {
  const id = path.slice(1);
  return {
    [path]: {
      ...(create && {
        post: { operationId: `${id}.create`, requestBody: body(create), responses: { 201: json(schema) } },
      }),
      get: { operationId: `${id}.list`, responses: { 200: json({ type: "array", items: schema }) } },
    },
    [`${path}/{id}`]: {
      parameters: [{ ...idParameter, schema: (schema as typeof note).properties.id }],
      get: { operationId: `${id}.fetch`, responses: { 200: json(schema) } },
      put: { operationId: `${id}.put`, requestBody: body(sent), responses },
      delete: { operationId: `${id}.remove`, responses: { 204: { description: "" } } },
    },
  };
}

export const ok = { 200: json(note) };
export const paths = {
  ...kept("/notes", ok),
  ...kept("/declared", { ...ok, 201: json(note), 404: missing }),
  ...kept("/updates", { ...ok, 404: missing }, { create: note }),
  ...kept("/assigned", ok, { create: text }),
  ...kept("/readOnly", { 200: json(numbered) }, { schema: numbered, create: numbered }),
  ...kept("/chosen", ok, { create: note }),
  ...kept("/given", { ...ok, 404: missing }),
  "/notes/search": {
    get: { operationId: "search", responses: { 200: json({ type: "array", items: note }) } },
  },
};
