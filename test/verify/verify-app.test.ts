// Servers in the process of a test: Fastify applications that `contract server` generated, and functions that
// take a Request.
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fastify, type FastifyInstance } from "fastify";
import t from "tap";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import { verify } from "../../scripts/contract/verify/verify.ts";
import { verifyApp } from "../../scripts/contract/verify/verify-app.ts";
import { importTypeScript } from "../support/import-typescript.ts";
import { otherKey, ownKey, pets, startPets } from "./pets.ts";

interface Pet {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
}

interface Input {
  readonly callers: { readonly key: string };
  readonly path: { readonly petId: string };
  readonly query: { readonly limit?: number; readonly offset?: number; readonly kind?: string };
  readonly headers: { readonly "Idempotency-Key"?: string };
  readonly body: Omit<Pet, "id">;
}

/** A pet shop in memory; `onCreate` may store something other than the request. */
function shop(onCreate: (pet: Pet) => Pet): object {
  const accounts = new Map<string, Map<string, Pet>>();
  const done = new Map<string, { readonly pet: Pet; readonly body: string }>();
  const of = ({ callers: { key } }: Input): Map<string, Pet> => {
    const own = accounts.get(key) ?? new Map<string, Pet>();
    accounts.set(key, own);
    return own;
  };
  const notFound = {
    status: 404,
    body: { status: 404 },
    headers: { "Content-Type": "application/problem+json" },
  };
  return {
    listPets: (input: Input) => {
      const { limit = 50, offset = 0, kind } = input.query;
      const all = [...of(input).values()].filter((pet) => kind === undefined || pet.kind === kind);
      return { status: 200, body: all.slice(offset, offset + limit) };
    },
    createPet: (input: Input) => {
      const key = `${input.callers.key} ${input.headers["Idempotency-Key"] ?? randomUUID()}`;
      const body = JSON.stringify(input.body);
      const { pet, body: before } = done.get(key) ?? { pet: { id: randomUUID(), ...input.body }, body };
      if (before !== body) return { ...notFound, status: 422, body: { status: 422 } };
      done.set(key, { pet, body });
      of(input).set(pet.id, onCreate(pet));
      return { status: 201, body: pet };
    },
    fetchPet: (input: Input) => {
      const pet = of(input).get(input.path.petId);
      return pet === undefined ? notFound : { status: 200, body: pet };
    },
    updatePet: (input: Input) => {
      const pet = of(input).get(input.path.petId);
      if (pet === undefined) return notFound;
      const changed = { ...pet, ...input.body };
      of(input).set(pet.id, changed);
      return { status: 200, body: changed };
    },
    deletePet: (input: Input) => (of(input).delete(input.path.petId) ? { status: 204 } : notFound),
  };
}

const accounts = { credentials: { key: ownKey }, otherCredentials: { key: otherKey } };

t.test("a server generated with --with-test is verified by its generated test", async (t) => {
  const folder = t.testdir({ "pets.json": JSON.stringify(pets) });
  const said: string[] = [];
  const io = { cwd: folder, env: {}, out: () => undefined, err: (text: string) => said.push(text) };
  const command = ["server", "pets.json", "--out", "generated", "--with-test"];
  t.equal(await runCommandLine(command, io), 0, said.join("\n"));
  t.match(
    readFileSync(join(folder, "contract.test.ts"), "utf8"),
    'test("the server conforms to its document", () => verifyApp(app, "pets.json"));',
  );
  writeFileSync(join(folder, "contract.test.ts"), "// mine");
  t.equal(await runCommandLine(command, io), 0);
  t.equal(readFileSync(join(folder, "contract.test.ts"), "utf8"), "// mine", "it is written once");

  const made = (await importTypeScript(join(folder, "generated/server.ts"))) as {
    readonly addOperations: (app: FastifyInstance, options: object, handlers: object) => void;
    readonly serverOptions: object;
  };
  const serving = (handlers: object): FastifyInstance => {
    const app = fastify({ ...made.serverOptions });
    t.teardown(() => app.close());
    const authenticate = {
      key: ({ key }: { readonly key: string }) => ([ownKey, otherKey].includes(key) ? key : undefined),
    };
    made.addOperations(app, { authenticate }, handlers);
    return app;
  };
  const options = { ...accounts, directory: folder };
  const right = await verifyApp(serving(shop((pet) => pet)), "pets.json", options);
  t.same(right.findings, []);
  t.equal(right.coverage, 100);

  const wrong = serving(shop((pet) => ({ ...pet, name: pet.name.toUpperCase() })));
  await t.rejects(verifyApp(wrong, "pets.json", options), {
    message: /createPet {2}created-differs {2}body\/name/,
  });
  await t.rejects(
    verifyApp(serving(shop((pet) => pet)), "pets.json", { ...options, only: ["listPets"], minCoverage: 101 }),
  );
});

t.test(
  "any function of a Request is verified, and a URL is only read unless writes are allowed",
  async (t) => {
    const mock = await startPets(t);
    const methods = new Set<string>();
    const send = (request: Request): Promise<Response> => {
      methods.add(request.method);
      return fetch(
        new Request(mock.url + new URL(request.url).pathname + new URL(request.url).search, request),
      );
    };
    const options = { ...accounts, only: ["createPet"] };
    t.same((await verifyApp(send, mock.path, options)).findings, []);
    t.ok(methods.has("POST"));
    methods.clear();
    t.same((await verifyApp({ fetch: send }, mock.path, { ...options, write: false })).findings, []);
    t.notOk(methods.has("POST"));
    const { text } = await verifyApp(mock.url, mock.path, options);
    t.match(text, /createPet: POST may change something/);
  },
);

t.test("a run with long searches ends between two searches, and reports it", async (t) => {
  const branch = (index: number) => ({
    type: "object",
    properties: { [`p${index}`]: { type: "string" } },
    required: [`p${index}`],
  });
  const schema = { oneOf: Array.from({ length: 300 }, (_, index) => branch(index)) };
  const post = {
    operationId: "send",
    requestBody: { content: { "application/json": { schema } } },
    responses: { 204: { description: "Taken." } },
  };
  const folder = t.testdir({
    "long.json": JSON.stringify({
      ...{ openapi: "3.1.0", info: { title: "Long", version: "1.0.0" }, servers: [{ url: "/" }] },
      paths: { "/send": { post } },
    }),
  });
  const stop = new AbortController();
  const report = await verify({
    document: await readDocument(join(folder, "long.json")),
    write: true,
    signal: stop.signal,
    // Aborts in another turn of the event loop, as a signal does.
    fetch: () => {
      setImmediate(() => stop.abort());
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  });
  t.notOk(report.isComplete);
  const [entry] = report.coverage.constraints();
  t.equal(entry?.why.valid, "the run ended before");
  t.strictSame(entry?.impossible, {});
});
