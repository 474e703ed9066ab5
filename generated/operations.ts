// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

/**
 * `GET /SenderPools`: List sender pools
 *
 * Pools in order of creation, oldest first.
 *
 * spec: /paths/~1SenderPools/get
 */
export const listSenderPools = {
  operationId: "listSenderPools",
  method: "GET",
  path: "/SenderPools",
  pointer: "/paths/~1SenderPools/get",
  tag: "SenderPools",
  parameters: [
    { name: "startDate", in: "query", required: false, style: "form", explode: true },
    { name: "endDate", in: "query", required: false, style: "form", explode: true },
    { name: "operationId", in: "query", required: false, style: "form", explode: true },
    { name: "pageToken", in: "query", required: false, style: "form", explode: true },
    { name: "pageSize", in: "query", required: false, style: "form", explode: true },
  ],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "200": {
      next: {
        operationId: "listSenderPools",
        pointer: "/paths/~1SenderPools/get/responses/200/links/next",
        parameters: { pageToken: "$response.body#/pagination/next" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `POST /SenderPools`: Create a sender pool
 *
 * The pool exists when the `202` arrives; its senders are added as the operation proceeds. To find the pool,
 * list pools by the operation's ID.
 *
 * spec: /paths/~1SenderPools/post
 */
export const createSenderPool = {
  operationId: "createSenderPool",
  method: "POST",
  path: "/SenderPools",
  pointer: "/paths/~1SenderPools/post",
  tag: "SenderPools",
  parameters: [{ name: "Idempotency-Key", in: "header", required: false, style: "simple", explode: false }],
  body: { required: true, mediaTypes: ["application/json"] },
  responses: {
    "202": {
      mediaTypes: ["application/json"],
      headers: ["Location", "Operation-Id", "Operation-Location", "Request-Id"],
    },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "408": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "409": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
    "412": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "413": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "415": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "422": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "202": {
      operation: {
        operationId: "fetchSenderPoolOperation",
        pointer: "/components/responses/OperationAccepted/links/operation",
        parameters: { operationId: "$response.body#/operationId" },
        requestBody: undefined,
        xSdk: { until: { status: ["COMPLETED", "CANCELED"] } },
      },
      pools: {
        operationId: "listSenderPools",
        pointer: "/components/responses/OperationAccepted/links/pools",
        parameters: { operationId: "$response.body#/operationId" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `GET /SenderPools/Operations`: List sender pool operations
 *
 * Operations in order of creation, oldest first.
 *
 * spec: /paths/~1SenderPools~1Operations/get
 */
export const listSenderPoolOperations = {
  operationId: "listSenderPoolOperations",
  method: "GET",
  path: "/SenderPools/Operations",
  pointer: "/paths/~1SenderPools~1Operations/get",
  tag: "SenderPools",
  parameters: [
    { name: "startDate", in: "query", required: false, style: "form", explode: true },
    { name: "endDate", in: "query", required: false, style: "form", explode: true },
    { name: "status", in: "query", required: false, style: "form", explode: true },
    { name: "pageToken", in: "query", required: false, style: "form", explode: true },
    { name: "pageSize", in: "query", required: false, style: "form", explode: true },
  ],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "200": {
      next: {
        operationId: "listSenderPoolOperations",
        pointer: "/paths/~1SenderPools~1Operations/get/responses/200/links/next",
        parameters: { pageToken: "$response.body#/pagination/next" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `GET /SenderPools/Operations/{operationId}`: Fetch a sender pool operation
 *
 * The status and progress of an operation. Operations stay readable after their pool is deleted.
 *
 * spec: /paths/~1SenderPools~1Operations~1{operationId}/get
 */
export const fetchSenderPoolOperation = {
  operationId: "fetchSenderPoolOperation",
  method: "GET",
  path: "/SenderPools/Operations/{operationId}",
  pointer: "/paths/~1SenderPools~1Operations~1{operationId}/get",
  tag: "SenderPools",
  parameters: [{ name: "operationId", in: "path", required: true, style: "simple", explode: false }],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {},
} as const;

/**
 * `GET /SenderPools/{senderPoolId}`: Fetch a sender pool
 *
 * The pool without its senders, which are listed separately.
 *
 * spec: /paths/~1SenderPools~1{senderPoolId}/get
 */
export const fetchSenderPool = {
  operationId: "fetchSenderPool",
  method: "GET",
  path: "/SenderPools/{senderPoolId}",
  pointer: "/paths/~1SenderPools~1{senderPoolId}/get",
  tag: "SenderPools",
  parameters: [{ name: "senderPoolId", in: "path", required: true, style: "simple", explode: false }],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["ETag", "Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "200": {
      senders: {
        operationId: "listSenderPoolSenders",
        pointer: "/paths/~1SenderPools~1{senderPoolId}/get/responses/200/links/senders",
        parameters: { senderPoolId: "$response.body#/id" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `PATCH /SenderPools/{senderPoolId}`: Update a sender pool
 *
 * Absent fields stay unchanged. `tags` replaces all tags, `{}` removes them. The update has been applied when the
 * `202` arrives.
 *
 * spec: /paths/~1SenderPools~1{senderPoolId}/patch
 */
export const updateSenderPool = {
  operationId: "updateSenderPool",
  method: "PATCH",
  path: "/SenderPools/{senderPoolId}",
  pointer: "/paths/~1SenderPools~1{senderPoolId}/patch",
  tag: "SenderPools",
  parameters: [
    { name: "senderPoolId", in: "path", required: true, style: "simple", explode: false },
    { name: "If-Match", in: "header", required: false, style: "simple", explode: false },
    { name: "Idempotency-Key", in: "header", required: false, style: "simple", explode: false },
  ],
  body: { required: true, mediaTypes: ["application/json"] },
  responses: {
    "202": {
      mediaTypes: ["application/json"],
      headers: ["Location", "Resource-Id", "Resource-Location", "Request-Id"],
    },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "408": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "409": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
    "412": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "413": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "415": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "422": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "202": {
      resource: {
        operationId: "fetchSenderPool",
        pointer: "/components/responses/ResourceAccepted/links/resource",
        parameters: { senderPoolId: "$response.body#/resourceId" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `DELETE /SenderPools/{senderPoolId}`: Delete a sender pool
 *
 * The pool and its memberships are deleted when the `202` arrives. The senders stay; an operation that was still filling
 * the pool is canceled.
 *
 * spec: /paths/~1SenderPools~1{senderPoolId}/delete
 */
export const deleteSenderPool = {
  operationId: "deleteSenderPool",
  method: "DELETE",
  path: "/SenderPools/{senderPoolId}",
  pointer: "/paths/~1SenderPools~1{senderPoolId}/delete",
  tag: "SenderPools",
  parameters: [
    { name: "senderPoolId", in: "path", required: true, style: "simple", explode: false },
    { name: "If-Match", in: "header", required: false, style: "simple", explode: false },
    { name: "Idempotency-Key", in: "header", required: false, style: "simple", explode: false },
  ],
  body: undefined,
  responses: {
    "202": {
      mediaTypes: ["application/json"],
      headers: ["Location", "Resource-Id", "Resource-Location", "Request-Id"],
    },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "408": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "409": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
    "412": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "413": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "422": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "202": {
      resource: {
        operationId: "fetchSenderPool",
        pointer: "/components/responses/ResourceAccepted/links/resource",
        parameters: { senderPoolId: "$response.body#/resourceId" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `GET /SenderPools/{senderPoolId}/Senders`: List the senders of a pool
 *
 * Senders in order of their own creation, oldest first.
 *
 * spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/get
 */
export const listSenderPoolSenders = {
  operationId: "listSenderPoolSenders",
  method: "GET",
  path: "/SenderPools/{senderPoolId}/Senders",
  pointer: "/paths/~1SenderPools~1{senderPoolId}~1Senders/get",
  tag: "SenderPools",
  parameters: [
    { name: "senderPoolId", in: "path", required: true, style: "simple", explode: false },
    { name: "channel", in: "query", required: false, style: "form", explode: true },
    { name: "status", in: "query", required: false, style: "form", explode: true },
    { name: "startDate", in: "query", required: false, style: "form", explode: true },
    { name: "endDate", in: "query", required: false, style: "form", explode: true },
    { name: "pageToken", in: "query", required: false, style: "form", explode: true },
    { name: "pageSize", in: "query", required: false, style: "form", explode: true },
  ],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "200": {
      next: {
        operationId: "listSenderPoolSenders",
        pointer: "/paths/~1SenderPools~1{senderPoolId}~1Senders/get/responses/200/links/next",
        parameters: {
          senderPoolId: "$request.path.senderPoolId",
          pageToken: "$response.body#/pagination/next",
        },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `POST /SenderPools/{senderPoolId}/Senders`: Add senders to a pool
 *
 * Adding a member again changes nothing and counts as created. A sender that does not exist in the account
 * counts as failed.
 *
 * spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/post
 */
export const addSenderPoolSenders = {
  operationId: "addSenderPoolSenders",
  method: "POST",
  path: "/SenderPools/{senderPoolId}/Senders",
  pointer: "/paths/~1SenderPools~1{senderPoolId}~1Senders/post",
  tag: "SenderPools",
  parameters: [
    { name: "senderPoolId", in: "path", required: true, style: "simple", explode: false },
    { name: "Idempotency-Key", in: "header", required: false, style: "simple", explode: false },
  ],
  body: { required: true, mediaTypes: ["application/json"] },
  responses: {
    "202": {
      mediaTypes: ["application/json"],
      headers: ["Location", "Operation-Id", "Operation-Location", "Request-Id"],
    },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "408": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "409": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
    "412": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "413": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "415": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "422": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "202": {
      operation: {
        operationId: "fetchSenderPoolOperation",
        pointer: "/components/responses/OperationAccepted/links/operation",
        parameters: { operationId: "$response.body#/operationId" },
        requestBody: undefined,
        xSdk: { until: { status: ["COMPLETED", "CANCELED"] } },
      },
      pools: {
        operationId: "listSenderPools",
        pointer: "/components/responses/OperationAccepted/links/pools",
        parameters: { operationId: "$response.body#/operationId" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `DELETE /SenderPools/{senderPoolId}/Senders/{senderId}`: Remove a sender from a pool
 *
 * The sender is removed from the pool when the `202` arrives, and stays in the account. Removing a sender that is not a member is a `404`.
 *
 * spec: /paths/~1SenderPools~1{senderPoolId}~1Senders~1{senderId}/delete
 */
export const removeSenderPoolSender = {
  operationId: "removeSenderPoolSender",
  method: "DELETE",
  path: "/SenderPools/{senderPoolId}/Senders/{senderId}",
  pointer: "/paths/~1SenderPools~1{senderPoolId}~1Senders~1{senderId}/delete",
  tag: "SenderPools",
  parameters: [
    { name: "senderPoolId", in: "path", required: true, style: "simple", explode: false },
    { name: "senderId", in: "path", required: true, style: "simple", explode: false },
    { name: "Idempotency-Key", in: "header", required: false, style: "simple", explode: false },
  ],
  body: undefined,
  responses: {
    "202": {
      mediaTypes: ["application/json"],
      headers: ["Location", "Resource-Id", "Resource-Location", "Request-Id"],
    },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "408": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "409": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
    "412": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "413": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "422": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "202": {
      resource: {
        operationId: "fetchSenderPool",
        pointer: "/components/responses/ResourceAccepted/links/resource",
        parameters: { senderPoolId: "$response.body#/resourceId" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `GET /Senders`: List senders
 *
 * Senders in order of creation, oldest first.
 *
 * spec: /paths/~1Senders/get
 */
export const listSenders = {
  operationId: "listSenders",
  method: "GET",
  path: "/Senders",
  pointer: "/paths/~1Senders/get",
  tag: "Senders",
  parameters: [
    { name: "channel", in: "query", required: false, style: "form", explode: true },
    { name: "status", in: "query", required: false, style: "form", explode: true },
    { name: "startDate", in: "query", required: false, style: "form", explode: true },
    { name: "endDate", in: "query", required: false, style: "form", explode: true },
    { name: "pageToken", in: "query", required: false, style: "form", explode: true },
    { name: "pageSize", in: "query", required: false, style: "form", explode: true },
  ],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {
    "200": {
      next: {
        operationId: "listSenders",
        pointer: "/paths/~1Senders/get/responses/200/links/next",
        parameters: { pageToken: "$response.body#/pagination/next" },
        requestBody: undefined,
        xSdk: undefined,
      },
    },
  },
} as const;

/**
 * `GET /Senders/{senderId}`: Fetch a sender
 *
 * One sender of the account.
 *
 * spec: /paths/~1Senders~1{senderId}/get
 */
export const fetchSender = {
  operationId: "fetchSender",
  method: "GET",
  path: "/Senders/{senderId}",
  pointer: "/paths/~1Senders~1{senderId}/get",
  tag: "Senders",
  parameters: [{ name: "senderId", in: "path", required: true, style: "simple", explode: false }],
  body: undefined,
  responses: {
    "200": { mediaTypes: ["application/json"], headers: ["Request-Id"] },
    "400": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "401": { mediaTypes: ["application/problem+json"], headers: ["WWW-Authenticate", "Request-Id"] },
    "404": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "405": { mediaTypes: ["application/problem+json"], headers: ["Allow", "Request-Id"] },
    "429": {
      mediaTypes: ["application/problem+json"],
      headers: ["Retry-After", "RateLimit", "RateLimit-Policy", "Request-Id"],
    },
    "431": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "500": { mediaTypes: ["application/problem+json"], headers: ["Request-Id"] },
    "503": { mediaTypes: ["application/problem+json"], headers: ["Retry-After", "Request-Id"] },
  },
  security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
  links: {},
} as const;

/** Every operation by its id, in the order of the document. */
export const operations = {
  listSenderPools,
  createSenderPool,
  listSenderPoolOperations,
  fetchSenderPoolOperation,
  fetchSenderPool,
  updateSenderPool,
  deleteSenderPool,
  listSenderPoolSenders,
  addSenderPoolSenders,
  removeSenderPoolSender,
  listSenders,
  fetchSender,
} as const;

/** The id of an operation. */
export type OperationId = keyof typeof operations;

/** Where the API is served; the first is the default. spec: /servers */
export const servers = ["/v1", "https://comms.twilio.com/v1"] as const;

/** How to authenticate. spec: /components/securitySchemes */
export const securitySchemes = {
  accountAuthToken: {
    type: "http",
    scheme: "basic",
    description: "The account's ID as user name, its auth token as password.",
    "x-sdk": {
      username: { name: "accountId", env: "TWILIO_ACCOUNT_SID" },
      password: { name: "authToken", env: "TWILIO_AUTH_TOKEN" },
    },
  },
  apiKeySecret: {
    type: "http",
    scheme: "basic",
    description: "An API key as user name, its secret as password.",
    "x-sdk": {
      username: { name: "apiKey", env: "TWILIO_API_KEY" },
      password: { name: "apiKeySecret", env: "TWILIO_API_KEY_SECRET" },
    },
  },
} as const;
