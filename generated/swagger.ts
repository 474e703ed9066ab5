// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
interface DocumentObject {
  readonly [key: string]: unknown;
}

/**
 * The options as `@fastify/swagger` takes them; declared here, so that the plugin is not required for its
 * types.
 */
export interface SwaggerOptions {
  // The plugin's own types are those of OpenAPI documents; here, any document is accepted.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly openapi: any;
  readonly stripBasePath: false;
  readonly convertConstToEnum: false;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly transform: (given: any) => any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly transformObject: (given: any) => any;
}

interface ToldOperation {
  readonly operationId: string;
  readonly path: string;
  /** The method in lower case. */
  readonly method: string;
  /** The operation as in the document, if the schema of its route carries less. */
  readonly exact?: object;
}

interface RouteLike {
  readonly schema?: {
    readonly operationId?: string;
    readonly security?: readonly object[];
    readonly servers?: readonly object[];
  };
  readonly url: string;
  readonly openapiObject: DocumentObject;
  readonly route: { readonly method: string | readonly string[] };
}

/** Where the routes of a document are: the options of the plugin that serves them. */
export interface ServedAt {
  readonly prefix?: string | undefined;
  readonly basePath?: string | undefined;
}

/** A document to show. */
interface ShownDocument {
  /** The document without its paths. */
  readonly head: DocumentObject;
  readonly operations: readonly ToldOperation[];
  /** The path of the document's first server, which the paths of its operations do not include. */
  readonly basePath: string;
}

/** Returns new options each time: the plugin writes into the objects that it gets. */
export function swaggerOptionsOf(document: ShownDocument, at: ServedAt): SwaggerOptions {
  const { operations } = document;
  const known = new Map(operations.map((operation) => [operation.operationId, operation]));
  const paths = [...new Set(operations.map(({ path }) => path))];
  const prefix = (at.prefix ?? "").replace(/\/+$/, "");
  const base = `${prefix}${at.basePath ?? document.basePath}`;
  const moved = (servers: unknown): object => movedServers(servers, { prefix, basePath: at.basePath });
  const head: DocumentObject = { ...structuredClone(document.head), ...moved(document.head["servers"]) };
  const schemes = object(object(head["components"])["securitySchemes"]);
  const openapi = { ...head, components: { ...object(head["components"]), securitySchemes: { ...schemes } } };
  declareSchemes(openapi, head["security"]);
  return {
    openapi,
    stripBasePath: false,
    convertConstToEnum: false,
    transform: ({ schema, url, route, openapiObject }: RouteLike) => {
      declareSchemes(openapiObject, schema?.security);
      const given = schema?.operationId ?? "";
      // The plugin appends a suffix to the operation id of HEAD.
      const operationId = route.method === "HEAD" ? given.replace(/-head$/, "") : given;
      const operation = known.get(operationId);
      if (operation === undefined || !isBelow(prefix, url))
        return { schema, url: base !== "" && isBelow(base, url) ? url.slice(base.length) || "/" : url };
      const servers = schema?.servers === undefined ? {} : moved(schema.servers);
      return {
        schema: { ...schema, ...servers, operationId },
        url: placeholder(paths.indexOf(operation.path)),
      };
    },
    transformObject: ({ openapiObject }: { readonly openapiObject: DocumentObject }) => {
      const found = members(openapiObject["paths"]).map(([url, item]): [string, unknown] => {
        const path = paths.find((_, at) => placeholder(at) === url);
        return path === undefined
          ? [url, item]
          : [path, withExact(members(item), { path, operations, moved })];
      });
      const components = Object.fromEntries(
        members(openapiObject["components"]).filter(([name]) => name !== "securitySchemes"),
      );
      return {
        ...head,
        ...openapiObject,
        components: {
          ...components,
          ...(Object.keys(schemes).length === 0 ? {} : { securitySchemes: schemes }),
          // The plugin converts schemas to OpenAPI 3.0.
          schemas: {
            ...object(components["schemas"]),
            ...object(object(head["components"])["schemas"]),
          },
        },
        paths: Object.fromEntries(found),
      };
    },
  };
}

/** Returns a path that the plugin does not change, whatever characters the document's path has. */
function placeholder(index: number): string {
  return `/${index}`;
}

function withExact(
  item: readonly (readonly [method: string, operation: unknown])[],
  shown: {
    readonly path: string;
    readonly operations: readonly ToldOperation[];
    readonly moved: (servers: unknown) => object;
  },
): object {
  const { path, operations, moved } = shown;
  const described = item.map(([method, operation]): [string, unknown] => {
    if (method === "additionalOperations") return [method, withExact(members(operation), shown)];
    const exact = operations.find((one) => one.path === path && one.method === method.toLowerCase())?.exact;
    if (exact === undefined) return [method, operation];
    const { servers } = object(exact);
    return [method, { ...structuredClone(exact), ...(servers === undefined ? {} : moved(servers)) }];
  });
  return Object.fromEntries(described);
}

/**
 * Returns the `servers` of a document or operation whose routes are below a prefix or another base path;
 * nothing if they are where the document declares them.
 */
