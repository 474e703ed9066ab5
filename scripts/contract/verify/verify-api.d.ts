// Types of `sender-pools-contract/verify`: `import { verifyApp } from "sender-pools-contract/verify"`.
// Imports only files that are published with it.

/**
 * Verifies a server in this process against its document. Rejects with the report as its message if there are
 * findings.
 *
 * @param app  a Fastify application, a function or an object with `fetch` that takes a Request, or the URL of
 *   a running server
 * @param document  a path, a URL (if `allowUrls`) or a git revision
 * @example
 * test("the server conforms to its document", () => verifyApp(app, "openapi.yaml"));
 */
export function verifyApp(app: App, document: string, options?: VerifyAppOptions): Promise<VerifyResult>;

/** A server that responds to requests. */
export type App =
  | string
  | ((request: Request) => Response | Promise<Response>)
  | { fetch(request: Request): Response | Promise<Response> }
  | {
      inject(request: {
        method: never;
        url: string;
        headers: Record<string, string>;
        payload?: Uint8Array;
      }): PromiseLike<{ statusCode: number; headers: object; rawPayload: Uint8Array }>;
    };

/** Options of `verifyApp`. */
export interface VerifyAppOptions {
  /** Secrets by security scheme; for Basic `user:password`. Default: none. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Secrets of another account, which must not see anything of the first one. */
  readonly otherCredentials?: Readonly<Record<string, string>>;
  /** Whether requests may change data. Default: true for servers in this process, else false. */
  readonly write?: boolean;
  /** Whether resources that existed before may be changed and removed, too. Default: false. */
  readonly changeExisting?: boolean;
  /** Only these operations, by their ids. Default: all. */
  readonly only?: readonly string[];
  /** Seconds after which no further case is started. Default: no limit. */
  readonly budget?: number;
  /** Maximum duration of a response in milliseconds. Default: no limit. */
  readonly slow?: number;
  /** Order of operations; 0 is that of the document. Default: 0. */
  readonly seed?: number;
  /** Minimum coverage in percent of what can be tested. Default: none. */
  readonly minCoverage?: number;
  /** Fingerprints of accepted findings, which do not fail the check. */
  readonly accepted?: readonly string[];
  /** Directory against which relative paths are resolved. Default: the working directory. */
  readonly directory?: string;
}

/** The result of a run. */
export interface VerifyResult {
  /** Coverage in percent of the testable sides of constraints. */
  readonly coverage: number;
  readonly requests: number;
  /** Findings, including accepted ones. */
  readonly findings: readonly {
    readonly fingerprint: string;
    readonly check: string;
    readonly operation: string;
    readonly place: string;
    readonly expected: string;
    readonly got: string;
  }[];
  /** The report, as the command prints it. */
  readonly text: string;
}
