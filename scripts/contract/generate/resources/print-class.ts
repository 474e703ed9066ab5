// One resource as a class: a thin method for each operation, and one to go on waiting for what an operation tells of.
import { type Code, emit, joinCode, trustedCode } from "../code.ts";
import { docComment } from "../comment.ts";
import { upperFirst } from "../names.ts";
import type { PlannedOperation } from "../plan.ts";
import type { NextPlan, WaitPlan } from "./link-plans.ts";
import type { MethodNames, MethodPrinter } from "./print-method.ts";
import type { PlannedMethod, PlannedResource } from "./resource-plan.ts";

/** Whether methods have bodies, or only say what they take and give. */
export type SourceForm = "code" | "declarations";

/** A link, and the constant that the runtime gets for it. */
export interface Linked<LinkPlan> {
  readonly constant: Code;
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
  resource: PlannedResource & { readonly className: Code },
  around: Surroundings,
  form: SourceForm,
): Code {
  const methods = resource.methods.flatMap((method): Code[] => [
    printMethod(method, around, form),
    ...printWaitFor(resource, method, around, form),
  ]);
  const comment = docComment([resource.description]);
  if (form === "declarations") {
    return emit`${comment}export declare class ${resource.className} {
  #private;
  constructor(caller: Caller);
${methods}}
`;
  }
  return emit`${comment}export class ${resource.className} {
  readonly #caller: Caller;

  constructor(caller: Caller) {
    this.#caller = caller;
  }

${joinCode(methods, emit`\n`)}}
`;
}

function printMethod({ name, operation }: PlannedMethod, around: Surroundings, form: SourceForm): Code {
  const { printer } = around;
  const names = around.names(operation);
  const { result, call } = callOf(operation, names, around);
  const comment = printer.comment(operation);
  const overloads = printer.overloads(operation, names);
  const declared = overloads.map((parameters) => emit`${comment}  ${name}(${parameters}): ${result};\n`);
  if (form === "declarations") return joinCode(declared);
  const { parameters, args } = printer.implementation(operation, names);
  const body = emit`${name}(${parameters}): ${result} {\n    return this.#caller.${call}, ${args}, options);\n  }\n`;
  return overloads.length > 1 ? emit`${joinCode(declared)}  ${body}` : emit`${comment}  ${body}`;
}

function callOf(
  operation: PlannedOperation,
  { constant }: MethodNames,
  { printer, next, wait }: Surroundings,
): { result: Code; call: Code } {
  const data = printer.dataType(operation);
  const headers = printer.headerType(operation);
  const list = next(operation);
  if (list !== undefined) {
    const item = printer.itemType(operation, list.plan.items);
    return {
      result: emit`Pages<${data}, ${item}, ${headers}>`,
      call: emit`list(${constant}, ${list.constant}`,
    };
  }
  const started = wait(operation);
  if (started !== undefined) {
    const state = printer.dataType(started.plan.target);
    return {
      result: emit`ApiPromise<Waitable<${data}, ${state}>, ${headers}>`,
      call: emit`start(${constant}, ${started.constant}`,
    };
  }
  return { result: emit`ApiPromise<${data}, ${headers}>`, call: emit`call(${constant}` };
}

/** The name of the method that waits for what an operation tells: `fetchOperation` is joined by `waitForOperation`. */
export function waitMethodName({ methods }: PlannedResource, { name }: PlannedMethod): Code | undefined {
  // What is left of an identifier can stand behind another.
  const what = trustedCode(name.replace(/^(fetch|get|retrieve|read|show|describe)(?![a-z])/, ""));
  const waitName = emit`waitFor${upperFirst(what)}`;
  return methods.some((method) => method.name === waitName) ? undefined : waitName;
}

function printWaitFor(
  resource: PlannedResource,
  method: PlannedMethod,
  { printer, waitedFor }: Surroundings,
  form: SourceForm,
): Code[] {
  const { operation } = method;
  const link = waitedFor(operation);
  const waitName = waitMethodName(resource, method);
  if (link === undefined || waitName === undefined) return [];
  const path = printer.pathParameters(operation);
  const state = printer.dataType(operation);
  const comment = docComment(
    [
      "Waits for something started earlier, here or elsewhere, and gives its last state.",
      `\`${operation.source.method} ${operation.source.path}\`, again and again.`,
    ],
    "  ",
  );
  const parameters = joinCode(
    [...path.map((one) => emit`${one.name}: ${one.type}`), emit`options?: WaitOptions<${state}>`],
    emit`, `,
  );
  const values = joinCode(
    path.map((one) => one.name),
    emit`, `,
  );
  const body =
    form === "code"
      ? emit` {\n    return this.#caller.wait(${link.constant}, [${values}], options);\n  }`
      : emit`;`;
  return [emit`${comment}  ${waitName}(${parameters}): Promise<${state}>${body}\n`];
}
