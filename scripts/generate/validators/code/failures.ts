// What emitted code does when a value breaks a schema: note it and go on, or leave, where only the verdict counts.

export interface Failures {
  /** The list that errors are noted in; none where only the verdict counts. */
  readonly list: string | undefined;
  /**
   * The statement for a failure.
   *
   * @param noted  the runtime's function that puts errors on a list
   * @param args  its arguments after the list, as code
   */
  note(noted: NotedBy, args: string): string;
}

type NotedBy = "fail" | "failType" | "joinErrors" | "addErrors";

export function notedFailures(list: string): Failures {
  return { list, note: (noted, args) => `${list} = ${noted}(${list}, ${args});` };
}

/** @param label  of the block that is left */
export function leavingFailures(label: string): Failures {
  return { list: undefined, note: () => `break ${label};` };
}
