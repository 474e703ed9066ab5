// What emitted code does if a value violates a schema: collect the error and continue, or leave if only the
// verdict is needed.
import { type Code, emit } from "../../code.ts";

/** How emitted code handles the errors of one schema. */
export interface Failures {
  /** The list that collects errors; undefined if only the verdict is needed. */
  readonly list: Code | undefined;
  /**
   * Returns the statement for a failure.
   *
   * @param noted  the runtime function that adds errors to a list
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

/** @param label  label of the block to leave */
export function leavingFailures(label: Code): Failures {
  return { list: undefined, note: () => emit`break ${label};` };
}
