// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

/**
 * A TypeID: a prefix and a UUIDv7, so IDs sort by creation time. The API publishes the pattern without its closing `$`, which
 * would make the quantifier meaningless; here it is anchored.
 *
 * spec: /components/schemas/SenderPoolId
 */
const SenderPoolId = {
  pointer: "/components/schemas/SenderPoolId",
  type: "string",
  pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$",
  prefix: "comms_senderpool_",
} as const;

/**
 * The TypeID of an operation; it correlates everything that one request created.
 *
 * spec: /components/schemas/OperationId
 */
const OperationId = {
  pointer: "/components/schemas/OperationId",
  type: "string",
  pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$",
  prefix: "comms_operation_",
} as const;

/**
 * The TypeID of a sender.
 *
 * spec: /components/schemas/SenderId
 */
const SenderId = {
  pointer: "/components/schemas/SenderId",
  type: "string",
  pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$",
  prefix: "comms_sender_",
} as const;

/**
 * Any characters.
 *
 * spec: /components/schemas/TagKey
 */
const TagKey = { pointer: "/components/schemas/TagKey", type: "string", minLength: 1, maxLength: 128 } as const;

/**
 * Any text that parses as a Liquid template; variables are rendered per recipient when a message is sent, never
 * by this API.
 *
 * spec: /components/schemas/TagValue
 */
const TagValue = {
  pointer: "/components/schemas/TagValue",
  type: "string",
  format: "liquid",
  minLength: 1,
  maxLength: 256,
} as const;

/**
 * Custom metadata, as key-value pairs.
 *
 * spec: /components/schemas/Tags
 */
const Tags = {
  pointer: "/components/schemas/Tags",
  type: "object",
  maxProperties: 10,
  propertyNames: TagKey,
  additionalProperties: TagValue,
} as const;

/**
 * A display name.
 *
 * spec: /components/schemas/Name
 */
const Name = { pointer: "/components/schemas/Name", type: "string", maxLength: 256 } as const;

/**
 * A date-time in UTC.
 *
 * spec: /components/schemas/Timestamp
 */
const Timestamp = {
  pointer: "/components/schemas/Timestamp",
  type: "string",
  format: "date-time",
  pattern: "^[0-9T:.-]{19,30}Z$",
} as const;

/**
 * A date-time of RFC 3339, with `T`, seconds and offset; no leap seconds.
 *
 * spec: /components/schemas/Moment
 */
const Moment = { pointer: "/components/schemas/Moment", type: "string", format: "date-time" } as const;

/**
 * An absolute URL that can be fetched.
 *
 * spec: /components/schemas/Location
 */
const Location = { pointer: "/components/schemas/Location", type: "string", format: "uri", maxLength: 2048 } as const;

/**
 * 1 to 255 printable ASCII characters, bare or as a quoted string (RFC 9651). Parameters of a quoted string are not part of the key.
 *
 * spec: /components/schemas/IdempotencyKey
 */
const IdempotencyKey = {
  pointer: "/components/schemas/IdempotencyKey",
  type: "string",
  pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$",
  maxLength: 1024,
} as const;

/**
 * A strong entity tag (RFC 9110).
 *
 * spec: /components/schemas/EntityTag
 */
const EntityTag = { pointer: "/components/schemas/EntityTag", type: "string", pattern: "^\"[!#-~]{1,64}\"$" } as const;

/**
 * One or more entity tags, or `*` for any version (RFC 9110).
 *
 * spec: /components/schemas/EntityTagCondition
 */
const EntityTagCondition = {
  pointer: "/components/schemas/EntityTagCondition",
  type: "string",
  pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$",
  maxLength: 1024,
} as const;

/**
 * Visible ASCII characters.
 *
 * spec: /components/schemas/RequestId
 */
const RequestId = { pointer: "/components/schemas/RequestId", type: "string", pattern: "^[!-~]{1,128}$" } as const;

/**
 * Opaque; bound to the account, the route and the filters. It does not expire.
 *
 * spec: /components/schemas/PageToken
 */
const PageToken = { pointer: "/components/schemas/PageToken", type: "string", minLength: 1, maxLength: 1024 } as const;

