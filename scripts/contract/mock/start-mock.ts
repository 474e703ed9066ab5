// Starts a mock in this process, for the command and for tests.
import { andThen } from "../runtime/boundary/maybe-promise.ts";
import { controlPath } from "../runtime/control/control-surface.ts";
import { Faults, type FaultyApi } from "../runtime/control/faults.ts";
import { Journal } from "../runtime/control/journal.ts";
import { Snapshots } from "../runtime/control/snapshots.ts";
import { describingWithout, secretsOf } from "../runtime/control/describe-request.ts";
import { firstTenant } from "./credentials.ts";
import { preflight, shared } from "./cross-origin.ts";
import { Deliveries, type Delivery } from "./deliveries/deliveries.ts";
import { Sender } from "./deliveries/sender.ts";
import { madeUpSecret } from "./deliveries/made-up-secret.ts";
import { isSecret } from "../runtime/deliveries/signature.ts";
import { JournalRecords } from "./journal-entry.ts";
import { listen } from "./listen.ts";
import { Mock, type MockedContract, type MockExchange } from "./mock.ts";
import type { MockOptions, RunningMock } from "./mock-api.d.ts";
import { MockControl } from "./mock-control.ts";
import { mockControls } from "./mock-controls.ts";
import { faultyApiOf, type MockControlParts, mockRoutes } from "./mock-routes.ts";
import { MockRouter } from "./mock-router.ts";
import {
  type Documents,
  isLoopback,
  prepareMock,
  type PreparedMock,
  type PrepareOptions,
} from "./prepare-mock.ts";
import { credentialFields } from "./show-credential.ts";
import { grantToken, type TokenEndpoint, tokenEndpoints } from "./token-endpoint.ts";

/** Options of the command that tests do not have. */
export interface CommandOptions extends PrepareOptions {
  readonly onExchange?: ((exchange: MockExchange) => void) | undefined;
  /** Called after each attempt of a delivery. */
  readonly onDelivery?: ((delivery: Delivery) => void) | undefined;
}

/** A running mock and the documents it serves. */
export interface StartedMock extends RunningMock {
  readonly contracts: readonly MockedContract[];
  readonly tokens: readonly TokenEndpoint[];
  /** The files that were read. */
  readonly files: ReadonlySet<string>;
  /**
   * Reads everything again and serves it instead, keeping the state that fits; resolves to sentences about
   * data that no longer fits. Rejects, and keeps serving as before, if something cannot be read.
   */
  reload(): Promise<readonly string[]>;
}

/** The parts of a mock that a reload replaces. */
interface Serving extends PreparedMock {
  readonly mock: Mock;
  readonly control: MockControl<MockControlParts>;
  readonly parts: MockControlParts;
  readonly api: FaultyApi;
  readonly tokens: readonly TokenEndpoint[];
}

/**
 * Starts a mock.
 *
 * @param documents  paths, URLs (if allowed), git revisions, or documents that are already read
 */
