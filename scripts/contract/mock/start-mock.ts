// Starts a mock in this process: what the command does, and what tests import.
import { resolve } from "node:path";
import type { OpenApiDocument } from "../document/document.ts";
import { knownFormats } from "../lint/formats.ts";
import { andThen } from "../runtime/boundary/maybe-promise.ts";
import { controlPath } from "../runtime/control/control-surface.ts";
import { Faults } from "../runtime/control/faults.ts";
import { Journal, type JournalEntry, type JournalFilter } from "../runtime/control/journal.ts";
import { Snapshots } from "../runtime/control/snapshots.ts";
import { StatedAnswers } from "./answers/stated-answers.ts";
import { type Credential, credentialsOf, firstTenant, guardOf } from "./credentials.ts";
import type { DataFile } from "./data-file.ts";
import { preflight, shared } from "./cross-origin.ts";
import { journalEntry, secretsOf } from "./journal-entry.ts";
import { listen } from "./listen.ts";
import { Mock, type MockedContract, type MockExchange } from "./mock.ts";
import { mockContractOf } from "./mock-contract.ts";
import { MockControl } from "./mock-control.ts";
import { faultyApiOf, mockRoutes } from "./mock-routes.ts";
import { MockRouter } from "./mock-router.ts";
import { MockState, type SeedData } from "./mock-state.ts";
import { readMocked } from "./read-mocked.ts";
import type { Seeds } from "./seed-files.ts";

export interface MockOptions {
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string | undefined;
  /** The port to listen on. Default: 0, a free one. */
  readonly port?: number | undefined;
  /** Chooses among what the document leaves open; the same seed, the same answers. Default: 0, the first of everything. */
  readonly seed?: number | undefined;
  /** Credentials by security scheme, for Basic as `user:password`; the n-th of each scheme is of the n-th tenant. Default: made up. */
  readonly credentials?: readonly { readonly scheme: string; readonly value: string }[] | undefined;
  /** Bytes of a request's body at most. Default: 10 MiB. */
  readonly maxBody?: number | undefined;
  /** Milliseconds before every response. Default: 0. */
  readonly delay?: number | undefined;
  /** A file that keeps what is created; a response to a write leaves after its commit. Default: memory alone. */
  readonly data?: string | undefined;
  /** What tenants begin with. */
  readonly seeds?: Seeds | undefined;
  /** Whether pages of other origins may call. Default: false. */
  readonly cors?: boolean | undefined;
  /** Where relative paths start. Default: the working directory. */
  readonly directory?: string | undefined;
  readonly allowUrls?: boolean | undefined;
  readonly allowOutside?: boolean | undefined;
  readonly onExchange?: ((exchange: MockExchange) => void) | undefined;
}

/** A mock that runs. */
export interface RunningMock {
  /** Where it listens, without a path: `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** The address that clients of the first document take, with the path of its server. */
  readonly url: string;
  readonly credentials: readonly Credential[];
  readonly contracts: readonly MockedContract[];
  /** The requests of the last while, the oldest first. */
  journal(filter?: JournalFilter): readonly JournalEntry[];
  /** Back to the start: what was created, the journal and the faults of a tenant. Default: of the first. */
  reset(tenant?: string): Promise<void>;
  /** A tenant's things, as seeds are written. Default: of the first. */
  exported(tenant?: string): SeedData;
  close(): Promise<void>;
}

/** The documents with what answers for them, and their state. */
export interface PreparedMock {
  readonly contracts: readonly MockedContract[];
  readonly state: MockState;
}

type Documents = string | OpenApiDocument | readonly (string | OpenApiDocument)[];

/** Reads the documents; nothing listens yet. */
export async function prepareMock(documents: Documents, options: MockOptions = {}): Promise<PreparedMock> {
  const { host = "127.0.0.1", seed = 0, directory = process.cwd(), allowUrls } = options;
  const list = Array.isArray(documents)
    ? (documents as readonly (string | OpenApiDocument)[])
    : [documents as string | OpenApiDocument];
  const reading = { directory, allowUrls, allowOutside: options.allowOutside ?? false };
  const read = await Promise.all(
    list.map(async (one) => (typeof one === "string" ? readMocked(one, reading) : one)),
  );
  const formats = knownFormats();
  const given = options.credentials ?? [];
  const contracts = read.map((document): MockedContract => {
    const contract = mockContractOf(document, formats);
    const credentials = credentialsOf(contract.schemes, { given, seed, guessable: isLoopback(host) });
    return {
      contract,
      credentials,
      answers: new StatedAnswers(contract, seed),
      guard: guardOf(contract, credentials),
    };
  });
  const file = options.data === undefined ? undefined : await openData(resolve(directory, options.data));
  return { contracts, state: new MockState(contracts, { seeds: options.seeds, file }) };
}

/** The engine is loaded by those who keep something. */
async function openData(path: string): Promise<DataFile> {
  const { DataFile: file } = await import("./data-file.ts");
  return file.open(path);
}

/** @param documents  paths, URLs (where they are allowed), git revisions, or documents that were read already */
export async function startMock(documents: Documents, options: MockOptions = {}): Promise<RunningMock> {
  const { host = "127.0.0.1", port = 0, maxBody = 10 * 2 ** 20 } = options;
  const { contracts, state } = await prepareMock(documents, options);
  const plain = contracts.map(({ contract }) => contract);
  const journal = new Journal();
  const api = faultyApiOf(plain);
  const faults = new Faults(api);
  const secrets = secretsOf(plain);
  const mock = new Mock({
    contracts,
    router: new MockRouter(plain),
    faults,
    answering: [state.answer],
    delay: options.delay ?? 0,
    onExchange: (exchange) => {
      journal.add(journalEntry(exchange, secrets));
      options.onExchange?.(exchange);
    },
  });
  const parts = { api, faults, journal, data: state, snapshots: new Snapshots<unknown>(), state };
  const control = new MockControl(mockRoutes, parts, contracts);
  let origin = "";
  const respond: Parameters<typeof listen>[0]["respond"] = (sent) =>
    isControl(sent.head.target) ? control.respond(sent) : mock.respond(sent, origin);
  const listening = await listen({
    host,
    port,
    maxBody,
    respond:
      options.cors === true
        ? (sent) => preflight(sent) ?? andThen(respond(sent), (response) => shared(response, sent))
        : respond,
  });
  origin = listening.url;
  const basePath = Object.values(plain[0]?.operations ?? {})[0]?.basePath ?? "";
  return {
    origin,
    url: origin + basePath,
    contracts,
    credentials: contracts.flatMap(({ credentials }) => credentials),
    journal: (filter) => journal.list(filter),
    exported: (tenant = firstTenant) => state.exported(tenant),
    reset: async (tenant = firstTenant) => {
      await state.reset(tenant);
      faults.clear(tenant);
      journal.clear(tenant);
    },
    close: async () => {
      await listening.close();
      state.close();
    },
  };
}

function isControl(target: string): boolean {
  return target.startsWith(controlPath) && /^[/?#]?$/.test(target.charAt(controlPath.length));
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
