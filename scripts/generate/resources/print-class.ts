// One resource as a class: a thin method for each operation, and one to go on waiting for what an operation tells of.
import { docComment } from "../comment.ts";
import type { PlannedOperation } from "../plan.ts";
import type { NextPlan, WaitPlan } from "./link-plans.ts";
import type { MethodNames, MethodPrinter } from "./print-method.ts";
import { type PlannedMethod, type PlannedResource, upperFirst } from "./resource-plan.ts";

/** Whether methods have bodies, or only say what they take and give. */
export type SourceForm = "code" | "declarations";

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

export function printClass(
  resource: PlannedResource & { readonly className: string },
  around: Surroundings,
  form: SourceForm,
): string {
  const methods = resource.methods.flatMap((method) => [
    printMethod(method, around, form),
    printWaitFor(resource, method, around, form) ?? [],
  ]);
  const comment = docComment([resource.description]);
  if (form === "declarations") {
    return `${comment}export declare class ${resource.className} {
  #private;
  constructor(caller: Caller);
${methods.flat().join("")}}
`;
  }
  return `${comment}export class ${resource.className} {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

${methods.flat().join("\n")}}
`;
}

function printMethod({ name, operation }: PlannedMethod, around: Surroundings, form: SourceForm): string {
  const { printer } = around;
  const names = around.names(operation);
  const { parameters, args } = printer.signature(operation, names);
  const { result, call } = callOf(operation, names, around);
  const body = form === "code" ? ` {\n    return this.#caller.${call}, ${args}, options);\n  }` : ";";
  return `${printer.comment(operation)}  ${name}(${parameters}): ${result}${body}\n`;
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

/** The name of the method that waits for what an operation tells: `fetchOperation` is joined by `waitForOperation`. */
export function waitMethodName({ methods }: PlannedResource, { name }: PlannedMethod): string | undefined {
  const waitName = `waitFor${upperFirst(name.replace(/^(fetch|get|retrieve|read|show|describe)(?![a-z])/, ""))}`;
  return methods.some((method) => method.name === waitName) ? undefined : waitName;
}

function printWaitFor(
  resource: PlannedResource,
  method: PlannedMethod,
  { printer, waitedFor }: Surroundings,
  form: SourceForm,
): string | undefined {
  const { operation } = method;
  const link = waitedFor(operation);
  const waitName = waitMethodName(resource, method);
  if (link === undefined || waitName === undefined) return undefined;
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
  const values = path.map((one) => one.name).join(", ");
  const body =
    form === "code" ? ` {\n    return this.#caller.wait(${link.constant}, [${values}], options);\n  }` : ";";
  return `${comment}  ${waitName}(${parameters}): Promise<${state}>${body}\n`;
}
