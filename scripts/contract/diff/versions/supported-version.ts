// A version of the contract that has clients, and how long it is promised to them.

/** One version that is supported. */
export interface SupportedVersion {
  /** What people call it: a tag, or the name of a file. */
  readonly name: string;
  /** Where its document is, as the command line names base or head: a file, a revision, or a revision and a path. */
  readonly source: string;
  /** The last day of its support (`2027-03-01`, UTC); undefined for one without an end. */
  readonly until?: string | undefined;
}

/** Whether support has ended: after the last day, and not on it. */
export function hasEnded({ until }: Pick<SupportedVersion, "until">, today: Date): boolean {
  return until !== undefined && until < today.toISOString().slice(0, 10);
}
