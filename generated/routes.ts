// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { OperationId } from "./operations.ts";
import type { RouteSchema } from "./serve-operations.ts";

/** The options of a route besides those that serve it. */
export interface Route {
  readonly schema: RouteSchema;
  /** The Link Objects of the document, by status and name. */
  readonly links?: Readonly<Record<string, object>>;
}

/** The `schema` of every route, as Fastify knows it. References are those of the document. */
export const routes: { readonly [Id in OperationId]: Route } = {
  /** spec: /paths/~1SenderPools/get */
  listSenderPools: {
    schema: {
      operationId: "listSenderPools",
      tags: ["SenderPools"],
      summary: "List sender pools",
      description: "Pools in order of creation, oldest first.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "list" },
      params: { type: "object", properties: {} },
      querystring: {
        type: "object",
        properties: {
          startDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created after this date-time (exclusive).",
          },
          endDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created before this date-time (exclusive).",
          },
          operationId: {
            $ref: "#/components/schemas/OperationId",
            description: "Only pools that this operation created or added senders to. An unknown operation gives an empty list.",
          },
          pageToken: {
            $ref: "#/components/schemas/PageToken",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
          },
          pageSize: {
            type: "integer",
            minimum: 1,
            maximum: 1000,
            default: 50,
            examples: [50],
            description: "The maximum number of entries per page.",
          },
        },
        additionalProperties: false,
      },
      response: {
        "200": {
          description: "A page of pools.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/SenderPoolList" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "200": {
        next: {
          operationId: "listSenderPools",
          description: "The next page, while `pagination.next` is not null.",
          parameters: { pageToken: "$response.body#/pagination/next" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools/post */
  createSenderPool: {
    schema: {
      operationId: "createSenderPool",
      tags: ["SenderPools"],
      summary: "Create a sender pool",
      description: "The pool exists when the `202` arrives; its senders are added as the operation proceeds. To find the pool,\nlist pools by the operation's ID.\n",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "create" },
      params: { type: "object", properties: {} },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      headers: {
        type: "object",
        properties: {
          "Idempotency-Key": {
            $ref: "#/components/schemas/IdempotencyKey",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
          },
        },
      },
      body: {
        content: { "application/json": { schema: { $ref: "#/components/schemas/CreateSenderPool" } } },
      },
      response: {
        "202": {
          description: "Accepted; the work continues as an operation.",
          headers: {
            Location: {
              $ref: "#/components/schemas/Location",
              description: "The URL of the operation or resource, the same as in the body.",
            },
            "Operation-Id": {
              $ref: "#/components/schemas/OperationId",
              description: "The same as `operationId` in the body.",
            },
            "Operation-Location": {
              $ref: "#/components/schemas/Location",
              description: "The same as `operationLocation` in the body.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/OperationAccepted" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "408": {
          description: "The request took too long to arrive.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "409": {
          description: "The first request with this key is still in progress.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "412": {
          description: "The pool has changed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "413": {
          description: "The body is too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "415": {
          description: "The media type of the body is not supported.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "422": {
          description: "The key was used with another request.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "202": {
        operation: {
          operationId: "fetchSenderPoolOperation",
          description: "The operation, with its progress.",
          parameters: { operationId: "$response.body#/operationId" },
          "x-sdk": { until: { status: ["COMPLETED", "CANCELED"] } },
        },
        pools: {
          operationId: "listSenderPools",
          description: "The pools that the operation changes.",
          parameters: { operationId: "$response.body#/operationId" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1Operations/get */
  listSenderPoolOperations: {
    schema: {
      operationId: "listSenderPoolOperations",
      tags: ["SenderPools"],
      summary: "List sender pool operations",
      description: "Operations in order of creation, oldest first.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "listOperations" },
      params: { type: "object", properties: {} },
      querystring: {
        type: "object",
        properties: {
          startDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created after this date-time (exclusive).",
          },
          endDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created before this date-time (exclusive).",
          },
          status: {
            $ref: "#/components/schemas/SenderPoolOperationStatus",
            description: "Only operations in this state.",
          },
          pageToken: {
            $ref: "#/components/schemas/PageToken",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
          },
          pageSize: {
            type: "integer",
            minimum: 1,
            maximum: 1000,
            default: 50,
            examples: [50],
            description: "The maximum number of entries per page.",
          },
        },
        additionalProperties: false,
      },
      response: {
        "200": {
          description: "A page of operations.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/SenderPoolOperationList" } },
          },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "200": {
        next: {
          operationId: "listSenderPoolOperations",
          description: "The next page, while `pagination.next` is not null.",
          parameters: { pageToken: "$response.body#/pagination/next" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1Operations~1{operationId}/get */
  fetchSenderPoolOperation: {
    schema: {
      operationId: "fetchSenderPoolOperation",
      tags: ["SenderPools"],
      summary: "Fetch a sender pool operation",
      description: "The status and progress of an operation. Operations stay readable after their pool is deleted.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "fetchOperation" },
      params: {
        type: "object",
        properties: {
          operationId: {
            $ref: "#/components/schemas/OperationId",
            description: "The operation's ID, as returned with the `202`.",
          },
        },
        required: ["operationId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      response: {
        "200": {
          description: "The operation.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/SenderPoolOperation" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1{senderPoolId}/get */
  fetchSenderPool: {
    schema: {
      operationId: "fetchSenderPool",
      tags: ["SenderPools"],
      summary: "Fetch a sender pool",
      description: "The pool without its senders, which are listed separately.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "fetch" },
      params: {
        type: "object",
        properties: {
          senderPoolId: { $ref: "#/components/schemas/SenderPoolId", description: "The pool's ID." },
        },
        required: ["senderPoolId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      response: {
        "200": {
          description: "The pool.",
          headers: {
            ETag: {
              $ref: "#/components/schemas/EntityTag",
              description: "The version of the pool, for `If-Match`.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/SenderPool" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "200": {
        senders: {
          operationId: "listSenderPoolSenders",
          description: "The senders in the pool.",
          parameters: { senderPoolId: "$response.body#/id" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1{senderPoolId}/patch */
  updateSenderPool: {
    schema: {
      operationId: "updateSenderPool",
      tags: ["SenderPools"],
      summary: "Update a sender pool",
      description: "Absent fields stay unchanged. `tags` replaces all tags, `{}` removes them. The update has been applied when the\n`202` arrives.\n",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "update" },
      params: {
        type: "object",
        properties: {
          senderPoolId: { $ref: "#/components/schemas/SenderPoolId", description: "The pool's ID." },
        },
        required: ["senderPoolId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      headers: {
        type: "object",
        properties: {
          "If-Match": {
            $ref: "#/components/schemas/EntityTagCondition",
            description: "The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.",
          },
          "Idempotency-Key": {
            $ref: "#/components/schemas/IdempotencyKey",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
          },
        },
      },
      body: {
        content: { "application/json": { schema: { $ref: "#/components/schemas/UpdateSenderPool" } } },
      },
      response: {
        "202": {
          description: "Done; the changed pool is in the body.",
          headers: {
            Location: {
              $ref: "#/components/schemas/Location",
              description: "The URL of the operation or resource, the same as in the body.",
            },
            "Resource-Id": {
              $ref: "#/components/schemas/SenderPoolId",
              description: "The same as `resourceId` in the body.",
            },
            "Resource-Location": {
              $ref: "#/components/schemas/Location",
              description: "The same as `resourceLocation` in the body.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/ResourceAccepted" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "408": {
          description: "The request took too long to arrive.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "409": {
          description: "The first request with this key is still in progress.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "412": {
          description: "The pool has changed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "413": {
          description: "The body is too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "415": {
          description: "The media type of the body is not supported.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "422": {
          description: "The key was used with another request.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "202": {
        resource: {
          operationId: "fetchSenderPool",
          description: "The pool as it is now.",
          parameters: { senderPoolId: "$response.body#/resourceId" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1{senderPoolId}/delete */
  deleteSenderPool: {
    schema: {
      operationId: "deleteSenderPool",
      tags: ["SenderPools"],
      summary: "Delete a sender pool",
      description: "The pool and its memberships are deleted when the `202` arrives. The senders stay; an operation that was still filling\nthe pool is canceled.\n",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "delete" },
      params: {
        type: "object",
        properties: {
          senderPoolId: { $ref: "#/components/schemas/SenderPoolId", description: "The pool's ID." },
        },
        required: ["senderPoolId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      headers: {
        type: "object",
        properties: {
          "If-Match": {
            $ref: "#/components/schemas/EntityTagCondition",
            description: "The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.",
          },
          "Idempotency-Key": {
            $ref: "#/components/schemas/IdempotencyKey",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
          },
        },
      },
      response: {
        "202": {
          description: "Done; the changed pool is in the body.",
          headers: {
            Location: {
              $ref: "#/components/schemas/Location",
              description: "The URL of the operation or resource, the same as in the body.",
            },
            "Resource-Id": {
              $ref: "#/components/schemas/SenderPoolId",
              description: "The same as `resourceId` in the body.",
            },
            "Resource-Location": {
              $ref: "#/components/schemas/Location",
              description: "The same as `resourceLocation` in the body.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/ResourceAccepted" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "408": {
          description: "The request took too long to arrive.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "409": {
          description: "The first request with this key is still in progress.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "412": {
          description: "The pool has changed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "413": {
          description: "The body is too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "422": {
          description: "The key was used with another request.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "202": {
        resource: {
          operationId: "fetchSenderPool",
          description: "The pool as it is now.",
          parameters: { senderPoolId: "$response.body#/resourceId" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/get */
  listSenderPoolSenders: {
    schema: {
      operationId: "listSenderPoolSenders",
      tags: ["SenderPools"],
      summary: "List the senders of a pool",
      description: "Senders in order of their own creation, oldest first.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "listSenders" },
      params: {
        type: "object",
        properties: {
          senderPoolId: { $ref: "#/components/schemas/SenderPoolId", description: "The pool's ID." },
        },
        required: ["senderPoolId"],
      },
      querystring: {
        type: "object",
        properties: {
          channel: { $ref: "#/components/schemas/Channel", description: "Only senders of this channel." },
          status: { $ref: "#/components/schemas/SenderStatus", description: "Only senders in this state." },
          startDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created after this date-time (exclusive).",
          },
          endDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created before this date-time (exclusive).",
          },
          pageToken: {
            $ref: "#/components/schemas/PageToken",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
          },
          pageSize: {
            type: "integer",
            minimum: 1,
            maximum: 1000,
            default: 50,
            examples: [50],
            description: "The maximum number of entries per page.",
          },
        },
        additionalProperties: false,
      },
      response: {
        "200": {
          description: "A page of senders.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/SenderList" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "200": {
        next: {
          operationId: "listSenderPoolSenders",
          description: "The next page, while `pagination.next` is not null.",
          parameters: {
            senderPoolId: "$request.path.senderPoolId",
            pageToken: "$response.body#/pagination/next",
          },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/post */
  addSenderPoolSenders: {
    schema: {
      operationId: "addSenderPoolSenders",
      tags: ["SenderPools"],
      summary: "Add senders to a pool",
      description: "Adding a member again changes nothing and counts as created. A sender that does not exist in the account\ncounts as failed.\n",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "addSender" },
      params: {
        type: "object",
        properties: {
          senderPoolId: { $ref: "#/components/schemas/SenderPoolId", description: "The pool's ID." },
        },
        required: ["senderPoolId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      headers: {
        type: "object",
        properties: {
          "Idempotency-Key": {
            $ref: "#/components/schemas/IdempotencyKey",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
          },
        },
      },
      body: {
        content: { "application/json": { schema: { $ref: "#/components/schemas/SenderReferenceList" } } },
      },
      response: {
        "202": {
          description: "Accepted; the work continues as an operation.",
          headers: {
            Location: {
              $ref: "#/components/schemas/Location",
              description: "The URL of the operation or resource, the same as in the body.",
            },
            "Operation-Id": {
              $ref: "#/components/schemas/OperationId",
              description: "The same as `operationId` in the body.",
            },
            "Operation-Location": {
              $ref: "#/components/schemas/Location",
              description: "The same as `operationLocation` in the body.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/OperationAccepted" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "408": {
          description: "The request took too long to arrive.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "409": {
          description: "The first request with this key is still in progress.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "412": {
          description: "The pool has changed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "413": {
          description: "The body is too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "415": {
          description: "The media type of the body is not supported.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "422": {
          description: "The key was used with another request.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "202": {
        operation: {
          operationId: "fetchSenderPoolOperation",
          description: "The operation, with its progress.",
          parameters: { operationId: "$response.body#/operationId" },
          "x-sdk": { until: { status: ["COMPLETED", "CANCELED"] } },
        },
        pools: {
          operationId: "listSenderPools",
          description: "The pools that the operation changes.",
          parameters: { operationId: "$response.body#/operationId" },
        },
      },
    },
  },
  /** spec: /paths/~1SenderPools~1{senderPoolId}~1Senders~1{senderId}/delete */
  removeSenderPoolSender: {
    schema: {
      operationId: "removeSenderPoolSender",
      tags: ["SenderPools"],
      summary: "Remove a sender from a pool",
      description: "The sender is removed from the pool when the `202` arrives, and stays in the account. Removing a sender that is not a member is a `404`.\n",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "removeSender" },
      params: {
        type: "object",
        properties: {
          senderPoolId: { $ref: "#/components/schemas/SenderPoolId", description: "The pool's ID." },
          senderId: { $ref: "#/components/schemas/SenderId", description: "The sender's ID." },
        },
        required: ["senderPoolId", "senderId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      headers: {
        type: "object",
        properties: {
          "Idempotency-Key": {
            $ref: "#/components/schemas/IdempotencyKey",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
          },
        },
      },
      response: {
        "202": {
          description: "Done; the changed pool is in the body.",
          headers: {
            Location: {
              $ref: "#/components/schemas/Location",
              description: "The URL of the operation or resource, the same as in the body.",
            },
            "Resource-Id": {
              $ref: "#/components/schemas/SenderPoolId",
              description: "The same as `resourceId` in the body.",
            },
            "Resource-Location": {
              $ref: "#/components/schemas/Location",
              description: "The same as `resourceLocation` in the body.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/ResourceAccepted" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "408": {
          description: "The request took too long to arrive.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "409": {
          description: "The first request with this key is still in progress.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "412": {
          description: "The pool has changed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "413": {
          description: "The body is too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "422": {
          description: "The key was used with another request.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "202": {
        resource: {
          operationId: "fetchSenderPool",
          description: "The pool as it is now.",
          parameters: { senderPoolId: "$response.body#/resourceId" },
        },
      },
    },
  },
  /** spec: /paths/~1Senders/get */
  listSenders: {
    schema: {
      operationId: "listSenders",
      tags: ["Senders"],
      summary: "List senders",
      description: "Senders in order of creation, oldest first.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "list" },
      params: { type: "object", properties: {} },
      querystring: {
        type: "object",
        properties: {
          channel: { $ref: "#/components/schemas/Channel", description: "Only senders of this channel." },
          status: { $ref: "#/components/schemas/SenderStatus", description: "Only senders in this state." },
          startDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created after this date-time (exclusive).",
          },
          endDate: {
            $ref: "#/components/schemas/Moment",
            description: "Only resources created before this date-time (exclusive).",
          },
          pageToken: {
            $ref: "#/components/schemas/PageToken",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
          },
          pageSize: {
            type: "integer",
            minimum: 1,
            maximum: 1000,
            default: 50,
            examples: [50],
            description: "The maximum number of entries per page.",
          },
        },
        additionalProperties: false,
      },
      response: {
        "200": {
          description: "A page of senders.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/SenderList" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
    links: {
      "200": {
        next: {
          operationId: "listSenders",
          description: "The next page, while `pagination.next` is not null.",
          parameters: { pageToken: "$response.body#/pagination/next" },
        },
      },
    },
  },
  /** spec: /paths/~1Senders~1{senderId}/get */
  fetchSender: {
    schema: {
      operationId: "fetchSender",
      tags: ["Senders"],
      summary: "Fetch a sender",
      description: "One sender of the account.",
      security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      "x-sdk": { method: "fetch" },
      params: {
        type: "object",
        properties: { senderId: { $ref: "#/components/schemas/SenderId", description: "The sender's ID." } },
        required: ["senderId"],
      },
      querystring: { type: "object", properties: {}, additionalProperties: false },
      response: {
        "200": {
          description: "The sender.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/json": { schema: { $ref: "#/components/schemas/Sender" } } },
        },
        "400": {
          description: "The request is invalid.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "401": {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": {
              type: "string",
              pattern: "^Basic( .{1,200})?$",
              examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
              description: "How to authenticate.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "404": {
          description: "The resource does not exist in this account.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "405": {
          description: "The resource does not support this method.",
          headers: {
            Allow: {
              type: "string",
              minLength: 1,
              maxLength: 64,
              examples: ["GET, POST"],
              description: "The methods that the resource supports.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "429": {
          description: "Too many requests.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            RateLimit: {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";r=0;t=1"],
              description: "The remaining quota, and the seconds until it resets.",
            },
            "RateLimit-Policy": {
              type: "string",
              minLength: 1,
              maxLength: 128,
              examples: ["\"default\";q=200;w=2"],
              description: "The quota and its window in seconds.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "431": {
          description: "The header fields are too large.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "500": {
          description: "The server failed.",
          headers: {
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
        "503": {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": {
              type: "integer",
              minimum: 0,
              maximum: 86400,
              examples: [1],
              description: "Seconds to wait before the next attempt.",
            },
            "Request-Id": {
              $ref: "#/components/schemas/RequestId",
              description: "The ID of this request in the server's logs.",
            },
          },
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  },
};
