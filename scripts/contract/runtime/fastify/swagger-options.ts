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
  readonly schema?: { readonly operationId?: string };
  readonly url: string;
  readonly route: { readonly method: string | readonly string[] };
}

/**
 * @param head  the document without its paths
 * @param basePath  the path below which the routes are; the paths of the document do not include it
 */
export function swaggerOptionsOf(
  head: DocumentObject,
  operations: readonly ToldOperation[],
  basePath: string,
): SwaggerOptions {
  const known = new Map(operations.map((operation) => [operation.operationId, operation]));
  const paths = [...new Set(operations.map(({ path }) => path))];
  return {
    openapi: head,
    stripBasePath: false,
    convertConstToEnum: false,
    transform: ({ schema, url, route }: RouteLike) => {
      const given = schema?.operationId ?? "";
      // The plugin appends a suffix to the operation id of HEAD.
      const operationId = route.method === "HEAD" ? given.replace(/-head$/, "") : given;
      const operation = known.get(operationId);
      if (operation !== undefined)
        return { schema: { ...schema, operationId }, url: placeholder(paths.indexOf(operation.path)) };
      return {
        schema,
        url: basePath !== "" && url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url,
      };
    },
    transformObject: ({ openapiObject }: { readonly openapiObject: DocumentObject }) => {
      const found = members(openapiObject["paths"]).map(([url, item]): [string, unknown] => {
        const path = paths.find((_, at) => placeholder(at) === url);
        return path === undefined ? [url, item] : [path, withExact(members(item), path, operations)];
      });
      return {
        ...head,
        ...openapiObject,
        components: {
          ...object(openapiObject["components"]),
          // The plugin converts schemas to OpenAPI 3.0.
          schemas: {
            ...object(object(openapiObject["components"])["schemas"]),
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
  path: string,
  operations: readonly ToldOperation[],
): object {
  const told = item.map(([method, operation]): [string, unknown] => {
    if (method === "additionalOperations") return [method, withExact(members(operation), path, operations)];
    const exact = operations.find((one) => one.path === path && one.method === method.toLowerCase())?.exact;
    return [method, exact ?? operation];
  });
  return Object.fromEntries(told);
}

function members(value: unknown): [string, unknown][] {
  return Object.entries(object(value));
}

function object(value: unknown): DocumentObject {
  return typeof value === "object" && value !== null ? (value as DocumentObject) : {};
}
