// Reads all that a mock is made of; nothing listens yet.
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

/** The documents with what answers for them, and their state. */
export interface PreparedMock {
  readonly contracts: readonly MockedContract[];
  readonly state: MockState;
  /** What answers in turn. */
  readonly answering: readonly Responding[];
  /** The files that all this was read from. */
  readonly files: ReadonlySet<string>;
}

/** The command tells of what has no effect, too. */
export type PrepareOptions = MockOptions & Pick<Reading, "notice">;

/** How documents are named: paths, URLs, git revisions; or documents that were read already. */
export type Documents = string | OpenApiDocument | readonly (string | OpenApiDocument)[];

/** Reads the documents; nothing listens yet. */
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
  // From here on, others print.
  announcePhase("");
  return { contracts, state, answering: [...own, state.answer], files };
}

/** The engine is loaded by those who keep something. */
async function openData(path: string): Promise<DataFile> {
  const { DataFile: file } = await import("./data-file.ts");
  return file.open(path);
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