export async function startMock(documents: Documents, options: CommandOptions = {}): Promise<StartedMock> {
  const { host = "127.0.0.1", port = 0, maxBody = 10 * 2 ** 20 } = options;
  if (host === "") throw new TypeError("host must not be empty: that would be every address of the machine");
  const journal = new Journal();
  const records = new JournalRecords();
  const webhookSecret = secretFor(options);
  const allowed = options.allowCallbacks ?? [];
  const deliveries = new Deliveries({ allowed, secret: webhookSecret, onAttempt: options.onDelivery });
  const sender = new Sender(deliveries, allowed);
  // Faults apply to the documents that are served when they are set.
  const api: FaultyApi = {
    get operationIds() {
      return serving.api.operationIds;
    },
    anyStatus: true,
    declares: (operationId, status) => serving.api.declares(operationId, status),
  };
  const faults = new Faults(api);
  const snapshots = new Snapshots();
  const reset = async (tenant = firstTenant): Promise<void> => {
    await serving.state.reset(tenant);
    faults.clear(tenant);
    journal.clear(tenant);
    sender.reset(tenant);
  };
  const delay = { milliseconds: options.delay ?? 0 };
  let origin = "";
  const place = { hosts: [host], isLoopback: isLoopback(host) };
  const ui = options.ui ?? false;
  const serve = (prepared: PreparedMock): Serving => {
    const { contracts, state, answering } = prepared;
    const plain = contracts.map(({ contract }) => contract);
    const describe = describingWithout(secretsOf(plain.flatMap(({ schemes }) => Object.values(schemes))));
    sender.serve(contracts);
    const router = new MockRouter(plain);
    const mock = new Mock({
      contracts,
      router,
      faults,
      answering,
      delay: () => delay.milliseconds,
      onExchange: (exchange) => {
        journal.add(records.of(exchange), describe);
        sender.ran(exchange, origin);
        options.onExchange?.(exchange);
      },
    });
    const overview = (tenant: string): object => ({ faults: faults.list(tenant) });
    const shownState: MockControlParts["shownState"] = (tenant, most) => state.shown(tenant, most);
    const tested = { api, faults, journal, data: state, snapshots, shownState, overview };
    const parts = { ...tested, state, sender, webhookSecret, reset, delay };
    const control = new MockControl<MockControlParts>(mockRoutes, { parts, contracts }, { place, ui });
    const tokens = tokenEndpoints(contracts, router);
    return { ...prepared, mock, control, parts, api: faultyApiOf(plain), tokens };
  };
  let serving = serve(await prepareMock(documents, options));
  const respond: Parameters<typeof listen>[0]["respond"] = (sent) => {
    const { method, head } = sent;
    if (isControl(head.target)) return serving.control.respond(sent);
    const { tokens, mock } = serving;
    const endpoint =
      tokens.length === 0 || method !== "POST"
        ? undefined
        : tokens.find(({ path }) => path === head.target.replace(/[?#][^]*/, ""));
    return endpoint === undefined ? mock.respond(sent, origin) : grantToken(endpoint, sent);
  };
  // The control surface allows no page but its own, whatever `cors` allows for the API.
  const respondToAll: typeof respond = (sent) =>
    isControl(sent.head.target)
      ? respond(sent)
      : (preflight(sent) ?? andThen(respond(sent), (response) => shared(response, sent)));
  const listening = await listen({
    host,
    port,
    maxBody,
    respond: options.cors === true ? respondToAll : respond,
  });
  origin = listening.url;
  return {
    origin,
    url: origin + (serving.contracts[0]?.contract.basePath ?? ""),
    get contracts() {
      return serving.contracts;
    },
    get tokens() {
      return serving.tokens;
    },
    get files() {
      return serving.files;
    },
    get credentials() {
      return serving.contracts.flatMap(({ credentials }) => credentials);
    },
    headers: (tenant = firstTenant) => credentialFields(serving.contracts, tenant),
    ...mockControls(() => serving.parts),
    webhookSecret,
    reload: async () => {
      // The new state takes over the data file.
      const prepared = await prepareMock(documents, { ...options, data: undefined });
      prepared.state.pace = serving.state.pace;
      const lost = await prepared.state.adopt(serving.state);
      serving = serve(prepared);
      return lost;
    },
    close: async () => {
      sender.deliveries.close();
      await listening.close();
      serving.state.close();
    },
  };
}

/** Returns the given secret, else a generated one: predictable on loopback only, like credentials. */
function secretFor({ webhookSecret, seed = 0, host = "127.0.0.1" }: MockOptions): string {
  if (webhookSecret === undefined) return madeUpSecret(isLoopback(host) ? seed : undefined);
  if (isSecret(webhookSecret)) return webhookSecret;
  throw new TypeError("webhookSecret must be whsec_ and the base64 of 24 to 64 bytes");
}

function isControl(target: string): boolean {
  return target.startsWith(controlPath) && /^[/?#]?$/.test(target.charAt(controlPath.length));
}
