// The packed client of test/fixtures/documents/told.yaml, which has streams, tokens of OAuth 2 and webhooks.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Test } from "tap";
import type { Fetch } from "../../client/request/build-request.ts";
import type { Logger } from "../../client/log-to.ts";
import type { Hooks } from "../../client/hooks.ts";
import type { createNodeFetch } from "../../client/node.ts";
import type { OAuthOptions, RenewableToken, TokenError } from "../../client/credentials/oauth.ts";
import type { HandleOptions } from "../../client/webhooks/handle.ts";
import type { WebhookError, WebhookHeaders, WebhookSecret } from "../../client/webhooks/verify.ts";
import { installed, installPeer } from "./made-package.ts";
import { runInWebRealm } from "./web-realm.ts";

export interface Note {
  readonly n: number;
}

type Stream = (options?: {
  readonly timeout?: number;
  readonly silence?: number;
}) => AsyncIterable<Note | { readonly data: Note }>;

export interface Told {
  readonly events: Stream;
  readonly ended: Stream;
  readonly asked: Stream;
  readonly lines: Stream;
  readonly sequence: Stream;
  fetch(): Promise<Note>;
  make(): Promise<void>;
}

interface ToldOptions {
  readonly baseUrl: string;
  readonly fetch?: Fetch | undefined;
  readonly timeout?: number;
  readonly maxAttempts?: number;
  readonly backoff?: { readonly first: number; readonly longest: number };
  readonly token?: string | RenewableToken;
  readonly hooks?: Hooks;
}

export interface NoteEvent {
  readonly name: "noted";
  readonly id: string;
  readonly body: Note;
}

type Receiving = HandleOptions<NoteEvent>;

/** What the package exports, as far as the tests use it. */
export interface ToldPackage {
  readonly ToldClient: new (options: ToldOptions) => { readonly default: Told };
  readonly createNodeFetch: typeof createNodeFetch;
  readonly logTo: (logger: Logger) => Hooks;
  readonly oauth: (options: OAuthOptions) => RenewableToken;
  readonly TokenError: typeof TokenError;
  readonly unwrap: (
    body: string | Uint8Array,
    headers: WebhookHeaders,
    secret: WebhookSecret,
  ) => Promise<NoteEvent>;
  readonly webhookHandler: (options: Receiving) => (request: Request) => Promise<Response>;
  readonly webhookPlugin: (options: Receiving) => (fastify: never) => Promise<void>;
  readonly WebhookError: typeof WebhookError;
}

/** The package, the programs of its README, and the project in which it is installed. */
export interface InstalledTold {
  readonly told: ToldPackage;
  readonly programs: Programs;
  readonly folder: string;
}

/** Generates the package, installs its archive in a folder and imports it. */
export async function toldPackage(root: string): Promise<InstalledTold> {
  const name = "packed-told";
  const folder = await installed(root, "told.yaml", "--name", name);
  installPeer(folder);
  const module = join(folder, "told.mjs");
  const entries = ["", "/node", "/oauth", "/webhooks"];
  writeFileSync(module, entries.map((entry) => `export * from "${name}${entry}";\n`).join(""));
  const told = (await import(pathToFileURL(module).href)) as ToldPackage;
  const readme = readFileSync(join(folder, "node_modules", name, "README.md"), "utf8");
  const texts = [...readme.matchAll(/```js\n([^]*?)```/g)].map(([, text = ""]) => text);
  const runInRealm = async (text: string): Promise<unknown> => (await runInWebRealm(folder, text)).report;
  return { told, programs: { texts, run: (text) => runProgram(folder, text), runInRealm }, folder };
}

/** The programs of a README. */
export interface Programs {
  readonly texts: readonly string[];
  /** Imports a program. */
  readonly run: (text: string) => Promise<unknown>;
  /** Runs a program in a realm with Web APIs only; resolves with what it reports. */
  readonly runInRealm: (text: string) => Promise<unknown>;
}

function runProgram(folder: string, text: string): Promise<unknown> {
  const module = join(folder, "readme.mjs");
  writeFileSync(module, text);
  return import(pathToFileURL(module).href);
}

/** Runs a test with the platform's fetch and with that of the Node entry. */
export function overTransports(
  t: Test,
  told: ToldPackage,
  run: (t: Test, fetch: Fetch | undefined) => void,
): void {
  const nodeFetch = told.createNodeFetch();
  t.teardown(() => nodeFetch.close());
  for (const [transport, fetch] of Object.entries({ fetch: undefined, "undici.request": nodeFetch })) {
    t.test(`the client over ${transport} handles every fault`, (t) => {
      t.jobs = 8;
      run(t, fetch);
      t.end();
    });
  }
}