function movedServers(
  servers: unknown,
  { prefix, basePath }: ServedAt & { readonly prefix: string },
): object {
  if (prefix === "" && basePath === undefined) return {};
  const declared = Array.isArray(servers) && servers.length > 0 ? servers.map(object) : [{ url: "/" }];
  const names = Array.from(prefix.matchAll(/:(\w+)/g), ([, name = ""]) => name);
  const variables = Object.fromEntries(names.map((name) => [name, { default: name }]));
  return {
    servers: declared.map((server) => {
      const url = String(server["url"]);
      const [origin = ""] = /^(?:[^/?#]*:)?\/\/[^/?#]*/.exec(url) ?? [];
      const path = basePath ?? `/${url.slice(origin.length).replace(/^\/+/, "")}`;
      const below = `${prefix.replace(/:(\w+)/g, "{$1}")}${path}`.replace(/\/+$/, "");
      const all = { ...object(server["variables"]), ...variables };
      return {
        ...server,
        url: `${origin}${below}` || "/",
        ...(Object.keys(all).length === 0 ? {} : { variables: all }),
      };
    }),
  };
}

/**
 * Declares the schemes that a requirement names, which the plugin reads without looking whether they exist.
 */
function declareSchemes(document: DocumentObject, security: unknown): void {
  const schemes = object(object(document["components"])["securitySchemes"]);
  for (const name of (Array.isArray(security) ? security : []).flatMap((one) => Object.keys(object(one))))
    if (!Object.hasOwn(schemes, name)) Object.assign(schemes, { [name]: {} });
}

function isBelow(prefix: string, url: string): boolean {
  return url === prefix || url.startsWith(`${prefix}/`);
}

function members(value: unknown): [string, unknown][] {
  return Object.entries(object(value));
}

function object(value: unknown): DocumentObject {
  return typeof value === "object" && value !== null ? (value as DocumentObject) : {};
}

/**
 * Returns options for `@fastify/swagger` in its dynamic mode: routes are described by their schemas, and
 * what a schema cannot express comes from the document. If the plugin of the operations is registered with
 * a `prefix` or `basePath`, pass the same: the servers of the document are shown below it.
 *
 * @example
 * await app.register(swagger, swaggerOptions({ prefix: "/api" }));
 * await app.register(operationsPlugin, { prefix: "/api", handlers });
 */
export function swaggerOptions(at: ServedAt = {}): SwaggerOptions {
  return swaggerOptionsOf(shown, at);
}

const shown: ShownDocument = {
  head: {
    openapi: "3.1.1",
    info: {
      title: "SenderPools API",
      summary: "Group senders into pools and manage pool membership.",
      description: "A **sender pool** is a named set of senders that messages can be sent from. Pools are created and filled\nasynchronously: the response is a `202` that identifies an **operation**, which reports status and progress.\nUpdates and deletions have been applied when their `202` arrives.\n\n- Requests and responses are JSON, field names are in camelCase. Objects in requests are closed: unknown fields are rejected.\n  Objects in responses are open: clients must ignore unknown fields.\n- Strings are Unicode without U+0000 and without lone surrogates; lengths count code points.\n- Every error is a problem document (RFC 9457) that lists all problems of the request.\n",
      version: "1.0.0",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [
      { url: "/v1", description: "The server that serves this document." },
      { url: "https://comms.twilio.com/v1", description: "The public API." },
    ],
    security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
    "x-sdk": { client: "TwilioClient", package: "twilio-comms", baseUrl: { env: "TWILIO_COMMS_BASE_URL" } },
    tags: [
      {
        name: "SenderPools",
        description: "Sender pools, their members, and the long-running operations on them.",
      },
      { name: "Senders", description: "The senders of an account, whether or not they are in a pool." },
    ],
    paths: {},
    components: {
      securitySchemes: {
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
      },
      parameters: {
        SenderPoolId: {
          name: "senderPoolId",
          in: "path",
          required: true,
          description: "The pool's ID.",
          schema: { $ref: "#/components/schemas/SenderPoolId" },
        },
        SenderId: {
          name: "senderId",
          in: "path",
          required: true,
          description: "The sender's ID.",
          schema: { $ref: "#/components/schemas/SenderId" },
        },
        StartDate: {
          name: "startDate",
          in: "query",
          description: "Only resources created after this date-time (exclusive).",
          schema: { $ref: "#/components/schemas/Moment" },
        },
        EndDate: {
          name: "endDate",
          in: "query",
          description: "Only resources created before this date-time (exclusive).",
          schema: { $ref: "#/components/schemas/Moment" },
        },
        Channel: {
          name: "channel",
          in: "query",
          description: "Only senders of this channel.",
          schema: { $ref: "#/components/schemas/Channel" },
        },
        SenderStatus: {
          name: "status",
          in: "query",
          description: "Only senders in this state.",
          schema: { $ref: "#/components/schemas/SenderStatus" },
        },
        PageToken: {
          name: "pageToken",
          in: "query",
          description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
          schema: { $ref: "#/components/schemas/PageToken" },
        },
        PageSize: {
          name: "pageSize",
          in: "query",
          description: "The maximum number of entries per page.",
          schema: { type: "integer", minimum: 1, maximum: 1000, default: 50, examples: [50] },
        },
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
          schema: { $ref: "#/components/schemas/IdempotencyKey" },
        },
        IfMatch: {
          name: "If-Match",
          in: "header",
          description: "The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.",
          schema: { $ref: "#/components/schemas/EntityTagCondition" },
        },
      },
      headers: {
        Location: {
          description: "The URL of the operation or resource, the same as in the body.",
          required: true,
          schema: { $ref: "#/components/schemas/Location" },
        },
        OperationId: {
          description: "The same as `operationId` in the body.",
          required: true,
          schema: { $ref: "#/components/schemas/OperationId" },
        },
        OperationLocation: {
          description: "The same as `operationLocation` in the body.",
          required: true,
          schema: { $ref: "#/components/schemas/Location" },
        },
        ResourceId: {
          description: "The same as `resourceId` in the body.",
          required: true,
          schema: { $ref: "#/components/schemas/SenderPoolId" },
        },
        ResourceLocation: {
          description: "The same as `resourceLocation` in the body.",
          required: true,
          schema: { $ref: "#/components/schemas/Location" },
        },
        RequestId: {
          description: "The ID of this request in the server's logs.",
          required: true,
          schema: { $ref: "#/components/schemas/RequestId" },
        },
        ETag: {
          description: "The version of the pool, for `If-Match`.",
          required: true,
          schema: { $ref: "#/components/schemas/EntityTag" },
        },
        Allow: {
          description: "The methods that the resource supports.",
          required: true,
          schema: { type: "string", minLength: 1, maxLength: 64, examples: ["GET, POST"] },
        },
        WwwAuthenticate: {
          description: "How to authenticate.",
          required: true,
          schema: {
            type: "string",
            pattern: "^Basic( .{1,200})?$",
            examples: ["Basic realm=\"SenderPools\", charset=\"UTF-8\""],
          },
        },
        RetryAfter: {
          description: "Seconds to wait before the next attempt.",
          schema: { type: "integer", minimum: 0, maximum: 86400, examples: [1] },
        },
        RateLimit: {
          description: "The remaining quota, and the seconds until it resets.",
          schema: { type: "string", minLength: 1, maxLength: 128, examples: ["\"default\";r=0;t=1"] },
        },
        RateLimitPolicy: {
          description: "The quota and its window in seconds.",
          schema: { type: "string", minLength: 1, maxLength: 128, examples: ["\"default\";q=200;w=2"] },
        },
      },
      schemas: {
        SenderPoolId: {
          description: "A TypeID: a prefix and a UUIDv7, so IDs sort by creation time. The API publishes the pattern without its closing `$`, which\nwould make the quantifier meaningless; here it is anchored.\n",
          type: "string",
          pattern: "^comms_senderpool_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$",
          examples: ["comms_senderpool_01h9krwprkeee8fzqspvwy6nq8"],
        },
        OperationId: {
          description: "The TypeID of an operation; it correlates everything that one request created.",
          type: "string",
          pattern: "^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$",
          examples: ["comms_operation_01h9krwprkeee8fzqspvwy6nq8"],
        },
        SenderId: {
          description: "The TypeID of a sender.",
          type: "string",
          pattern: "^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$",
          examples: ["comms_sender_01h9krwprkeee8fzqspvwy6nq8"],
        },
        Tags: {
          description: "Custom metadata, as key-value pairs.",
          type: "object",
          maxProperties: 10,
          propertyNames: { $ref: "#/components/schemas/TagKey" },
          additionalProperties: { $ref: "#/components/schemas/TagValue" },
          examples: [{ region: "APAC" }],
        },
        TagKey: {
          description: "Any characters.",
          type: "string",
          minLength: 1,
          maxLength: 128,
          examples: ["region"],
        },
        TagValue: {
          description: "Any text that parses as a Liquid template; variables are rendered per recipient when a message is sent, never\nby this API.\n",
          type: "string",
          minLength: 1,
          maxLength: 256,
          format: "liquid",
          examples: ["APAC", "Hello {{ recipient.firstName | default: 'there' }}"],
        },
        Name: {
          description: "A display name.",
          type: "string",
          maxLength: 256,
          examples: ["Sales Leads - APAC"],
        },
        Timestamp: {
          description: "A date-time in UTC.",
          type: "string",
          format: "date-time",
          pattern: "^[0-9T:.-]{19,30}Z$",
          examples: ["2023-09-05T22:54:57.299Z"],
        },
        Moment: {
          description: "A date-time of RFC 3339, with `T`, seconds and offset; no leap seconds.",
          type: "string",
          format: "date-time",
          examples: ["2024-01-15T09:30:00Z"],
        },
        Location: {
          description: "An absolute URL that can be fetched.",
          type: "string",
          format: "uri",
          maxLength: 2048,
          examples: ["https://comms.twilio.com/v1/SenderPools/comms_senderpool_01h9krwprkeee8fzqspvwy6nq8"],
        },
        IdempotencyKey: {
          description: "1 to 255 printable ASCII characters, bare or as a quoted string (RFC 9651). Parameters of a quoted string are not part of the key.\n",
          type: "string",
          maxLength: 1024,
          pattern: "^(?:[!#-~](?:[ -~]{0,253}[!-~])?|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255}\"(?:; *[a-z*][a-z0-9_.*-]*(?:=(?:\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*\"|[!#-:<-~]+))?)*)$",
          examples: ["\"9c2f7a52-6a0e-4f43-8f1f-0b7d2ad0c1b7\""],
        },
        EntityTag: {
          description: "A strong entity tag (RFC 9110).",
          type: "string",
          pattern: "^\"[!#-~]{1,64}\"$",
          examples: ["\"1\""],
        },
        EntityTagCondition: {
          description: "One or more entity tags, or `*` for any version (RFC 9110).",
          type: "string",
          maxLength: 1024,
          pattern: "^(?:\\*|(?:W/)?\"[!#-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-~]*\")*)$",
          examples: ["\"1\""],
        },
        RequestId: {
          description: "Visible ASCII characters.",
          type: "string",
          pattern: "^[!-~]{1,128}$",
          examples: ["req-1"],
        },
        PageToken: {
          description: "Opaque; bound to the account, the route and the filters. It does not expire.",
          type: "string",
          minLength: 1,
          maxLength: 1024,
          examples: ["eyJhZnRlciI6IjAxaDlrcndwcmtlZWU4ZnpxIn0"],
        },
        Channel: {
          description: "The channel of a sender.",
          type: "string",
          enum: ["SMS", "RCS", "EMAIL", "WHATSAPP", "PUSH"],
          examples: ["SMS"],
        },
        SenderStatus: {
          description: "The status of a sender.",
          type: "string",
          enum: ["ACTIVATED", "DEACTIVATED"],
          examples: ["ACTIVATED"],
        },
        SenderPoolOperationStatus: {
          description: "`PROCESSING` while senders are queued, `COMPLETED` when none is, `CANCELED` when the pool was deleted meanwhile.\n",
          type: "string",
          enum: ["PROCESSING", "COMPLETED", "CANCELED"],
          examples: ["COMPLETED"],
        },
        SenderPool: {
          description: "A set of senders that messages can be sent from.",
          type: "object",
          required: ["id", "name", "tags", "createdAt", "updatedAt"],
          properties: {
            id: { $ref: "#/components/schemas/SenderPoolId" },
            name: { $ref: "#/components/schemas/Name" },
            tags: { $ref: "#/components/schemas/Tags" },
            createdAt: { $ref: "#/components/schemas/Timestamp" },
            updatedAt: { $ref: "#/components/schemas/Timestamp" },
          },
        },
        SenderPoolList: {
          description: "A page of pools.",
          type: "object",
          required: ["senderPools", "pagination"],
          properties: {
            senderPools: { type: "array", items: { $ref: "#/components/schemas/SenderPool" } },
            pagination: { $ref: "#/components/schemas/Pagination" },
          },
        },
        CreateSenderPool: {
          description: "The properties of a new pool.",
          type: "object",
          additionalProperties: false,
          properties: {
            name: { description: "Stored as `\"\"` if absent.", $ref: "#/components/schemas/Name" },
            senders: {
              description: "The senders to add to the pool.",
              type: "array",
              maxItems: 10000,
              items: { $ref: "#/components/schemas/SenderReference" },
            },
            tags: { $ref: "#/components/schemas/Tags" },
          },
        },
        UpdateSenderPool: {
          description: "The properties to change.",
          type: "object",
          additionalProperties: false,
          properties: {
            name: { $ref: "#/components/schemas/Name" },
            tags: { $ref: "#/components/schemas/Tags" },
          },
        },
        SenderReference: {
          description: "A sender, named by its ID.",
          type: "object",
          additionalProperties: false,
          required: ["senderId"],
          properties: { senderId: { $ref: "#/components/schemas/SenderId" } },
        },
        SenderReferenceList: {
          description: "The senders to add.",
          type: "array",
          minItems: 1,
          maxItems: 1000,
          items: { $ref: "#/components/schemas/SenderReference" },
        },
        Sender: {
          description: "A number, address or app that messages are sent from.",
          type: "object",
          required: ["id", "displayName", "address", "channel", "status", "tags", "createdAt", "updatedAt"],
          properties: {
            id: { $ref: "#/components/schemas/SenderId" },
            displayName: {
              description: "A display name, or null.",
              type: ["string", "null"],
              maxLength: 256,
              examples: ["Front desk"],
            },
            address: {
              description: "The number or address, in the notation of its channel.",
              type: "string",
              minLength: 1,
              maxLength: 320,
              examples: ["+15005550006"],
            },
            channel: { $ref: "#/components/schemas/Channel" },
            status: { $ref: "#/components/schemas/SenderStatus" },
            tags: { $ref: "#/components/schemas/Tags" },
            createdAt: { $ref: "#/components/schemas/Timestamp" },
            updatedAt: { $ref: "#/components/schemas/Timestamp" },
          },
        },
        SenderList: {
          description: "A page of senders.",
          type: "object",
          required: ["senders", "pagination"],
          properties: {
            senders: { type: "array", items: { $ref: "#/components/schemas/Sender" } },
            pagination: { $ref: "#/components/schemas/Pagination" },
          },
        },
        SenderPoolOperation: {
          description: "A long-running operation that a request started.",
          type: "object",
          required: ["id", "status", "stats", "createdAt", "updatedAt"],
          properties: {
            id: { $ref: "#/components/schemas/OperationId" },
            status: { $ref: "#/components/schemas/SenderPoolOperationStatus" },
            stats: { $ref: "#/components/schemas/SenderPoolOperationStats" },
            createdAt: { $ref: "#/components/schemas/Timestamp" },
            updatedAt: { $ref: "#/components/schemas/Timestamp" },
          },
        },
        SenderPoolOperationStats: {
          description: "Counts of the requested senders; `total` is the sum of the others.",
          type: "object",
          required: ["total", "queued", "created", "failed"],
          properties: {
            total: { description: "All requested senders.", type: "integer", minimum: 0 },
            queued: { description: "Not processed yet.", type: "integer", minimum: 0 },
            created: { description: "Added to the pool.", type: "integer", minimum: 0 },
            failed: {
              description: "Not added: the account has no such sender, or the pool was deleted.",
              type: "integer",
              minimum: 0,
            },
          },
        },
        SenderPoolOperationList: {
          description: "A page of operations.",
          type: "object",
          required: ["operations", "pagination"],
          properties: {
            operations: { type: "array", items: { $ref: "#/components/schemas/SenderPoolOperation" } },
            pagination: { $ref: "#/components/schemas/Pagination" },
          },
        },
        Pagination: {
          description: "Tokens for paging through a list.",
          type: "object",
          required: ["next", "self"],
          properties: {
            next: {
              description: "The next page, or null on the last one.",
              anyOf: [{ $ref: "#/components/schemas/PageToken" }, { type: "null" }],
            },
            self: { description: "This page again.", $ref: "#/components/schemas/PageToken" },
          },
        },
        OperationAccepted: {
          description: "The operation that was started.",
          type: "object",
          required: ["operationId", "operationLocation"],
          properties: {
            operationId: { $ref: "#/components/schemas/OperationId" },
            operationLocation: { $ref: "#/components/schemas/Location" },
          },
        },
        ResourceAccepted: {
          description: "The pool that was changed.",
          type: "object",
          required: ["resourceId", "resourceLocation"],
          properties: {
            resourceId: { $ref: "#/components/schemas/SenderPoolId" },
            resourceLocation: { $ref: "#/components/schemas/Location" },
          },
        },
        Problem: {
          description: "A problem document (RFC 9457).",
          type: "object",
          required: ["type", "title", "status", "detail", "instance", "code"],
          properties: {
            type: {
              description: "A URI reference that identifies the problem type.",
              type: "string",
              format: "uri-reference",
              maxLength: 255,
            },
            title: {
              description: "A short summary of the problem type.",
              type: "string",
              minLength: 1,
              maxLength: 255,
            },
            status: { description: "The HTTP status.", type: "integer", minimum: 400, maximum: 599 },
            detail: {
              description: "What is wrong with this request and how to fix it.",
              type: "string",
              minLength: 1,
              maxLength: 2048,
            },
            instance: {
              description: "A URI reference that identifies this occurrence.",
              type: "string",
              format: "uri-reference",
              maxLength: 255,
            },
            code: { description: "The numeric error code.", type: "integer", minimum: 20000, maximum: 20599 },
            errors: {
              description: "All problems of the request; `detail` reports when more were found than are listed.",
              type: "array",
              minItems: 1,
              maxItems: 100,
              items: { $ref: "#/components/schemas/ProblemError" },
            },
          },
        },
        ProblemError: {
          description: "One problem of the request.",
          oneOf: [
            { $ref: "#/components/schemas/BodyError" },
            { $ref: "#/components/schemas/ParameterError" },
          ],
        },
        BodyError: {
          description: "A problem in the body.",
          type: "object",
          required: ["in", "pointer", "detail"],
          properties: {
            in: { description: "The location of the problem.", const: "body" },
            pointer: {
              description: "A JSON pointer (RFC 6901).",
              type: "string",
              format: "json-pointer",
              maxLength: 4096,
            },
            detail: { $ref: "#/components/schemas/ErrorDetail" },
          },
        },
        ParameterError: {
          description: "A problem with a parameter or header field.",
          type: "object",
          required: ["in", "name", "detail"],
          properties: {
            in: { description: "The location of the problem.", enum: ["query", "path", "header"] },
            name: { description: "The parameter's name.", type: "string", maxLength: 8192 },
            detail: { $ref: "#/components/schemas/ErrorDetail" },
          },
        },
        ErrorDetail: {
          description: "What is wrong.",
          type: "string",
          minLength: 1,
          maxLength: 2048,
          examples: ["must NOT have more than 10 properties"],
        },
      },
      responses: {
        OperationAccepted: {
          description: "Accepted; the work continues as an operation.",
          headers: {
            Location: { $ref: "#/components/headers/Location" },
            "Operation-Id": { $ref: "#/components/headers/OperationId" },
            "Operation-Location": { $ref: "#/components/headers/OperationLocation" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/OperationAccepted" },
              examples: {
                started: {
                  value: {
                    operationId: "comms_operation_01h9krwprkeee8fzqspvwy6nq8",
                    operationLocation: "https://comms.twilio.com/v1/SenderPools/Operations/comms_operation_01h9krwprkeee8fzqspvwy6nq8",
                  },
                },
              },
            },
          },
          links: {
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
        ResourceAccepted: {
          description: "Done; the changed pool is in the body.",
          headers: {
            Location: { $ref: "#/components/headers/Location" },
            "Resource-Id": { $ref: "#/components/headers/ResourceId" },
            "Resource-Location": { $ref: "#/components/headers/ResourceLocation" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/ResourceAccepted" },
              examples: {
                done: {
                  value: {
                    resourceId: "comms_senderpool_01h9krwprkeee8fzqspvwy6nq8",
                    resourceLocation: "https://comms.twilio.com/v1/SenderPools/comms_senderpool_01h9krwprkeee8fzqspvwy6nq8",
                  },
                },
              },
            },
          },
          links: {
            resource: {
              operationId: "fetchSenderPool",
              description: "The pool as it is now.",
              parameters: { senderPoolId: "$response.body#/resourceId" },
            },
          },
        },
        BadRequest: {
          description: "The request is invalid.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Bad Request",
                    status: 400,
                    detail: "The request has 1 problem.",
                    instance: "urn:request:req-1",
                    code: 20001,
                    errors: [
                      { in: "body", pointer: "/tags", detail: "must NOT have more than 10 properties" },
                    ],
                  },
                },
              },
            },
          },
        },
        Unauthorized: {
          description: "The credentials are missing or wrong.",
          headers: {
            "WWW-Authenticate": { $ref: "#/components/headers/WwwAuthenticate" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Unauthorized",
                    status: 401,
                    detail: "Authenticate with accountId:authToken or apiKey:apiKeySecret (HTTP Basic).",
                    instance: "urn:request:req-1",
                    code: 20003,
                  },
                },
              },
            },
          },
        },
        NotFound: {
          description: "The resource does not exist in this account.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Not Found",
                    status: 404,
                    detail: "The sender pool does not exist.",
                    instance: "urn:request:req-1",
                    code: 20404,
                  },
                },
              },
            },
          },
        },
        MethodNotAllowed: {
          description: "The resource does not support this method.",
          headers: {
            Allow: { $ref: "#/components/headers/Allow" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Method Not Allowed",
                    status: 405,
                    detail: "This resource supports GET and POST.",
                    instance: "urn:request:req-1",
                    code: 20405,
                  },
                },
              },
            },
          },
        },
        RequestTimeout: {
          description: "The request took too long to arrive.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Request Timeout",
                    status: 408,
                    detail: "Send the whole request within 30 seconds.",
                    instance: "urn:request:req-1",
                    code: 20408,
                  },
                },
              },
            },
          },
        },
        Conflict: {
          description: "The first request with this key is still in progress.",
          headers: {
            "Retry-After": { $ref: "#/components/headers/RetryAfter" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Conflict",
                    status: 409,
                    detail: "The first request with this Idempotency-Key is still in progress; retry in a moment.",
                    instance: "urn:request:req-1",
                    code: 20409,
                  },
                },
              },
            },
          },
        },
        PreconditionFailed: {
          description: "The pool has changed.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Precondition Failed",
                    status: 412,
                    detail: "The sender pool has changed since; fetch it and use its ETag.",
                    instance: "urn:request:req-1",
                    code: 20412,
                  },
                },
              },
            },
          },
        },
        ContentTooLarge: {
          description: "The body is too large.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Content Too Large",
                    status: 413,
                    detail: "The body exceeds 2097152 bytes.",
                    instance: "urn:request:req-1",
                    code: 20413,
                  },
                },
              },
            },
          },
        },
        UnsupportedMediaType: {
          description: "The media type of the body is not supported.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Unsupported Media Type",
                    status: 415,
                    detail: "Send the body as application/json.",
                    instance: "urn:request:req-1",
                    code: 20415,
                  },
                },
              },
            },
          },
        },
        UnprocessableContent: {
          description: "The key was used with another request.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Unprocessable Content",
                    status: 422,
                    detail: "This Idempotency-Key was used with another body; use a new key.",
                    instance: "urn:request:req-1",
                    code: 20422,
                  },
                },
              },
            },
          },
        },
        TooManyRequests: {
          description: "Too many requests.",
          headers: {
            "Retry-After": { $ref: "#/components/headers/RetryAfter" },
            RateLimit: { $ref: "#/components/headers/RateLimit" },
            "RateLimit-Policy": { $ref: "#/components/headers/RateLimitPolicy" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Too Many Requests",
                    status: 429,
                    detail: "Wait 1 second.",
                    instance: "urn:request:req-1",
                    code: 20429,
                  },
                },
              },
            },
          },
        },
        RequestHeaderFieldsTooLarge: {
          description: "The header fields are too large.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Request Header Fields Too Large",
                    status: 431,
                    detail: "The header fields exceed 16384 bytes in total.",
                    instance: "urn:request:req-1",
                    code: 20431,
                  },
                },
              },
            },
          },
        },
        InternalServerError: {
          description: "The server failed.",
          headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Internal Server Error",
                    status: 500,
                    detail: "An internal error occurred. Your request was valid; try again.",
                    instance: "urn:request:req-1",
                    code: 20500,
                  },
                },
              },
            },
          },
        },
        ServiceUnavailable: {
          description: "The server is temporarily unavailable.",
          headers: {
            "Retry-After": { $ref: "#/components/headers/RetryAfter" },
            "Request-Id": { $ref: "#/components/headers/RequestId" },
          },
          content: {
            "application/problem+json": {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: {
                problem: {
                  value: {
                    type: "about:blank",
                    title: "Service Unavailable",
                    status: 503,
                    detail: "The server is temporarily unavailable; try again in a moment.",
                    instance: "urn:request:req-1",
                    code: 20503,
                  },
                },
              },
            },
          },
        },
      },
      examples: {
        SenderPool: {
          summary: "A tagged pool",
          value: {
            id: "comms_senderpool_01h9krwprkeee8fzqspvwy6nq8",
            name: "Sales Leads - APAC",
            tags: { region: "APAC" },
            createdAt: "2023-09-05T22:54:57.299Z",
            updatedAt: "2023-09-05T22:54:57.299Z",
          },
        },
        SenderPoolList: {
          summary: "The last page",
          value: {
            senderPools: [
              {
                id: "comms_senderpool_01h9krwprkeee8fzqspvwy6nq8",
                name: "Sales Leads - APAC",
                tags: { region: "APAC" },
                createdAt: "2023-09-05T22:54:57.299Z",
                updatedAt: "2023-09-05T22:54:57.299Z",
              },
            ],
            pagination: { next: null, self: "eyJhZnRlciI6IjAxaDlrcndwcmtlZWU4ZnpxIn0" },
          },
        },
        SenderPoolOperation: {
          summary: "All done",
          value: {
            id: "comms_operation_01h9krwprkeee8fzqspvwy6nq8",
            status: "COMPLETED",
            stats: { total: 1, queued: 0, created: 1, failed: 0 },
            createdAt: "2023-09-05T22:54:57.299Z",
            updatedAt: "2023-09-05T22:54:57.303Z",
          },
        },
        SenderPoolOperationList: {
          summary: "The last page",
          value: {
            operations: [
              {
                id: "comms_operation_01h9krwprkeee8fzqspvwy6nq8",
                status: "COMPLETED",
                stats: { total: 1, queued: 0, created: 1, failed: 0 },
                createdAt: "2023-09-05T22:54:57.299Z",
                updatedAt: "2023-09-05T22:54:57.303Z",
              },
            ],
            pagination: { next: null, self: "eyJhZnRlciI6IjAxaDlrcndwcmtlZWU4ZnpxIn0" },
          },
        },
        Sender: {
          summary: "A phone number",
          value: {
            id: "comms_sender_01h9krwprkeee8fzqspvwy6nq8",
            displayName: "Front desk",
            address: "+15005550006",
            channel: "SMS",
            status: "ACTIVATED",
            tags: {},
            createdAt: "2023-09-05T22:54:57.299Z",
            updatedAt: "2023-09-05T22:54:57.299Z",
          },
        },
        SenderList: {
          summary: "The last page",
          value: {
            senders: [
              {
                id: "comms_sender_01h9krwprkeee8fzqspvwy6nq8",
                displayName: "Front desk",
                address: "+15005550006",
                channel: "SMS",
                status: "ACTIVATED",
                tags: {},
                createdAt: "2023-09-05T22:54:57.299Z",
                updatedAt: "2023-09-05T22:54:57.299Z",
              },
            ],
            pagination: { next: null, self: "eyJhZnRlciI6IjAxaDlrcndwcmtlZWU4ZnpxIn0" },
          },
        },
      },
    },
  },
  operations: [
    {
      operationId: "listSenderPools",
      path: "/SenderPools",
      method: "get",
      exact: {
        operationId: "listSenderPools",
        tags: ["SenderPools"],
        summary: "List sender pools",
        description: "Pools in order of creation, oldest first.",
        "x-sdk": { method: "list" },
        parameters: [
          {
            name: "startDate",
            in: "query",
            description: "Only resources created after this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "endDate",
            in: "query",
            description: "Only resources created before this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "operationId",
            in: "query",
            description: "Only pools that this operation created or added senders to. An unknown operation gives an empty list.",
            schema: { $ref: "#/components/schemas/OperationId" },
          },
          {
            name: "pageToken",
            in: "query",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
            schema: { $ref: "#/components/schemas/PageToken" },
          },
          {
            name: "pageSize",
            in: "query",
            description: "The maximum number of entries per page.",
            schema: { type: "integer", minimum: 1, maximum: 1000, default: 50, examples: [50] },
          },
        ],
        responses: {
          "200": {
            description: "A page of pools.",
            headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SenderPoolList" },
                examples: { lastPage: { $ref: "#/components/examples/SenderPoolList" } },
              },
            },
            links: {
              next: {
                operationId: "listSenderPools",
                description: "The next page, while `pagination.next` is not null.",
                parameters: { pageToken: "$response.body#/pagination/next" },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "createSenderPool",
      path: "/SenderPools",
      method: "post",
      exact: {
        operationId: "createSenderPool",
        tags: ["SenderPools"],
        summary: "Create a sender pool",
        description: "The pool exists when the `202` arrives; its senders are added as the operation proceeds. To find the pool,\nlist pools by the operation's ID.\n",
        "x-sdk": { method: "create" },
        parameters: [
          {
            name: "Idempotency-Key",
            in: "header",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
            schema: { $ref: "#/components/schemas/IdempotencyKey" },
          },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/CreateSenderPool" },
              examples: {
                regionalSales: {
                  summary: "A pool with a tag and one sender",
                  value: {
                    name: "Sales Leads - APAC",
                    senders: [{ senderId: "comms_sender_01h9krwprkeee8fzqspvwy6nq8" }],
                    tags: { region: "APAC" },
                  },
                },
                empty: { summary: "An empty pool", value: {} },
              },
            },
          },
        },
        responses: {
          "202": { $ref: "#/components/responses/OperationAccepted" },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "408": { $ref: "#/components/responses/RequestTimeout" },
          "409": { $ref: "#/components/responses/Conflict" },
          "412": { $ref: "#/components/responses/PreconditionFailed" },
          "413": { $ref: "#/components/responses/ContentTooLarge" },
          "415": { $ref: "#/components/responses/UnsupportedMediaType" },
          "422": { $ref: "#/components/responses/UnprocessableContent" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "listSenderPoolOperations",
      path: "/SenderPools/Operations",
      method: "get",
      exact: {
        operationId: "listSenderPoolOperations",
        tags: ["SenderPools"],
        summary: "List sender pool operations",
        description: "Operations in order of creation, oldest first.",
        "x-sdk": { method: "listOperations" },
        parameters: [
          {
            name: "startDate",
            in: "query",
            description: "Only resources created after this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "endDate",
            in: "query",
            description: "Only resources created before this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "status",
            in: "query",
            description: "Only operations in this state.",
            schema: { $ref: "#/components/schemas/SenderPoolOperationStatus" },
          },
          {
            name: "pageToken",
            in: "query",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
            schema: { $ref: "#/components/schemas/PageToken" },
          },
          {
            name: "pageSize",
            in: "query",
            description: "The maximum number of entries per page.",
            schema: { type: "integer", minimum: 1, maximum: 1000, default: 50, examples: [50] },
          },
        ],
        responses: {
          "200": {
            description: "A page of operations.",
            headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SenderPoolOperationList" },
                examples: { lastPage: { $ref: "#/components/examples/SenderPoolOperationList" } },
              },
            },
            links: {
              next: {
                operationId: "listSenderPoolOperations",
                description: "The next page, while `pagination.next` is not null.",
                parameters: { pageToken: "$response.body#/pagination/next" },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "fetchSenderPoolOperation",
      path: "/SenderPools/Operations/{operationId}",
      method: "get",
      exact: {
        operationId: "fetchSenderPoolOperation",
        tags: ["SenderPools"],
        summary: "Fetch a sender pool operation",
        description: "The status and progress of an operation. Operations stay readable after their pool is deleted.",
        "x-sdk": { method: "fetchOperation" },
        responses: {
          "200": {
            description: "The operation.",
            headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SenderPoolOperation" },
                examples: {
                  processing: {
                    summary: "Half of the senders have been added",
                    value: {
                      id: "comms_operation_01h9krwprkeee8fzqspvwy6nq8",
                      status: "PROCESSING",
                      stats: { total: 1000, queued: 500, created: 499, failed: 1 },
                      createdAt: "2023-09-05T22:54:57.299Z",
                      updatedAt: "2023-09-05T22:54:57.750Z",
                    },
                  },
                  completed: { $ref: "#/components/examples/SenderPoolOperation" },
                },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        parameters: [
          {
            name: "operationId",
            in: "path",
            required: true,
            description: "The operation's ID, as returned with the `202`.",
            schema: { $ref: "#/components/schemas/OperationId" },
          },
        ],
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "fetchSenderPool",
      path: "/SenderPools/{senderPoolId}",
      method: "get",
      exact: {
        operationId: "fetchSenderPool",
        tags: ["SenderPools"],
        summary: "Fetch a sender pool",
        description: "The pool without its senders, which are listed separately.",
        "x-sdk": { method: "fetch" },
        responses: {
          "200": {
            description: "The pool.",
            headers: {
              ETag: { $ref: "#/components/headers/ETag" },
              "Request-Id": { $ref: "#/components/headers/RequestId" },
            },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SenderPool" },
                examples: { tagged: { $ref: "#/components/examples/SenderPool" } },
              },
            },
            links: {
              senders: {
                operationId: "listSenderPoolSenders",
                description: "The senders in the pool.",
                parameters: { senderPoolId: "$response.body#/id" },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        parameters: [
          {
            name: "senderPoolId",
            in: "path",
            required: true,
            description: "The pool's ID.",
            schema: { $ref: "#/components/schemas/SenderPoolId" },
          },
        ],
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "updateSenderPool",
      path: "/SenderPools/{senderPoolId}",
      method: "patch",
      exact: {
        operationId: "updateSenderPool",
        tags: ["SenderPools"],
        summary: "Update a sender pool",
        description: "Absent fields stay unchanged. `tags` replaces all tags, `{}` removes them. The update has been applied when the\n`202` arrives.\n",
        "x-sdk": { method: "update" },
        parameters: [
          {
            name: "senderPoolId",
            in: "path",
            required: true,
            description: "The pool's ID.",
            schema: { $ref: "#/components/schemas/SenderPoolId" },
          },
          {
            name: "If-Match",
            in: "header",
            description: "The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.",
            schema: { $ref: "#/components/schemas/EntityTagCondition" },
          },
          {
            name: "Idempotency-Key",
            in: "header",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
            schema: { $ref: "#/components/schemas/IdempotencyKey" },
          },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/UpdateSenderPool" },
              examples: {
                renamed: {
                  summary: "A new name and other tags",
                  value: { name: "Customer Support Senders - Tier 1", tags: { tier: "1" } },
                },
                untagged: { summary: "All tags removed", value: { tags: {} } },
              },
            },
          },
        },
        responses: {
          "202": { $ref: "#/components/responses/ResourceAccepted" },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "408": { $ref: "#/components/responses/RequestTimeout" },
          "409": { $ref: "#/components/responses/Conflict" },
          "412": { $ref: "#/components/responses/PreconditionFailed" },
          "413": { $ref: "#/components/responses/ContentTooLarge" },
          "415": { $ref: "#/components/responses/UnsupportedMediaType" },
          "422": { $ref: "#/components/responses/UnprocessableContent" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "deleteSenderPool",
      path: "/SenderPools/{senderPoolId}",
      method: "delete",
      exact: {
        operationId: "deleteSenderPool",
        tags: ["SenderPools"],
        summary: "Delete a sender pool",
        description: "The pool and its memberships are deleted when the `202` arrives. The senders stay; an operation that was still filling\nthe pool is canceled.\n",
        "x-sdk": { method: "delete" },
        parameters: [
          {
            name: "senderPoolId",
            in: "path",
            required: true,
            description: "The pool's ID.",
            schema: { $ref: "#/components/schemas/SenderPoolId" },
          },
          {
            name: "If-Match",
            in: "header",
            description: "The last `ETag` that the client received. The write is rejected with `412` if the pool has changed since.",
            schema: { $ref: "#/components/schemas/EntityTagCondition" },
          },
          {
            name: "Idempotency-Key",
            in: "header",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
            schema: { $ref: "#/components/schemas/IdempotencyKey" },
          },
        ],
        responses: {
          "202": { $ref: "#/components/responses/ResourceAccepted" },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "408": { $ref: "#/components/responses/RequestTimeout" },
          "409": { $ref: "#/components/responses/Conflict" },
          "412": { $ref: "#/components/responses/PreconditionFailed" },
          "413": { $ref: "#/components/responses/ContentTooLarge" },
          "422": { $ref: "#/components/responses/UnprocessableContent" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "listSenderPoolSenders",
      path: "/SenderPools/{senderPoolId}/Senders",
      method: "get",
      exact: {
        operationId: "listSenderPoolSenders",
        tags: ["SenderPools"],
        summary: "List the senders of a pool",
        description: "Senders in order of their own creation, oldest first.",
        "x-sdk": { method: "listSenders" },
        parameters: [
          {
            name: "senderPoolId",
            in: "path",
            required: true,
            description: "The pool's ID.",
            schema: { $ref: "#/components/schemas/SenderPoolId" },
          },
          {
            name: "channel",
            in: "query",
            description: "Only senders of this channel.",
            schema: { $ref: "#/components/schemas/Channel" },
          },
          {
            name: "status",
            in: "query",
            description: "Only senders in this state.",
            schema: { $ref: "#/components/schemas/SenderStatus" },
          },
          {
            name: "startDate",
            in: "query",
            description: "Only resources created after this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "endDate",
            in: "query",
            description: "Only resources created before this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "pageToken",
            in: "query",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
            schema: { $ref: "#/components/schemas/PageToken" },
          },
          {
            name: "pageSize",
            in: "query",
            description: "The maximum number of entries per page.",
            schema: { type: "integer", minimum: 1, maximum: 1000, default: 50, examples: [50] },
          },
        ],
        responses: {
          "200": {
            description: "A page of senders.",
            headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SenderList" },
                examples: { lastPage: { $ref: "#/components/examples/SenderList" } },
              },
            },
            links: {
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
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "addSenderPoolSenders",
      path: "/SenderPools/{senderPoolId}/Senders",
      method: "post",
      exact: {
        operationId: "addSenderPoolSenders",
        tags: ["SenderPools"],
        summary: "Add senders to a pool",
        description: "Adding a member again changes nothing and counts as created. A sender that does not exist in the account\ncounts as failed.\n",
        "x-sdk": { method: "addSender" },
        parameters: [
          {
            name: "senderPoolId",
            in: "path",
            required: true,
            description: "The pool's ID.",
            schema: { $ref: "#/components/schemas/SenderPoolId" },
          },
          {
            name: "Idempotency-Key",
            in: "header",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
            schema: { $ref: "#/components/schemas/IdempotencyKey" },
          },
        ],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/SenderReferenceList" },
              examples: {
                one: {
                  summary: "One sender",
                  value: [{ senderId: "comms_sender_01h9krwprkeee8fzqspvwy6nq8" }],
                },
              },
            },
          },
        },
        responses: {
          "202": { $ref: "#/components/responses/OperationAccepted" },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "408": { $ref: "#/components/responses/RequestTimeout" },
          "409": { $ref: "#/components/responses/Conflict" },
          "412": { $ref: "#/components/responses/PreconditionFailed" },
          "413": { $ref: "#/components/responses/ContentTooLarge" },
          "415": { $ref: "#/components/responses/UnsupportedMediaType" },
          "422": { $ref: "#/components/responses/UnprocessableContent" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "removeSenderPoolSender",
      path: "/SenderPools/{senderPoolId}/Senders/{senderId}",
      method: "delete",
      exact: {
        operationId: "removeSenderPoolSender",
        tags: ["SenderPools"],
        summary: "Remove a sender from a pool",
        description: "The sender is removed from the pool when the `202` arrives, and stays in the account. Removing a sender that is not a member is a `404`.\n",
        "x-sdk": { method: "removeSender" },
        parameters: [
          {
            name: "senderPoolId",
            in: "path",
            required: true,
            description: "The pool's ID.",
            schema: { $ref: "#/components/schemas/SenderPoolId" },
          },
          {
            name: "senderId",
            in: "path",
            required: true,
            description: "The sender's ID.",
            schema: { $ref: "#/components/schemas/SenderId" },
          },
          {
            name: "Idempotency-Key",
            in: "header",
            description: "A key of your choice, bare or as a quoted string. The same key with the same request returns the first response\nagain for 24 hours. With another body it is rejected (`422`), as it is while the first request is in progress (`409`).\n",
            schema: { $ref: "#/components/schemas/IdempotencyKey" },
          },
        ],
        responses: {
          "202": { $ref: "#/components/responses/ResourceAccepted" },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "408": { $ref: "#/components/responses/RequestTimeout" },
          "409": { $ref: "#/components/responses/Conflict" },
          "412": { $ref: "#/components/responses/PreconditionFailed" },
          "413": { $ref: "#/components/responses/ContentTooLarge" },
          "422": { $ref: "#/components/responses/UnprocessableContent" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "listSenders",
      path: "/Senders",
      method: "get",
      exact: {
        operationId: "listSenders",
        tags: ["Senders"],
        summary: "List senders",
        description: "Senders in order of creation, oldest first.",
        "x-sdk": { method: "list" },
        parameters: [
          {
            name: "channel",
            in: "query",
            description: "Only senders of this channel.",
            schema: { $ref: "#/components/schemas/Channel" },
          },
          {
            name: "status",
            in: "query",
            description: "Only senders in this state.",
            schema: { $ref: "#/components/schemas/SenderStatus" },
          },
          {
            name: "startDate",
            in: "query",
            description: "Only resources created after this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "endDate",
            in: "query",
            description: "Only resources created before this date-time (exclusive).",
            schema: { $ref: "#/components/schemas/Moment" },
          },
          {
            name: "pageToken",
            in: "query",
            description: "A token from the `pagination` of another page. It includes the filters of that request: omit them or send them\nunchanged.\n",
            schema: { $ref: "#/components/schemas/PageToken" },
          },
          {
            name: "pageSize",
            in: "query",
            description: "The maximum number of entries per page.",
            schema: { type: "integer", minimum: 1, maximum: 1000, default: 50, examples: [50] },
          },
        ],
        responses: {
          "200": {
            description: "A page of senders.",
            headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/SenderList" },
                examples: { lastPage: { $ref: "#/components/examples/SenderList" } },
              },
            },
            links: {
              next: {
                operationId: "listSenders",
                description: "The next page, while `pagination.next` is not null.",
                parameters: { pageToken: "$response.body#/pagination/next" },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
    {
      operationId: "fetchSender",
      path: "/Senders/{senderId}",
      method: "get",
      exact: {
        operationId: "fetchSender",
        tags: ["Senders"],
        summary: "Fetch a sender",
        description: "One sender of the account.",
        "x-sdk": { method: "fetch" },
        responses: {
          "200": {
            description: "The sender.",
            headers: { "Request-Id": { $ref: "#/components/headers/RequestId" } },
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Sender" },
                examples: { sms: { $ref: "#/components/examples/Sender" } },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
          "401": { $ref: "#/components/responses/Unauthorized" },
          "404": { $ref: "#/components/responses/NotFound" },
          "405": { $ref: "#/components/responses/MethodNotAllowed" },
          "429": { $ref: "#/components/responses/TooManyRequests" },
          "431": { $ref: "#/components/responses/RequestHeaderFieldsTooLarge" },
          "500": { $ref: "#/components/responses/InternalServerError" },
          "503": { $ref: "#/components/responses/ServiceUnavailable" },
        },
        parameters: [
          {
            name: "senderId",
            in: "path",
            required: true,
            description: "The sender's ID.",
            schema: { $ref: "#/components/schemas/SenderId" },
          },
        ],
        security: [{ accountAuthToken: [] }, { apiKeySecret: [] }],
      },
    },
  ],
  basePath: "/v1",
};
