// What emitted code does when a value breaks a schema: note it and go on, or leave, where only the verdict counts.
import { type Code, emit } from "../../code.ts";

export interface Failures {
  /** The list that errors are noted in; none where only the verdict counts. */
  readonly list: Code | undefined;
  /**
   * The statement for a failure.
   *
   * @param noted  the runtime's function that puts errors on a list
   * @param args  its arguments after the list
   */
  note(noted: NotedBy, args: Code): Code;
}

const functions = {
  fail: emit`fail`,
  failType: emit`failType`,
  joinErrors: emit`joinErrors`,
  addErrors: emit`addErrors`,
};

type NotedBy = keyof typeof functions;

export function notedFailures(list: Code): Failures {
  return { list, note: (noted, args) => emit`${list} = ${functions[noted]}(${list}, ${args});` };
}

/** @param label  of the block that is left */
export function leavingFailures(label: Code): Failures {
  return { list: undefined, note: () => emit`break ${label};` };
}
