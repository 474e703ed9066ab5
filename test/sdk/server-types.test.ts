// The types of a generated server: missing or wrong options do not compile, and the arguments of handlers are
// typed.
import { join } from "node:path";
import t from "tap";
import { compileServer, generateServer } from "./generated-server.ts";

// Starts a compiler.
t.setTimeout(120_000);

/** Every scheme, and the authenticated client. */
const guarded = `import { fastify } from "fastify";
import { addOperations, type Authenticators, type Handlers, operationsPlugin, serverOptions } from "./generated/server.ts";

const authenticate = {
  user: ({ username, password }) => (password === "" ? undefined : { name: username }),
  token: async ({ token }) => (token === "" ? undefined : { token }),
  digest: ({ credentials }) => credentials.length,
  header: ({ key }, { operationId, request }) => \`\${operationId} \${request.id} \${key}\` as const,
  cookie: ({ key }) => key,
  query: ({ key }) => ({ key }),
  oauth: ({ token }) => ({ token, scopes: ["notes:read"] }),
  login: async () => ({ scopes: [] }),
  mutual: ({ authorized, certificate }) => (authorized ? certificate?.subject.CN : undefined),
} satisfies Authenticators;

const none = async (): Promise<{ status: 204 }> => ({ status: 204 });
const handlers: Handlers<typeof authenticate> = {
  open: async ({ callers }) => {
    // @ts-expect-error everybody may call it
    callers.user;
    return { status: 204 };
  },
  basic: async ({ callers }) => {
    const name: string = callers.user.name;
    return name === "" ? none() : { status: 204 };
  },
  both: async ({ callers }) => {
    const key: string = "query" in callers ? callers.query.key : \`\${callers.header}\${callers.cookie}\`;
    // @ts-expect-error not every alternative has it
    callers.query;
    return key === "" ? { status: 204 } : { status: 204, body: undefined };
  },
  fetchNote: async ({ path, callers }) => {
    const id: number = path.id;
    if (id === 0) return { status: 404, body: {} };
    if (id === 1) return { status: 200, headers: { "X-Rate": 1, "Content-Type": "text/plain" }, body: "short" };
    return { status: 200, headers: { "X-Rate": 1 }, body: { id, text: callers.user.name, secret: "" } };
  },
  replaceNote: async ({ query, headers, body }) => {
    const text: string = body.text;
    const force: boolean | undefined = query?.force;
    return { status: 200, body: { id: 1, ...body, text: \`\${text}\${force}\${headers["X-Trace"]}\` } };
  },
  bearer: none, digest: none, maybe: none, scoped: none, mutual: none, elsewhere: none,
  beside: none, act: none,
};
// @ts-expect-error this response is not declared
export const undeclared: typeof handlers.basic = async () => ({ status: 200, body: "" });
// @ts-expect-error the header is missing
export const bare: typeof handlers.fetchNote = async () => ({ status: 200, body: { id: 1, text: "", secret: "" } });

const app = fastify({ ...serverOptions, logger: true });
addOperations(app, { authenticate }, handlers);
// @ts-expect-error the functions are missing
addOperations(app, {}, handlers);
// @ts-expect-error one function is missing
addOperations(app, { authenticate: { ...authenticate, mutual: undefined } }, handlers);
// @ts-expect-error a scheme with scopes must return the granted ones
addOperations(app, { authenticate: { ...authenticate, oauth: () => ({ token: "" }) } }, { ...handlers });
const { open, ...others } = handlers;
// @ts-expect-error a handler is missing
addOperations(app, { authenticate }, others);
void open;

void app.register(operationsPlugin, { prefix: "/typed", authenticate, handlers });
void app.register(operationsPlugin<typeof authenticate>, {
  authenticate,
  handlers: { ...handlers, basic: async ({ callers: { user } }) => (user.name === "" ? none() : { status: 204 }) },
});
// @ts-expect-error the functions are missing
void app.register(operationsPlugin, { handlers });

addOperations(
  app,
  { authenticate },
  {
    ...handlers,
    basic: async ({ callers: { user } }) => {
      const name: string = user.name;
      return name === "" ? none() : { status: 204 };
    },
  },
);
`;

/** No credentials where the document requires none. */
const newer = `import { fastify } from "fastify";
import { addOperations, operationsPlugin } from "./generated/server.ts";
void fastify().register(operationsPlugin, {
  handlers: {
    search: async ({ body: { words } }) => ({ status: 200, body: [words] }),
    purge: async () => ({ status: 204 }),
    lines: async () => ({ status: 200, body: new ReadableStream() }),
  },
});
addOperations(fastify(), {}, {
  search: async ({ body: { words } }) => ({ status: 200, body: [words] }),
  purge: async () => ({ status: 204 }),
  lines: async () => ({ status: 200, body: new ReadableStream() }),
});
`;

/** No operation at all. */
const hooks = `import { fastify } from "fastify";
import { addOperations } from "./generated/server.ts";
addOperations(fastify(), {}, {});
`;

/** Files, strings and bytes. */
const hard = `import type { Handlers } from "./generated/server.ts";
export const upload: Handlers["upload"] = async ({ body: { file, tags } }) => {
  const name: string = file.name;
  return { status: 200, body: name + (tags ?? []).join() };
};
export const put: Handlers["put"] = async ({ body }) => ({ status: 200, body: body.subarray(1) });
export const events: Handlers["events"] = async () => ({ status: 200, body: new ReadableStream<Uint8Array>() });
export const pets: Handlers["pets"] = async () => ({ status: 200, body: [{ kind: "cat", lives: 9 }] });
export const form: Handlers["form"] = async ({ body: { list = [], nested } }) => ({
  status: 200,
  body: { ok: list[0] === 1 && nested?.deep === true },
});
`;

t.test("the types define what a server for a document must provide, and what it receives", async (t) => {
  const folder = t.testdir({ guarded: {}, newer: {}, hard: {}, "webhooks-only": {} });
  for (const name of ["guarded", "newer", "hard", "webhooks-only"])
    await generateServer(join(folder, name), `${name}.yaml`);
  const complaints = compileServer(folder, {
    "guarded/program.ts": guarded,
    "newer/program.ts": newer,
    "hard/program.ts": hard,
    "webhooks-only/program.ts": hooks,
  });
  t.equal(complaints, "");
});
