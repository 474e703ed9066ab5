// Tries `contract server` with documents of real APIs: whether a server is generated, compiles under
// `strict`, and responds to a request of its first operation. `node --import=tsx
// scripts/project/documents/server-documents.ts [part of a name]`.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { fastify, type FastifyInstance } from "fastify";
import { runCommandLine } from "../../contract/cli/run-command-line.ts";
import { notFetched } from "../installed-apart.ts";
import { complaintsOf } from "./compiler-complaints.ts";
import { realDocuments } from "./real-documents.ts";

interface Server {
  readonly addOperations: (app: FastifyInstance, options: object, handlers: object) => void;
  readonly serverOptions: object;
  readonly basePath: string;
  readonly HttpError: new (status: number, detail: string) => Error;
}

type Operations = Readonly<Record<string, { readonly method: string; readonly path: string }>>;
type Routes = Readonly<Record<string, { readonly schema: { readonly security?: readonly object[] } }>>;

/** Status that only the handlers return. */
const reached = 418;
const write = (text: string): void => void process.stdout.write(`${text}\n`);

const documents = realDocuments(process.argv[2]);
if (documents === undefined) write(notFetched);
const counts = { made: 0, compiled: 0, answered: 0 };
for (const { name, path } of documents ?? []) {
  const folder = mkdtempSync(join(tmpdir(), "server-documents-"));
  try {
    write(`${name.padEnd(45)} ${await tried(path, folder)}`);
  } catch (error) {
    write(`${name.padEnd(45)} failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (documents !== undefined)
  write(`${counts.made} of ${documents.length} made, ${counts.compiled} compile, ${counts.answered} answer`);

async function tried(document: string, folder: string): Promise<string> {
  const said: string[] = [];
  const io = { out: () => undefined, err: (text: string) => void said.push(text), cwd: folder, env: {} };
  if ((await runCommandLine(["server", document, "--out", "generated"], io)) !== 0)
    throw new Error(said.join("\n"));
  counts.made += 1;
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const complaints = complaintsOf(join(folder, "generated/server.ts"), { skipLibCheck: true });
  if (complaints.length === 0) counts.compiled += 1;
  const { operations, statuses } = await responsesOf(join(folder, "generated"));
  const isAnswered = statuses.every((status) => status < 500);
  if (isAnswered) counts.answered += 1;
  const left = said.join("\n").match(/left out/g)?.length ?? 0;
  return `${operations} operations, ${left} left out · ${complaints.length} complaints · ${statuses.join(", ")}${["", ...complaints.slice(0, 3)].join("\n    ")}`;
}

/** Returns the responses of the first operation, and of a path that does not exist. */
async function responsesOf(generated: string): Promise<{ operations: number; statuses: number[] }> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(generated, file)).href);
  const { addOperations, serverOptions, basePath, HttpError } = (await load("server.ts")) as Server;
  const { operations } = (await load("operations.ts")) as { operations: Operations };
  const { routes } = (await load("routes.ts")) as { routes: Routes };
  const schemes = Object.values(routes).flatMap(({ schema }) => (schema.security ?? []).flatMap(Object.keys));
  const authenticate = Object.fromEntries(schemes.map((scheme) => [scheme, () => ({})]));
  const handle = (): never => {
    throw new HttpError(reached, "reached");
  };
  const app = fastify({ ...serverOptions, logger: false });
  try {
    const handlers = Object.fromEntries(Object.keys(operations).map((id) => [id, handle]));
    addOperations(app, schemes.length === 0 ? {} : { authenticate }, handlers);
    const [first] = Object.values(operations);
    const asked = [
      { method: first?.method ?? "GET", path: first?.path ?? "/" },
      { method: "GET", path: "/nothing/is/here" },
    ];
    const statuses: number[] = [];
    for (const { method, path } of asked) {
      const url = `${basePath}${path.replaceAll(/\{[^{}]*\}/g, "1")}`;
      const response = await app.inject({ method: method as "GET", url });
      statuses.push(response.statusCode);
    }
    return { operations: Object.keys(operations).length, statuses };
  } finally {
    await app.close();
  }
}
