// A version of the contract that has clients, with the end of its support.

/** One version that is supported. */
export interface SupportedVersion {
  /** The displayed name: a tag, or the name of a file. */
  readonly name: string;
  /**
   * The location of its document, as for base or head on the command line: a file, a revision, or a revision
   * and a path.
   */
  readonly source: string;
  /** The last day of its support (`2027-03-01`, UTC); undefined if it does not end. */
  readonly until?: string | undefined;
}

/** True if support has ended: after the last day, not on it. */
export function hasEnded({ until }: Pick<SupportedVersion, "until">, today: Date): boolean {
  return until !== undefined && until < today.toISOString().slice(0, 10);
}
