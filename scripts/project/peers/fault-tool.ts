// A tool that looks for faults of a running server.

export interface FaultTool {
  /** With its version. */
  readonly name: string;
  /** What it finds wrong with the server at a URL, in words that are the same whenever the same is wrong. */
  readonly complaints: (url: string) => Promise<readonly string[]>;
}
