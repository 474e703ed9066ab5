// Library entry point: verifies a server against a document, and returns its defects and what was not tested.
import type { OpenApiDocument } from "../document/document.ts";
import { readApi } from "../exchange/api.ts";
import { FindingLog } from "./judge/finding-log.ts";
import type { Report } from "./report/report.ts";
import { cleanUp } from "./run/clean-up.ts";
import { Coverage } from "./run/coverage.ts";
import { DocumentModel } from "./run/document-model.ts";
import { explore } from "./run/explore.ts";
import { runCases } from "./run/run-cases.ts";
import { RunContext } from "./run/run-context.ts";
import { KnownResources } from "./run/known-resources.ts";
import type { Account } from "./send/account.ts";
import { Connections } from "./send/connections.ts";
import { Pace } from "./send/pace.ts";
import { type Fetch, Sender, type SenderOptions, type Sent } from "./send/sender.ts";
import { runSequences, sequencesOf } from "./sequences/run-sequences.ts";

/** Options of a verification. */
export interface VerifyOptions {
  readonly document: OpenApiDocument;
  /**
   * Base URL of the server, instead of the document's own. Default: http://localhost, for servers in this
   * process.
   */
  readonly target?: string | undefined;
  /** Sends the requests. Default: over HTTP, to `target`. */
  readonly fetch?: Fetch | undefined;
  /** Secrets by security scheme; for Basic `user:password`. Default: none. */
  readonly credentials?: Readonly<Record<string, string>> | undefined;
  /** Secrets of another account, which must not see anything of the first one. */
  readonly otherCredentials?: Readonly<Record<string, string>> | undefined;
  /** Whether requests may change data. Default: false. */
  readonly write?: boolean | undefined;
  /** Whether resources that existed before may be changed and removed, too. Default: false. */
  readonly changeExisting?: boolean | undefined;
  /** Maximum number of concurrent requests. Default: 4. */
  readonly concurrency?: number | undefined;
  /** Maximum number of requests per second. Default: no limit. */
  readonly rate?: number | undefined;
  /** Seconds after which no further case is started. Default: no limit. */
  readonly budget?: number | undefined;
  /** Order of operations; 0 is that of the document. Default: 0. */
  readonly seed?: number | undefined;
  /** Maximum duration of a response in milliseconds. Default: no limit. */
  readonly slow?: number | undefined;
  /** Timeout of a response in milliseconds. Default: 30,000. */
  readonly timeout?: number | undefined;
  /** Whether the first finding ends the run. Default: false. */
  readonly failFast?: boolean | undefined;
  /** Only these operations, by their ids. Default: all. */
  readonly only?: readonly string[] | undefined;
  /**
   * Ends the run: pending requests are awaited, created resources removed, and the results so far reported.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called for each request that was sent. */
  readonly onSent?: ((sent: Sent) => void) | undefined;
}

/**
 * Parts of a budget after which the lists of the server, and the sequences, are left for the cases: each has
 * its turn in a run that ends early. The sequences that are left run last.
 */
const shares = { explore: 0.15, sequences: 0.4 };

/**
 * Verifies a server against its document. Never rejects because of the server's behaviour.
 *
 * @throws DocumentError for a document that cannot be read completely
 * @example
 * const { findings } = await verify({ document, fetch: (request) => app.fetch(request), write: true });
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const { document, signal, budget = Infinity } = options;
  const began = Date.now();
  const api = readApi(document);
  const model = new DocumentModel(document, api);
  const coverage = new Coverage();
  const findings = new FindingLog(document);
  const isSpent = (share: number): boolean =>
    signal?.aborted === true ||
    Date.now() - began > budget * 1000 * share ||
    (options.failFast === true && !findings.isEmpty);
  const isOver = (): boolean => isSpent(1);
  const sent: Sent[] = [];
  const connections = new Connections();
  const context = new RunContext({
    ...{ document, api, model, findings, coverage, isOver },
    knownResources: new KnownResources(model.model),
    sender: senderOf(options, options.fetch ?? connections.fetch, sent),
    account: accountOf(options.credentials),
    other: options.otherCredentials === undefined ? undefined : accountOf(options.otherCredentials),
    settings: {
      write: options.write ?? false,
      changeExisting: options.changeExisting ?? false,
      concurrency: options.concurrency ?? 4,
      seed: options.seed ?? 0,
      runId: `${options.seed ?? 0}-${began.toString(36)}`,
      slow: options.slow,
      only: options.only && new Set(options.only),
    },
  });
  const sequences = sequencesOf(context);
  await explore(context, () => isSpent(shares.explore));
  await runSequences(sequences, () => isSpent(shares.sequences));
  await runCases(context);
  await runSequences(sequences, isOver);
  const isComplete = !isOver();
  const left = await cleanUp(context);
  connections.close();
  return {
    document,
    target: options.target,
    isComplete,
    findings: findings.list(api.operations),
    coverage,
    requests: sent.length,
    seconds: (Date.now() - began) / 1000,
    left,
    sent,
  };
}

function senderOf(options: VerifyOptions, fetch: SenderOptions["fetch"], sent: Sent[]): Sender {
  const { document, target = "http://localhost", timeout = 30_000, rate, onSent } = options;
  return new Sender({
    root: document.root,
    target,
    fetch,
    timeout,
    pace: new Pace({ rate }),
    signal: new AbortController().signal,
    onSent: (one) => {
      sent.push(one);
      onSent?.(one);
    },
  });
}

function accountOf(credentials: Readonly<Record<string, string>> = {}): Account {
  return new Map(Object.entries(credentials));
}
