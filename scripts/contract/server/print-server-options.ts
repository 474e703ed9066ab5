// The end of a generated `server.ts`: its options, and the function that puts operations and handlers together.
import { type Code, emit, noCode } from "../generate/code.ts";

/** `guarded`: whether some operation asks for credentials. */
export function addOperations(guarded: boolean): Code {
  return emit`/** What a server needs beside its handlers. */
export interface Options${guarded ? emit`<Auth extends Authenticators = Authenticators>` : noCode} {
${guarded ? emit`  /** A function for each security scheme of the document. */\n  readonly authenticate: Auth;\n` : noCode}  /** What the document's own formats mean; of one that nobody knows, all is well. */
  readonly formats?: Partial<Formats>;
  /** Arrays and objects inside each other in a JSON body; a deeper one is rejected (400). Default: 32. */
  readonly maxDepth?: number;
  /** Whether answers are held against the document: one that breaks it is a 500, and the log names the place. Default: true. */
  readonly checkAnswers?: boolean;
  /** The path below which operations are served, in place of \`basePath\`; empty for none. */
  readonly basePath?: string;
  /** How errors are said, in place of plain problem documents. These are held against the document with \`checkAnswers\`, and the log says what breaks. */
  readonly problems?: ProblemCatalogue;
  /** Header fields of every response, errors included, made anew for each request. */
  readonly fields?: FieldsOf;
  /** What else is done with every exchange: limits by caller, counts, logs. */
  readonly steps?: Steps;
  /**
   * Whether exchanges leave Fastify as soon as the route of their operation is found: bodies are received and responses written on Node's own
   * objects, which is more than twice as fast. Of the application's hooks only \`onRequest\` and \`onResponse\` run then, and \`reply\` sends
   * nothing; \`steps\` do. Default: false.
   */
  readonly direct?: boolean;
  /** Once its \`draining\` is true, every response that is sent directly ends its connection. */
  readonly connection?: ConnectionState;
${
  guarded
    ? emit`  /**
   * Whether a connection that goes on sending the same \`Authorization\` is believed what \`authenticate\` said first. Not for tokens that end or are
   * taken back. Default: false.
   */
  readonly rememberCallers?: boolean;
`
    : noCode
}  /** Whether U+0000 may stand in the strings of a JSON body; databases often cannot keep it. Default: true. */
  readonly nul?: boolean;
  /** As many things that are wrong with a JSON text as are listed. Default: 100. */
  readonly maxProblems?: number;
  /** The \`WWW-Authenticate\` of a scheme in place of the usual one; a Digest with its nonce, for one. */
  readonly challenges?: { readonly [Scheme in keyof Credentials]?: (request: FastifyRequest) => string };
}

/**
 * Adds a route for every operation. Credentials are looked at first, then everything that is wrong with a request is said at
 * once; every error is a problem document (RFC 9457), also for paths and methods that are not there, unless the application has a
 * \`setErrorHandler\` of its own, which gets each of them as an \`HttpError\`. How much a body may
 * hold is Fastify's \`bodyLimit\`. Throws a TypeError when a handler or a function is missing, or one is there that the
 * document knows nothing of.
 *
 * @example
 * const app = fastify({ ...serverOptions, logger: true });
 * addOperations(app, { ${guarded ? emit`authenticate` : emit`checkAnswers: true`} }, handlers);
 */
export function addOperations${guarded ? emit`<const Auth extends Authenticators>` : noCode}(
  app: FastifyInstance,
  options: Options${guarded ? emit`<Auth>` : noCode},
  handlers: Handlers${guarded ? emit`<Auth>` : noCode},
): void {
  // The table is \`as const\`; \`Object.keys\` forgets the type of its keys.
  const ids = Object.keys(operations) as OperationId[];
  sameNames("handler", Object.keys(handlers), ids);
${guarded ? emit`  sameNames("authenticate function", Object.keys(options.authenticate), Object.keys(schemes));\n` : noCode}  const { requests, responses } = createValidators(createFormats(options.formats));
  // Of a document without operations, nothing has an id.
  const routeOf = (id: OperationId): Pick<Served, "schema"> & Partial<Pick<Served, "links">> => routes[id];
  const served = ids.map((id): Served => ({
    operation: operations[id],
    schema: routeOf(id).schema,
    links: routeOf(id).links,
    basePath: own(basePaths, id) ?? options.basePath ?? basePath,
    reader: parameters[id],
    requests: requests[id],
    answers: responses[id],
    forms: own(forms, id) ?? {},
    handle: handlers[id] as unknown as Served["handle"],
  }));
  serveOperations(app, served, {
    guard: { realm, schemes, authenticate: ${guarded ? emit`options.authenticate` : emit`{}`}, challenges: options.challenges ?? {}${guarded ? emit`, remembered: options.rememberCallers === true ? new WeakMap() : undefined` : noCode} },
    checkAnswers: options.checkAnswers ?? true,
    checkProblems: options.problems !== undefined && (options.checkAnswers ?? true),
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

/** What \`operationsPlugin\` is registered with. */
export interface PluginOptions extends Options {
  readonly handlers: Handlers;
}

/**
 * The same as a plugin, encapsulated as any other of Fastify: \`prefix\` goes before the paths, and hooks, decorators and plugins of the
 * instance it is registered on hold for its routes.
 *
 * @example await app.register(operationsPlugin, { ${guarded ? emit`authenticate, ` : noCode}handlers });
 */
export const operationsPlugin: FastifyPluginCallback<PluginOptions> = (app, options, done) => {
  addOperations(app, options, options.handlers);
  done();
};

/** An operation may be called as what every object has. */
function own<T>(table: { readonly [id: string]: T | undefined }, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}

function sameNames(what: string, given: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.find((name) => !given.includes(name));
  if (missing !== undefined) throw new TypeError(\`\${missing} has no \${what}\`);
  const surplus = given.find((name) => !wanted.includes(name));
  if (surplus !== undefined) throw new TypeError(\`\${what} \${surplus} belongs to nothing in the document\`);
}
`;
}
