// Serves operations with Fastify: reads and validates requests, calls handlers. Becomes part of a generated `server.ts`.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { parseQuery } from "./wire-query.ts";

/** What a validator of the generated tables is here. */
interface Check {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null | undefined;
}

interface RequestChecks {
  readonly path?: Check;
  readonly query?: Check;
  readonly headers?: Check;
  readonly cookies?: Check;
  readonly body?: Readonly<Record<string, Check>>;
}

interface Reader {
  query(raw: string, problems: ParameterProblem[]): unknown;
  path(raw: Record<string, string>, problems: ParameterProblem[]): unknown;
  headers(raw: Record<string, string | string[] | undefined>, problems: ParameterProblem[]): unknown;
  cookies(raw: string | undefined, problems: ParameterProblem[]): unknown;
}

/** One operation with all that serves it. */
export interface Served {
  readonly operation: {
    readonly method: string;
    readonly path: string;
    readonly body: { readonly required: boolean; readonly mediaTypes: readonly string[] } | undefined;
  };
  readonly reader: Reader;
  readonly requests: RequestChecks;
  /** The fields of form bodies, by media type. */
  readonly forms: Readonly<Record<string, readonly WireParameter[]>>;
  readonly handle: (input: unknown) => Promise<{ status: number; headers?: object; body?: unknown }>;
}

/** Adds routes. Every problem of a request is answered at once, as a 400 (RFC 9457). */
export function serveOperations(app: FastifyInstance, all: readonly Served[]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  for (const served of all) {
    const { method, path } = served.operation;
    if (!app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
    app.route({
      method,
      url: path.replace(/\{([^}]*)\}/g, (_, name: string) => `:p${Buffer.from(name).toString("hex")}`),
      handler: (request, reply) => answer(served, request, reply),
    });
  }
}

async function answer(served: Served, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { operation, reader, requests, handle } = served;
  const problems: ParameterProblem[] = [];
  const [, query = ""] = /\?(.*)$/.exec(request.url) ?? [];
  const input = {
    path: reader.path(rawPath(operation.path, request.url), problems),
    query: reader.query(query, problems),
    headers: reader.headers(request.headers, problems),
    cookies: reader.cookies(request.headers.cookie, problems),
  };
  const errors: { in: string; name?: string; detail: string }[] = [];
  const hold = (place: string, check: Check | undefined, value: unknown): void => {
    if (check === undefined || check(value)) return;
    for (const { instancePath, message = "" } of check.errors ?? [])
      errors.push({ in: place, detail: `${instancePath} ${message}`.trim() });
  };
  hold("path", requests.path, input.path);
  hold("query", requests.query, input.query);
  hold("header", requests.headers, input.headers);
  hold("cookie", requests.cookies, input.cookies);
  const { status, body, plain, failure } = await readBody(served, request, problems);
  if (status !== undefined) return refuse(reply, status, [{ in: "body", detail: failure ?? "" }]);
  for (const [type, check] of Object.entries(requests.body ?? {}))
    if (body !== undefined && typeOf(request, operation) === type) hold("body", check, plain);
  const wrong = [...problems, ...errors];
  if (wrong.length > 0) return refuse(reply, 400, wrong);
  const given = await handle({ ...input, body, request });
  for (const [name, value] of Object.entries(given.headers ?? {})) void reply.header(name, value);
  void reply.code(given.status);
  if (given.body === undefined) return reply.send();
  if (typeof given.body === "string" || given.body instanceof Uint8Array) return reply.send(given.body);
  return reply.type("application/json").send(JSON.stringify(given.body));
}

interface ReadBody {
  readonly body?: unknown;
  /** As the validators look at it: files are texts. */
  readonly plain?: unknown;
  readonly status?: number;
  readonly failure?: string;
}

async function readBody(
  { operation, forms }: Served,
  request: FastifyRequest,
  problems: ParameterProblem[],
): Promise<ReadBody> {
  const raw = request.body;
  if (!(raw instanceof Uint8Array) || raw.length === 0) {
    return operation.body?.required ? { status: 400, failure: "must be there" } : {};
  }
  if (operation.body === undefined) return {};
  const type = typeOf(request, operation);
  if (type === undefined) return { status: 415, failure: "must be of a declared media type" };
  const header = request.headers["content-type"] ?? "";
  try {
    if (/[/+]json\b/.test(type)) {
      const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
      return { body: value, plain: value };
    }
    const fields = forms[type];
    if (fields === undefined) return { body: raw, plain: Buffer.from(raw).toString("latin1") };
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the body is here already, bounded by Fastify's bodyLimit
    const form = await new Response(new Uint8Array(raw), { headers: { "Content-Type": header } }).formData();
    return await formValues(fields, form, problems);
  } catch (error) {
    return { status: 400, failure: error instanceof Error ? error.message : "cannot be read" };
  }
}

async function formValues(
  fields: readonly WireParameter[],
  form: FormData,
  problems: ParameterProblem[],
): Promise<ReadBody> {
  const texts: string[] = [];
  const files: [string, Blob][] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") texts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    else files.push([name, value]);
  }
  const values: Values = parseQuery(fields, texts.join("&"), problems);
  const body: Record<string, unknown> = { ...values };
  const plain: Record<string, unknown> = { ...values };
  for (const [name, file] of files) {
    const isList = fields.some((field) => field.name === name && field.shape.kind === "array");
    const content = Buffer.from(await file.arrayBuffer()).toString("latin1");
    body[name] = isList ? [...asList(body[name]), file] : file;
    plain[name] = isList ? [...asList(plain[name]), content] : content;
  }
  return { body, plain };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The declared media type that the request's is. */
function typeOf(request: FastifyRequest, operation: Served["operation"]): string | undefined {
  const type = (request.headers["content-type"] ?? "").replace(/\s*;[^]*/, "").toLowerCase();
  return operation.body?.mediaTypes.find((declared) => {
    const essence = declared.replace(/\s*;[^]*/, "").toLowerCase();
    return (
      essence === type ||
      (essence.endsWith("/*") && type.startsWith(essence.replace("*/*", "").replace("*", "")))
    );
  });
}

/** Path values by name, as they were sent. */
function rawPath(template: string, url: string): Record<string, string> {
  const names: string[] = [];
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{([^}]*)\}/g, (_, name: string) => {
    names.push(name);
    return "([^/]*)";
  });
  const values = new RegExp(`${pattern}$`).exec(url.replace(/[?#].*$/, ""))?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
}

function refuse(reply: FastifyReply, status: number, errors: readonly object[]): FastifyReply {
  const title = status === 400 ? "Bad Request" : "Unsupported Media Type";
  return reply.code(status).type("application/problem+json").send(JSON.stringify({ title, status, errors }));
}
