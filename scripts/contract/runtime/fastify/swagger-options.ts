// Options for `@fastify/swagger`: adds the parts of the document that routes do not carry, and restores what
// the plugin would change.

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
