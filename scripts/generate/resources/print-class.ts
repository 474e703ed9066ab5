// One resource as a class: a thin method for each operation, and one to go on waiting for what an operation tells of.
import { docComment } from "../comment.ts";
import type { PlannedOperation } from "../plan.ts";
import type { NextPlan, WaitPlan } from "./link-plans.ts";
import type { MethodNames, MethodPrinter } from "./print-method.ts";
import { type PlannedMethod, type PlannedResource, upperFirst } from "./resource-plan.ts";

/** A link, and the constant that the runtime gets for it. */
export interface Linked<LinkPlan> {
  readonly constant: string;
  readonly plan: LinkPlan;
}

/** What the methods refer to. */
export interface Surroundings {
  readonly printer: MethodPrinter;
  readonly names: (operation: PlannedOperation) => MethodNames;
  readonly next: (operation: PlannedOperation) => Linked<NextPlan> | undefined;
  readonly wait: (operation: PlannedOperation) => Linked<WaitPlan> | undefined;
  /** The link of those that wait for what this operation tells. */
  readonly waitedFor: (operation: PlannedOperation) => Linked<WaitPlan> | undefined;
}

export function printClass(resource: PlannedResource, className: string, around: Surroundings): string {
  const taken = new Set(resource.methods.map(({ name }) => name));
  const methods = resource.methods.flatMap((method) => [
    printMethod(method, around),
    printWaitFor(method, taken, around) ?? [],
  ]);
  return `${docComment([resource.description])}export class ${className} {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

${methods.flat().join("\n")}}
`;
}

function printMethod({ name, operation }: PlannedMethod, around: Surroundings): string {
  const { printer } = around;
  const names = around.names(operation);
  const { parameters, args } = printer.signature(operation, names);
  const { result, call } = callOf(operation, names, around);
  return `${printer.comment(operation)}  ${name}(${parameters}): ${result} {
    return this.#caller.${call}, ${args}, options);
  }
`;
}

function callOf(
  operation: PlannedOperation,
  { constant }: MethodNames,
  { printer, next, wait }: Surroundings,
): { result: string; call: string } {
  const data = printer.dataType(operation);
  const headers = printer.headerType(operation);
  const list = next(operation);
  if (list !== undefined) {
    const item = printer.itemType(operation, list.plan.items);
    return { result: `Pages<${data}, ${item}, ${headers}>`, call: `list(${constant}, ${list.constant}` };
  }
  const started = wait(operation);
  if (started !== undefined) {
    const state = printer.dataType(started.plan.target);
    return {
      result: `ApiPromise<Waitable<${data}, ${state}>, ${headers}>`,
      call: `start(${constant}, ${started.constant}`,
    };
  }
  return { result: `ApiPromise<${data}, ${headers}>`, call: `call(${constant}` };
}

/** `fetchOperation` is joined by `waitForOperation`. */
function printWaitFor(
  { name, operation }: PlannedMethod,
  taken: ReadonlySet<string>,
  { printer, waitedFor }: Surroundings,
): string | undefined {
  const link = waitedFor(operation);
  const waitName = `waitFor${upperFirst(name.replace(/^(fetch|get|retrieve|read|show|describe)(?![a-z])/, ""))}`;
  if (link === undefined || taken.has(waitName)) return undefined;
  const path = printer.pathParameters(operation);
  const state = printer.dataType(operation);
  const comment = docComment(
    [
      "Waits for something started earlier, here or elsewhere, and gives its last state.",
      `\`${operation.source.method} ${operation.source.path}\`, again and again.`,
    ],
    "  ",
  );
  const parameters = [
    ...path.map((one) => `${one.name}: ${one.type}`),
    `options?: WaitOptions<${state}>`,
  ].join(", ");
  return `${comment}  ${waitName}(${parameters}): Promise<${state}> {
    return this.#caller.wait(${link.constant}, [${path.map((one) => one.name).join(", ")}], options);
  }
`;
}