/**
 * The channel of a sender.
 *
 * spec: /components/schemas/Channel
 */
const Channel = {
  pointer: "/components/schemas/Channel",
  type: "string",
  enum: ["SMS", "RCS", "EMAIL", "WHATSAPP", "PUSH"],
} as const;

/**
 * The status of a sender.
 *
 * spec: /components/schemas/SenderStatus
 */
const SenderStatus = {
  pointer: "/components/schemas/SenderStatus",
  type: "string",
  enum: ["ACTIVATED", "DEACTIVATED"],
} as const;

/**
 * `PROCESSING` while senders are queued, `COMPLETED` when none is, `CANCELED` when the pool was deleted meanwhile.
 *
 * spec: /components/schemas/SenderPoolOperationStatus
 */
const SenderPoolOperationStatus = {
  pointer: "/components/schemas/SenderPoolOperationStatus",
  type: "string",
  enum: ["PROCESSING", "COMPLETED", "CANCELED"],
} as const;

/**
 * A set of senders that messages can be sent from.
 *
 * spec: /components/schemas/SenderPool
 */
const SenderPool = {
  pointer: "/components/schemas/SenderPool",
  type: "object",
  required: ["id", "name", "tags", "createdAt", "updatedAt"],
  properties: { id: SenderPoolId, name: Name, tags: Tags, createdAt: Timestamp, updatedAt: Timestamp },
} as const;

/**
 * Tokens for paging through a list.
 *
 * spec: /components/schemas/Pagination
 */
const Pagination = {
  pointer: "/components/schemas/Pagination",
  type: "object",
  required: ["next", "self"],
  properties: {
    next: {
      pointer: "/components/schemas/Pagination/properties/next",
      anyOf: [PageToken, { pointer: "/components/schemas/Pagination/properties/next/anyOf/1", type: "null" }],
    },
    self: PageToken,
  },
} as const;

/**
 * A page of pools.
 *
 * spec: /components/schemas/SenderPoolList
 */
const SenderPoolList = {
  pointer: "/components/schemas/SenderPoolList",
  type: "object",
  required: ["senderPools", "pagination"],
  properties: {
    senderPools: {
      pointer: "/components/schemas/SenderPoolList/properties/senderPools",
      type: "array",
      items: SenderPool,
    },
    pagination: Pagination,
  },
} as const;

/**
 * A sender, named by its ID.
 *
 * spec: /components/schemas/SenderReference
 */
const SenderReference = {
  pointer: "/components/schemas/SenderReference",
  type: "object",
  required: ["senderId"],
  properties: { senderId: SenderId },
  additionalProperties: false,
} as const;

/**
 * The properties of a new pool.
 *
 * spec: /components/schemas/CreateSenderPool
 */
const CreateSenderPool = {
  pointer: "/components/schemas/CreateSenderPool",
  type: "object",
  properties: {
    name: Name,
    senders: {
      pointer: "/components/schemas/CreateSenderPool/properties/senders",
      type: "array",
      maxItems: 10000,
      items: SenderReference,
    },
    tags: Tags,
  },
  additionalProperties: false,
} as const;

/**
 * The properties to change.
 *
 * spec: /components/schemas/UpdateSenderPool
 */
const UpdateSenderPool = {
  pointer: "/components/schemas/UpdateSenderPool",
  type: "object",
  properties: { name: Name, tags: Tags },
  additionalProperties: false,
} as const;

/**
 * The senders to add.
 *
 * spec: /components/schemas/SenderReferenceList
 */
const SenderReferenceList = {
  pointer: "/components/schemas/SenderReferenceList",
  type: "array",
  minItems: 1,
  maxItems: 1000,
  items: SenderReference,
} as const;

/**
 * A number, address or app that messages are sent from.
 *
 * spec: /components/schemas/Sender
 */
