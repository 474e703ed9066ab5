// Loads everything a mock needs, without listening.
import { resolve } from "node:path";
import { announcePhase } from "../document/announce-progress.ts";
import type { OpenApiDocument } from "../document/document.ts";
import type { Reading } from "../document/read-document.ts";
import { knownFormats } from "../lint/formats.ts";
import { StatedResponses } from "./responses/stated-responses.ts";
import { credentialsOf, guardOf } from "./credentials.ts";
import type { DataFile } from "./data-file.ts";
import { handledBy } from "./handlers/handled.ts";
import { readHandlers } from "./handlers/read-handlers.ts";
import type { Responding, MockedContract } from "./mock.ts";
import type { MockHandlers, MockOptions } from "./mock-api.d.ts";
import { mockContractOf } from "./mock-contract.ts";
import { MockState } from "./mock-state.ts";
import { readMocked } from "./read-mocked.ts";

/** The documents with their responders and state. */
export interface PreparedMock {
  readonly contracts: readonly MockedContract[];
  readonly state: MockState;
  /** Responders, in order. */
  readonly answering: readonly Responding[];
  /** The files that were read. */
  readonly files: ReadonlySet<string>;
}

/** The command also reports options without effect. */
export type PrepareOptions = MockOptions & Pick<Reading, "notice">;

/** Documents by path, URL or git revision, or already read. */
export type Documents = string | OpenApiDocument | readonly (string | OpenApiDocument)[];

/** Reads the documents without listening. */
export async function prepareMock(documents: Documents, options: PrepareOptions = {}): Promise<PreparedMock> {
  const { host = "127.0.0.1", seed = 0, directory = process.cwd(), allowUrls, overlays, notice } = options;
  const list = Array.isArray(documents)
    ? (documents as readonly (string | OpenApiDocument)[])
    : [documents as string | OpenApiDocument];
  const files = new Set<string>();
  const onFile = (path: string): void => void files.add(path);
  const reading = {
    directory,
    allowUrls,
    allowOutside: options.allowOutside ?? false,
    overlays,
    notice,
    onFile,
  };
  const read = await Promise.all(
    list.map(async (one) => (typeof one === "string" ? readMocked(one, reading) : one)),
  );
  const formats = knownFormats();
  const given = options.credentials ?? [];
  const contracts = read.map((document): MockedContract => {
    announcePhase(`prepare the mock of ${document.name}`);
    const contract = mockContractOf(document, formats);
    const credentials = credentialsOf(contract.schemes, { given, seed, guessable: isLoopback(host) });
    return {
      contract,
      credentials,
      answers: new StatedResponses(contract, seed),
      guard: guardOf(contract, credentials),
    };
  });
  const handlers =
    typeof options.handlers === "string"
      ? await readHandlers(options.handlers, { directory, onFile })
      : (options.handlers as MockHandlers | undefined);
  const file = options.data === undefined ? undefined : await openData(resolve(directory, options.data));
  announcePhase("fill the mock");
  const state = new MockState(contracts, { seeds: options.seeds, file });
  const own = handlers === undefined ? [] : [handledBy(handlers, contracts, state)];
  // The progress line ends here: from now on the caller prints.
  announcePhase("");
  return { contracts, state, answering: [...own, state.answer], files };
}

/** Loaded only by mocks that keep a data file. */
async function openData(path: string): Promise<DataFile> {
  const { DataFile: file } = await import("./data-file.ts");
  return file.open(path);
}

/** Returns whether an address is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
