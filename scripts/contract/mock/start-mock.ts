// Starts a mock in this process: what the command does, and what tests import.
import { resolve } from "node:path";
import type { OpenApiDocument } from "../document/document.ts";
import { knownFormats } from "../lint/formats.ts";
import { andThen } from "../runtime/boundary/maybe-promise.ts";
import { controlPath } from "../runtime/control/control-surface.ts";
import { Faults } from "../runtime/control/faults.ts";
import { readFaultRule } from "../runtime/control/faults.ts";
import { Journal } from "../runtime/control/journal.ts";
import { readExpectation, verify } from "../runtime/control/verification.ts";
import { Snapshots } from "../runtime/control/snapshots.ts";
import { StatedAnswers } from "./answers/stated-answers.ts";
import { credentialsOf, firstTenant, guardOf } from "./credentials.ts";
import type { DataFile } from "./data-file.ts";
import { preflight, shared } from "./cross-origin.ts";
import { secretsOf } from "../runtime/control/tell-request.ts";
import { journalEntry } from "./journal-entry.ts";
import { Deliveries, type Delivery } from "./deliveries/deliveries.ts";
import { Sender } from "./deliveries/sender.ts";
import { isSecret, madeUpSecret } from "./deliveries/signature.ts";
import { handledBy } from "./handlers/handled.ts";
import { readHandlers } from "./handlers/read-handlers.ts";
import { listen } from "./listen.ts";
import type { MockHandlers, MockOptions, RunningMock } from "./mock-api.d.ts";
import { Mock, type MockedContract, type MockExchange } from "./mock.ts";
import { mockContractOf } from "./mock-contract.ts";
import { MockControl } from "./mock-control.ts";
import { faultyApiOf, mockRoutes } from "./mock-routes.ts";
import { MockRouter } from "./mock-router.ts";
import { MockState } from "./mock-state.ts";
import { credentialFields } from "./show-credential.ts";
import { readMocked } from "./read-mocked.ts";

/** What the command asks for beside what tests can. */
export interface CommandOptions extends MockOptions {
  readonly onExchange?: ((exchange: MockExchange) => void) | undefined;
  /** Told of after each attempt to send something. */
  readonly onDelivery?: ((delivery: Delivery) => void) | undefined;
}

/** A mock that runs, and what it serves. */
export interface StartedMock extends RunningMock {
  readonly contracts: readonly MockedContract[];
}

/** The documents with what answers for them, and their state. */
export interface PreparedMock {
  readonly contracts: readonly MockedContract[];
  readonly state: MockState;
}

type Documents = string | OpenApiDocument | readonly (string | OpenApiDocument)[];

/** Reads the documents; nothing listens yet. */
export async function prepareMock(documents: Documents, options: CommandOptions = {}): Promise<PreparedMock> {
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
export async function startMock(documents: Documents, options: CommandOptions = {}): Promise<StartedMock> {
  const { host = "127.0.0.1", port = 0, maxBody = 10 * 2 ** 20 } = options;
  const { contracts, state } = await prepareMock(documents, options);
  const plain = contracts.map(({ contract }) => contract);
  const journal = new Journal();
  const api = faultyApiOf(plain);
  const faults = new Faults(api);
  const secrets = secretsOf(plain.flatMap(({ schemes }) => Object.values(schemes)));
  const webhookSecret = secretFor(options);
  const allowed = options.allowCallbacks ?? [];
  const deliveries = new Deliveries({ allowed, secret: webhookSecret, onAttempt: options.onDelivery });
  const sender = new Sender(contracts, deliveries, allowed);
  const handlers =
    typeof options.handlers === "string"
      ? await readHandlers(options.handlers, options.directory ?? process.cwd())
      : options.handlers;
  const handled = handlers === undefined ? [] : [handledBy(handlers as MockHandlers, contracts, state)];
  let origin = "";
  const mock = new Mock({
    contracts,
    router: new MockRouter(plain),
    faults,
    answering: [...handled, state.answer],
    delay: options.delay ?? 0,
    onExchange: (exchange) => {
      journal.add(journalEntry(exchange, secrets));
      sender.ran(exchange, origin);
      options.onExchange?.(exchange);
    },
  });
  const reset = async (tenant = firstTenant): Promise<void> => {
    await state.reset(tenant);
    faults.clear(tenant);
    journal.clear(tenant);
    sender.reset(tenant);
  };
  const snapshots = new Snapshots<unknown>();
  const overview = (tenant: string): object => ({ faults: faults.list(tenant) });
  const parts = {
    api,
    faults,
    journal,
    data: state,
    snapshots,
    state,
    sender,
    webhookSecret,
    reset,
    overview,
  };
  const control = new MockControl(mockRoutes, parts, contracts);
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
    headers: (tenant = firstTenant) => credentialFields(contracts, tenant),
    journal: (filter) => journal.list(filter),
    verify: (expected, tenant = firstTenant) => verify(journal.list({ tenant }), readExpectation(expected)),
    fault: (rule, tenant = firstTenant) => {
      faults.add(tenant, readFaultRule(rule, api));
    },
    exported: (tenant = firstTenant) => state.exported(tenant),
    webhook: (name, order = {}, tenant = firstTenant) => sender.webhook(tenant, name, order),
    deliveries: (tenant = firstTenant) => sender.deliveries.list(tenant),
    webhookSecret,
    reset,
    close: async () => {
      sender.deliveries.close();
      await listening.close();
      state.close();
    },
  };
}

/** What was given, else one that can be guessed on loopback only, as credentials can. */
function secretFor({ webhookSecret, seed = 0, host = "127.0.0.1" }: MockOptions): string {
  if (webhookSecret === undefined) return madeUpSecret(isLoopback(host) ? seed : undefined);
  if (isSecret(webhookSecret)) return webhookSecret;
  throw new TypeError("webhookSecret must be whsec_ and the base64 of 24 to 64 bytes");
}

function isControl(target: string): boolean {
  return target.startsWith(controlPath) && /^[/?#]?$/.test(target.charAt(controlPath.length));
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
