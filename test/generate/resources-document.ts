// A small document with every feature that the client's resources must handle.
import type { Json } from "../../scripts/contract/document/document.ts";
import { type DocumentParts, noContent } from "./plan-from.ts";

export const json = (schema: Json): Json => ({
  description: "d",
  content: { "application/json": { schema } },
});
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const schemas: Json = {
  PoolId: { type: "string", pattern: "^pool_[0-9]+$", description: "The id of a pool." },
  State: { type: "string", enum: ["OPEN", "DONE"] },
  Pool: {
    type: "object",
    description: "A pool */ of `things`.",
    required: ["id"],
    properties: {
      id: ref("PoolId"),
      state: ref("State"),
      at: { type: "string", format: "date-time" },
      parts: { type: "array", items: ref("Pool") },
    },
  },
  NewPool: {
    type: "object",
    properties: { state: ref("State"), at: { type: "string", format: "date-time" } },
  },
  Page: {
    type: "object",
    properties: {
      data: { type: "object", properties: { pools: { type: "array", items: ref("Pool") } } },
      next: { type: "string" },
    },
  },
  Work: { type: "object", properties: { workId: { type: "string" }, wait: { type: "string" } } },
  Problem: { type: "object", properties: { detail: { type: "string" } } },
  "odd name": { oneOf: [ref("Pool"), { type: "null" }] },
};

export const resourcesDocument: DocumentParts = {
  schemas,
  security: [{ token: [] }, { key: [] }],
  servers: [
    { url: "/v1" },
    { url: "https://{region}.example.com/v1", variables: { region: { default: "eu" } } },
  ],
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer" },
      key: { type: "apiKey", in: "header", name: "X-Key", "x-sdk": { key: { name: "apiKey", env: "KEY" } } },
      unused: { type: "http", scheme: "basic" },
    },
  },
  paths: {
    "/pools": {
      get: {
        operationId: "listPools",
        tags: ["pools"],
        "x-sdk": { method: "list" },
        parameters: [
          { name: "page", in: "query", schema: { type: "string" } },
          { name: "state", in: "query", schema: ref("State") },
          { name: "filter", in: "query", style: "deepObject", explode: true, schema: { type: "object" } },
          { name: "ids", in: "query", explode: false, schema: { type: "array", items: ref("PoolId") } },
        ],
        responses: {
          "200": {
            ...(json(ref("Page")) as object),
            links: {
              next: {
                operationId: "listPools",
                parameters: { "query.page": "$response.body#/next" },
                "x-sdk": { items: "/data/pools" },
              },
            },
          },
          "404": json(ref("Problem")),
        },
      },
      post: {
        operationId: "createPool",
        tags: ["pools"],
        "x-sdk": { method: "create" },
        summary: "Make */ a pool",
        deprecated: true,
        parameters: [
          { name: "Idempotency-Key", in: "header", schema: { type: "string" } },
          { name: "timeout", in: "header", schema: { type: "integer" } },
          { name: "ETag", in: "header", schema: { type: "string" } },
        ],
        requestBody: { content: { "application/json": { schema: ref("NewPool") } } },
        responses: {
          "202": {
            ...(json(ref("Work")) as object),
            headers: { "X-Request-ID": { schema: { type: "string" } } },
            links: {
              operation: {
                operationId: "fetchWork",
                parameters: { workId: "$response.body#/workId" },
                "x-sdk": { until: { state: ["DONE"] } },
              },
            },
          },
        },
      },
    },
    "/pools/{poolId}/parts/{class}": {
      put: {
        tags: ["pools"],
        parameters: [
          { name: "class", in: "path", required: true, schema: { type: "integer" } },
          { name: "poolId", in: "path", required: true, schema: ref("PoolId"), description: "Which\npool." },
          { name: "force", in: "query", required: true, schema: { type: "boolean" } },
        ],
        requestBody: { required: true, content: { "text/plain": { schema: { type: "string" } } } },
        responses: { "200": json(ref("odd name")), default: json(ref("Problem")) },
      },
    },
    "/work/{workId}": {
      get: {
        operationId: "fetchWork",
        "x-sdk": { method: "fetchWork" },
        parameters: [{ name: "workId", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": json({ type: "object", properties: { state: ref("State") } }) },
      },
      delete: { operationId: "delete", responses: noContent },
      patch: { operationId: "constructor", responses: { default: { description: "Whatever." } } },
    },
  },
};