const Sender = {
  pointer: "/components/schemas/Sender",
  type: "object",
  required: ["id", "displayName", "address", "channel", "status", "tags", "createdAt", "updatedAt"],
  properties: {
    id: SenderId,
    displayName: {
      pointer: "/components/schemas/Sender/properties/displayName",
      type: ["string", "null"],
      maxLength: 256,
    },
    address: {
      pointer: "/components/schemas/Sender/properties/address",
      type: "string",
      minLength: 1,
      maxLength: 320,
    },
    channel: Channel,
    status: SenderStatus,
    tags: Tags,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
} as const;

/**
 * A page of senders.
 *
 * spec: /components/schemas/SenderList
 */
const SenderList = {
  pointer: "/components/schemas/SenderList",
  type: "object",
  required: ["senders", "pagination"],
  properties: {
    senders: { pointer: "/components/schemas/SenderList/properties/senders", type: "array", items: Sender },
    pagination: Pagination,
  },
} as const;

/**
 * Counts of the requested senders; `total` is the sum of the others.
 *
 * spec: /components/schemas/SenderPoolOperationStats
 */
const SenderPoolOperationStats = {
  pointer: "/components/schemas/SenderPoolOperationStats",
  type: "object",
  required: ["total", "queued", "created", "failed"],
  properties: {
    total: {
      pointer: "/components/schemas/SenderPoolOperationStats/properties/total",
      type: "integer",
      minimum: 0,
    },
    queued: {
      pointer: "/components/schemas/SenderPoolOperationStats/properties/queued",
      type: "integer",
      minimum: 0,
    },
    created: {
      pointer: "/components/schemas/SenderPoolOperationStats/properties/created",
      type: "integer",
      minimum: 0,
    },
    failed: {
      pointer: "/components/schemas/SenderPoolOperationStats/properties/failed",
      type: "integer",
      minimum: 0,
    },
  },
} as const;

/**
 * A long-running operation that a request started.
 *
 * spec: /components/schemas/SenderPoolOperation
 */
const SenderPoolOperation = {
  pointer: "/components/schemas/SenderPoolOperation",
  type: "object",
  required: ["id", "status", "stats", "createdAt", "updatedAt"],
  properties: {
    id: OperationId,
    status: SenderPoolOperationStatus,
    stats: SenderPoolOperationStats,
    createdAt: Timestamp,
    updatedAt: Timestamp,
  },
} as const;

/**
 * A page of operations.
 *
 * spec: /components/schemas/SenderPoolOperationList
 */
const SenderPoolOperationList = {
  pointer: "/components/schemas/SenderPoolOperationList",
  type: "object",
  required: ["operations", "pagination"],
  properties: {
    operations: {
      pointer: "/components/schemas/SenderPoolOperationList/properties/operations",
      type: "array",
      items: SenderPoolOperation,
    },
    pagination: Pagination,
  },
} as const;

/**
 * The operation that was started.
 *
 * spec: /components/schemas/OperationAccepted
 */
const OperationAccepted = {
  pointer: "/components/schemas/OperationAccepted",
  type: "object",
  required: ["operationId", "operationLocation"],
  properties: { operationId: OperationId, operationLocation: Location },
} as const;

/**
 * The pool that was changed.
 *
 * spec: /components/schemas/ResourceAccepted
 */
const ResourceAccepted = {
  pointer: "/components/schemas/ResourceAccepted",
  type: "object",
  required: ["resourceId", "resourceLocation"],
  properties: { resourceId: SenderPoolId, resourceLocation: Location },
} as const;

/**
 * What is wrong.
 *
 * spec: /components/schemas/ErrorDetail
 */
const ErrorDetail = {
  pointer: "/components/schemas/ErrorDetail",
  type: "string",
  minLength: 1,
  maxLength: 2048,
} as const;

/**
 * A problem in the body.
 *
 * spec: /components/schemas/BodyError
 */
const BodyError = {
  pointer: "/components/schemas/BodyError",
  type: "object",
  required: ["in", "pointer", "detail"],
  properties: {
    in: { pointer: "/components/schemas/BodyError/properties/in", const: "body" },
    pointer: {
      pointer: "/components/schemas/BodyError/properties/pointer",
      type: "string",
      format: "json-pointer",
      maxLength: 4096,
    },
    detail: ErrorDetail,
  },
} as const;

/**
 * A problem with a parameter or header field.
 *
 * spec: /components/schemas/ParameterError
 */
const ParameterError = {
  pointer: "/components/schemas/ParameterError",
  type: "object",
  required: ["in", "name", "detail"],
  properties: {
    in: { pointer: "/components/schemas/ParameterError/properties/in", enum: ["query", "path", "header"] },
    name: { pointer: "/components/schemas/ParameterError/properties/name", type: "string", maxLength: 8192 },
    detail: ErrorDetail,
  },
} as const;

/**
 * One problem of the request.
 *
 * spec: /components/schemas/ProblemError
 */
const ProblemError = { pointer: "/components/schemas/ProblemError", oneOf: [BodyError, ParameterError] } as const;

/**
 * A problem document (RFC 9457).
 *
 * spec: /components/schemas/Problem
 */
const Problem = {
  pointer: "/components/schemas/Problem",
  type: "object",
  required: ["type", "title", "status", "detail", "instance", "code"],
  properties: {
    type: {
      pointer: "/components/schemas/Problem/properties/type",
      type: "string",
      format: "uri-reference",
      maxLength: 255,
    },
    title: {
      pointer: "/components/schemas/Problem/properties/title",
      type: "string",
      minLength: 1,
      maxLength: 255,
    },
    status: {
      pointer: "/components/schemas/Problem/properties/status",
      type: "integer",
      minimum: 400,
      maximum: 599,
    },
    detail: {
      pointer: "/components/schemas/Problem/properties/detail",
      type: "string",
      minLength: 1,
      maxLength: 2048,
    },
    instance: {
      pointer: "/components/schemas/Problem/properties/instance",
      type: "string",
      format: "uri-reference",
      maxLength: 255,
    },
    code: {
      pointer: "/components/schemas/Problem/properties/code",
      type: "integer",
      minimum: 20000,
      maximum: 20599,
    },
    errors: {
      pointer: "/components/schemas/Problem/properties/errors",
      type: "array",
      minItems: 1,
      maxItems: 100,
      items: ProblemError,
    },
  },
} as const;

/** spec: /components/parameters/PageSize/schema */
const schema = {
  pointer: "/components/parameters/PageSize/schema",
  type: "integer",
  default: 50,
  minimum: 1,
  maximum: 1000,
} as const;

/** The constraints of each schema and parameter. `pointer` is their location in the document. */
export const constraints = {
  schemas: {
    SenderPoolId: SenderPoolId,
    OperationId: OperationId,
    SenderId: SenderId,
    Tags: Tags,
    TagKey: TagKey,
    TagValue: TagValue,
    Name: Name,
    Timestamp: Timestamp,
    Moment: Moment,
    Location: Location,
    IdempotencyKey: IdempotencyKey,
    EntityTag: EntityTag,
    EntityTagCondition: EntityTagCondition,
    RequestId: RequestId,
    PageToken: PageToken,
    Channel: Channel,
    SenderStatus: SenderStatus,
    SenderPoolOperationStatus: SenderPoolOperationStatus,
    SenderPool: SenderPool,
    SenderPoolList: SenderPoolList,
    CreateSenderPool: CreateSenderPool,
    UpdateSenderPool: UpdateSenderPool,
    SenderReference: SenderReference,
    SenderReferenceList: SenderReferenceList,
    Sender: Sender,
    SenderList: SenderList,
    SenderPoolOperation: SenderPoolOperation,
    SenderPoolOperationStats: SenderPoolOperationStats,
    SenderPoolOperationList: SenderPoolOperationList,
    Pagination: Pagination,
    OperationAccepted: OperationAccepted,
    ResourceAccepted: ResourceAccepted,
    Problem: Problem,
    ProblemError: ProblemError,
    BodyError: BodyError,
    ParameterError: ParameterError,
    ErrorDetail: ErrorDetail,
  },
  parameters: {
    startDate: Moment,
    endDate: Moment,
    operationId: OperationId,
    pageToken: PageToken,
    pageSize: schema,
    "Idempotency-Key": IdempotencyKey,
    "listSenderPoolOperations.status": SenderPoolOperationStatus,
    senderPoolId: SenderPoolId,
    "If-Match": EntityTagCondition,
    channel: Channel,
    "listSenderPoolSenders.status": SenderStatus,
    senderId: SenderId,
    "listSenders.status": SenderStatus,
  },
} as const;
