// Prints the declaration of a resource: a method for each operation, and one to resume waiting for the work
// that an operation reports on.
import { type Code, emit, joinCode, trustedCode } from "../code.ts";
import { docComment } from "../comment.ts";
import { upperFirst } from "../names.ts";
import type { PlannedOperation } from "../plan.ts";
import type { NextPlan, WaitPlan } from "./link-plans.ts";
import type { MethodNames, MethodPrinter } from "./print-method.ts";
import { isStream } from "./stream-items.ts";
import type { PlannedMethod, PlannedResource } from "./resource-plan.ts";

/** The context of the methods. */
export interface Surroundings {
  readonly printer: MethodPrinter;
  readonly names: (operation: PlannedOperation) => MethodNames;
  readonly next: (operation: PlannedOperation) => NextPlan | undefined;
  readonly wait: (operation: PlannedOperation) => WaitPlan | undefined;
  /** Returns the link of the operations that wait for the state this operation returns. */
  readonly waitedFor: (operation: PlannedOperation) => WaitPlan | undefined;
}

export function printClass(
  resource: PlannedResource & { readonly className: Code },
  around: Surroundings,
): Code {
  const methods = resource.methods.flatMap((method): Code[] => [
    printMethod(method, around),
    ...printWaitFor(resource, method, around),
  ]);
  const comment = docComment([resource.description]);
  return emit`${comment}export declare class ${resource.className} {
  #private;
  constructor(caller: Caller);
${methods}}
`;
}

function printMethod({ name, operation }: PlannedMethod, around: Surroundings): Code {
  const { printer } = around;
  const result = resultOf(operation, around);
  const comment = printer.comment(operation);
  const overloads = printer.overloads(operation, around.names(operation));
  return joinCode(overloads.map((parameters) => emit`${comment}  ${name}(${parameters}): ${result};\n`));
}

function resultOf(operation: PlannedOperation, { printer, next, wait }: Surroundings): Code {
  const data = printer.responses.dataType(operation);
  const headers = printer.responses.headerType(operation);
  const list = next(operation);
  if (list !== undefined)
    return emit`Pages<${data}, ${printer.responses.itemType(operation, list.items)}, ${headers}>`;
  if (isStream(operation)) return emit`ItemStream<${printer.responses.streamedType(operation)}, ${headers}>`;
  const started = wait(operation);
  if (started === undefined) return emit`ApiPromise<${data}, ${headers}>`;
  return emit`ApiPromise<Waitable<${data}, ${printer.responses.dataType(started.target)}>, ${headers}>`;
}

/**
 * Returns the name of the method that waits for the state an operation returns: `waitForOperation` for
 * `fetchOperation`.
 */
export function waitMethodName({ methods }: PlannedResource, { name }: PlannedMethod): Code | undefined {
  // The rest of an identifier can be a suffix of another identifier.
  const what = trustedCode(name.replace(/^(fetch|get|retrieve|read|show|describe)(?![a-z])/, ""));
  const waitName = emit`waitFor${upperFirst(what)}`;
  return methods.some((method) => method.name === waitName) ? undefined : waitName;
}

function printWaitFor(
  resource: PlannedResource,
  method: PlannedMethod,
  { printer, waitedFor }: Surroundings,
): Code[] {
  const { operation } = method;
  const link = waitedFor(operation);
  const waitName = waitMethodName(resource, method);
  if (link === undefined || waitName === undefined) return [];
  const path = printer.pathParameters(operation);
  const state = printer.responses.dataType(operation);
  const comment = docComment(
    [
      "Waits for work that was started earlier, by this client or another, and resolves with its last state.",
      `\`${operation.source.method} ${operation.source.path}\`, again and again.`,
    ],
    "  ",
  );
  const parameters = joinCode(
    [...path.map((one) => emit`${one.name}: ${one.type}`), emit`options?: WaitOptions<${state}>`],
    emit`, `,
  );
  return [emit`${comment}  ${waitName}(${parameters}): Promise<${state}>;\n`];
}
