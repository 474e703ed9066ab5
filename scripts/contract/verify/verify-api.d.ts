// What tests import: `import { verifyApp } from "sender-pools-contract/verify"`. It stands on nothing else, since it is read where the rest is not.

/**
 * Holds a server in this process to its document. Rejects with the report as its message when something was found.
 *
 * @param app  a Fastify application, a function or an object with `fetch` that takes a Request, or the address of a running server
 * @param document  a path, a URL (where they are allowed) or a git revision
 * @example
 * test("the server keeps to its document", () => verifyApp(app, "openapi.yaml"));
 */
export function verifyApp(app: App, document: string, options?: VerifyAppOptions): Promise<VerifyResult>;

/** What answers requests. */
export type App =
  | string
  | ((request: Request) => Response | Promise<Response>)
  | { fetch(request: Request): Response | Promise<Response> }
  | {
      inject(request: {
        method: never;
        url: string;
        headers: Record<string, string>;
        payload?: string;
      }): PromiseLike<{ statusCode: number; headers: object; rawPayload: Uint8Array }>;
    };

export interface VerifyAppOptions {
  /** Secrets by security scheme; for Basic `user:password`. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Of another account, which must see nothing of the first one's. */
  readonly otherCredentials?: Readonly<Record<string, string>>;
  /** Whether requests may change something. Default: true for servers in this process, else false. */
  readonly write?: boolean;
  /** Whether what was there before may be changed and removed, too. Default: false. */
  readonly changeExisting?: boolean;
  /** Only these operations, by their ids. Default: all. */
  readonly only?: readonly string[];
  /** Seconds after which no further case is begun. Default: no limit. */
  readonly budget?: number;
  /** Milliseconds that a response may take. Default: any. */
  readonly slow?: number;
  /** The order of operations; 0 is that of the document. Default: 0. */
  readonly seed?: number;
  /** Percent of what can be tried that has to be. Default: any. */
  readonly minCoverage?: number;
  /** Fingerprints of findings that are known, and no failure. */
  readonly accepted?: readonly string[];
  /** Where relative paths start. Default: the working directory. */
  readonly directory?: string;
}

/** What a run came to. */
export interface VerifyResult {
  /** Percent of the sides of constraints that can be tried. */
  readonly coverage: number;
  readonly requests: number;
  /** Those that were accepted among them. */
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
