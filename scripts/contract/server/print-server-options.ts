// Prints the end of a generated `server.ts`: its options, and the function that connects operations and
// handlers.
import { type Code, emit, noCode } from "../generate/code.ts";

/** `guarded`: whether some operation requires credentials. */
export function addOperations(guarded: boolean): Code {
  return emit`/** The options of a server besides its handlers. */
export interface Options${guarded ? emit`<Auth extends Authenticators = Authenticators>` : noCode} {
${guarded ? emit`  /** A function for each security scheme of the document. */\n  readonly authenticate: Auth;\n` : noCode}  /** Checks for the document's own formats; unknown formats are not checked. */
  readonly formats?: Partial<Formats>;
  /** Maximum nesting of arrays and objects in a JSON body; a deeper one is rejected (400). Default: 32. */
  readonly maxDepth?: number;
  /**
   * Whether responses are validated: an invalid one becomes a 500, and the log names the location. Default:
   * true.
   */
  readonly checkResponses?: boolean;
  /** The path below which operations are served, instead of \`basePath\`; empty for none. */
  readonly basePath?: string;
  /**
   * Custom error bodies instead of problem documents; \`checkResponses\` validates them, too, and logs
   * violations.
   */
  readonly problems?: ProblemCatalogue;
  /** Header fields for every response, errors included; called for each request. */
  readonly fields?: FieldsOf;
  /** Steps around every exchange: limits by caller, counters, logs. */
  readonly steps?: Steps;
  /**
   * Whether exchanges bypass Fastify once the route is found: bodies are received and responses written on
   * Node's own objects, more than twice as fast. Of the application's hooks only \`onRequest\` and
   * \`onResponse\` run then. \`reply\` sends nothing, nor the header fields that hooks and plugins, such as
   * \`@fastify/cors\`, set on it; \`fields\` and \`steps\` are for those. Default: false.
   */
  readonly direct?: boolean;
  /** Once its \`draining\` is true, every response that is sent directly ends its connection. */
  readonly connection?: ConnectionState;
${
  guarded
    ? emit`  /**
   * Whether \`authenticate\` is called once for a connection that keeps sending the same \`Authorization\`.
   * Not for tokens that expire or can be revoked. Default: false.
   */
  readonly rememberCallers?: boolean;
`
    : noCode
}  /** Whether strings of a JSON body may contain U+0000, which many databases cannot store. Default: true. */
  readonly nul?: boolean;
  /** Maximum number of problems reported for a JSON text. Default: 100. */
  readonly maxProblems?: number;
  /** The \`WWW-Authenticate\` of a scheme, instead of the default; for example Digest with a nonce. */
  readonly challenges?: { readonly [Scheme in keyof Credentials]?: (request: FastifyRequest) => string };
}

/**
 * Adds a route for every operation. Credentials are checked first, then all problems of a request are
 * reported at once; every error is a problem document (RFC 9457), also for unknown paths and methods, unless
 * the application has a \`setErrorHandler\` of its own, which receives each as an \`HttpError\`. Fastify's
 * \`bodyLimit\` limits bodies. HEAD is served wherever GET is. Without a base path, an application's own
 * \`setNotFoundHandler\` responds to unknown paths and methods. Throws a TypeError for a handler or function
 * that is missing, or that the document does not declare.
 *
 * @example
 * const app = fastify({ ...serverOptions, logger: true });
 * addOperations(app, { ${guarded ? emit`authenticate` : emit`checkResponses: true`} }, handlers);
 */
export function addOperations${guarded ? emit`<const Auth extends Authenticators>` : noCode}(
  app: FastifyInstance,
  options: Options${guarded ? emit`<Auth>` : noCode},
  handlers: Handlers${guarded ? emit`<Auth>` : noCode},
): void {
  // The table is \`as const\`; \`Object.keys\` forgets the type of its keys.
  const ids = Object.keys(operations) as OperationId[];
  const declared: { readonly [id: string]: { readonly method: string; readonly path: string } } = operations;
  const needed = ids.map((id): [string, string] => [id, \`\${declared[id]?.method} \${declared[id]?.path}\`]);
  assertFunctions(handlers, { option: "handlers", each: "operation", needed: Object.fromEntries(needed) });
${
  guarded
    ? emit`  // JavaScript may leave out the options.
  const { authenticate } = (options as Options<Auth> | undefined) ?? {};
  const neededSchemes = Object.keys(schemes).map((name): [string, string] => [name, \`the security scheme \${name}\`]);
  assertFunctions(authenticate, { option: "authenticate", each: "security scheme", needed: Object.fromEntries(neededSchemes) });
`
    : noCode
}  const { requests, responses } = createValidators(createFormats(options.formats));
  // A document without operations has no operation ids.
  const routeOf = (id: OperationId): Pick<Served, "schema"> & Partial<Pick<Served, "links">> => routes[id];
  const served = ids.map((id): Served => ({
    operation: operations[id],
    schema: routeOf(id).schema,
    links: routeOf(id).links,
    basePath: own(basePaths, id) ?? options.basePath ?? basePath,
    reader: parameters[id],
    requests: requests[id],
    responses: responses[id],
    forms: own(forms, id) ?? {},
    handle: handlers[id] as unknown as Served["handle"],
  }));
  serveOperations(app, served, {
    guard: { realm, schemes, authenticate: ${guarded ? emit`options.authenticate` : emit`{}`}, challenges: options.challenges ?? {}${guarded ? emit`, remembered: options.rememberCallers === true ? new WeakMap() : undefined` : noCode} },
    checkResponses: options.checkResponses ?? true,
    checkProblems: options.problems !== undefined && (options.checkResponses ?? true),
    limits: {
      depth: options.maxDepth ?? usualLimits.depth,
      problems: options.maxProblems ?? usualLimits.problems,
      nul: options.nul ?? true,
    },
    problems: options.problems ?? plainProblems,
    fieldsOf: options.fields ?? (() => ({})),
    steps: options.steps ?? {},
    direct: options.direct ?? false,
    connection: options.connection,
  });
}

/** The options of \`operationsPlugin\`. */
export interface PluginOptions${guarded ? emit`<Auth extends Authenticators = Authenticators>` : noCode} extends Options${guarded ? emit`<Auth>` : noCode} {
  readonly handlers: Handlers${guarded ? emit`<Auth>` : noCode};
}

/**
 * The same as a plugin, encapsulated as any other of Fastify: \`prefix\` goes before the paths, and hooks,
 * decorators and plugins of the instance it is registered on hold for its routes.
${
  guarded
    ? emit` * Handlers receive the callers that \`authenticate\` returns. Functions that are written in place need a
 * type argument: \`operationsPlugin<typeof authenticate>\`, or \`<Authenticators>\` for any callers.
`
    : noCode
} *
 * @example await app.register(operationsPlugin${guarded ? emit`<typeof authenticate>, { authenticate,` : emit`, {`} handlers });
 */
export function operationsPlugin${guarded ? emit`<const Auth extends Authenticators>` : noCode}(
  app: FastifyInstance,
  options: PluginOptions${guarded ? emit`<Auth>` : noCode},
  done: (error?: Error) => void,
): void {
  pluginOf((scope) => addOperations(scope, options, options.handlers))(app, options, done);
}

/** The id of an operation may be a property name of every object, such as toString. */
function own<T>(table: { readonly [id: string]: T | undefined }, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
`;
}
