// What `@fastify/swagger` is told of a document that routes do not say, and what of theirs it would not keep.

interface DocumentObject {
  readonly [key: string]: unknown;
}

/** As `@fastify/swagger` takes them; it is not needed for their types. */
export interface SwaggerOptions {
  // The plugin's own types are those of OpenAPI documents; any document is one here.
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
  /** In lower case. */
  readonly method: string;
  /** The operation as the document has it, where the schema of its route says less. */
  readonly exact?: object;
}

interface RouteLike {
  readonly schema?: { readonly operationId?: string };
  readonly url: string;
  readonly route: { readonly method: string | readonly string[] };
}

/**
 * @param head  the document without its paths
 * @param basePath  below which the routes are, and the paths of the document are not
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
      // To the id of an operation of HEAD, the plugin adds a word.
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
          // The plugin writes schemas as OpenAPI 3.0 knew them.
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

/** A path that the plugin leaves as it is, whatever stands in the document's. */
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
