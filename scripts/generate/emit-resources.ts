// `resources.ts`: the client's classes and their types, with the document's own words on them; behaviour is in the runtime.
import type { Located } from "../document/pointer.ts";
import { headerLine } from "./header.ts";
import { printKey } from "./literal.ts";
import { toIdentifier, UniqueNames } from "./names.ts";
import type { Plan, PlannedOperation } from "./plan.ts";
import { DatePaths } from "./resources/date-paths.ts";
import { nextPlanOf, successes, type WaitPlan, waitPlanOf } from "./resources/link-plans.ts";
import { ModelTypes } from "./resources/model-types.ts";
import { type Linked, printClass } from "./resources/print-class.ts";
import { type MethodNames, MethodPrinter } from "./resources/print-method.ts";
import { printNext, printOperation, printWait } from "./resources/print-operation.ts";
import { printProblems } from "./resources/print-problems.ts";
import { lowerFirst, resourcesOf, upperFirst } from "./resources/resource-plan.ts";
import { printSdk } from "./resources/sdk-settings.ts";

/** What the file imports, each only as a type, by the module of the runtime that has it. */
const imports: Readonly<Record<string, readonly string[]>> = {
  "api-promise": ["ApiPromise"],
  "call-options": ["CallOptions"],
  caller: ["Caller"],
  connect: ["ApiSettings"],
  models: ["Id", "Input", "Output"],
  operation: ["DatePaths", "NextLink", "Operation", "WaitLink"],
  page: ["Pages"],
  wait: ["Waitable", "WaitOptions"],
};

/** Names that the file declares in any case. */
const ownNames = ["components", "operations", "Schemas", "sdk", "Credentials", "Problems", "Resources"];

/** @param runtime  where the runtime's modules are, seen from the file */
export function emitResources(plan: Plan, runtime = "../client"): string {
  const names = new UniqueNames([...Object.values(imports).flat(), ...ownNames]);
  const resources = resourcesOf(plan);
  const operations = resources.flatMap(({ methods }) => methods.map(({ operation }) => operation));
  const models = modelTypes(plan, names);
  const printer = new MethodPrinter(models);
  const dates = new DatePaths(
    plan,
    memo((pointer: string) =>
      names.take(`${lowerFirst(toIdentifier(pointer.slice(pointer.lastIndexOf("/") + 1)))}Dates`),
    ),
  );
  const methodNames = memo((operation: PlannedOperation): MethodNames => ({
    constant: names.take(operation.identifier),
    query: names.take(`${upperFirst(operation.identifier)}Query`),
    options: names.take(`${upperFirst(operation.identifier)}Options`),
  }));
  const constants = operations.map((operation) =>
    printOperation(
      methodNames(operation).constant,
      operation,
      dates.of(successes(operation)[0]?.content[0]?.schema),
    ),
  );
  const next = memo((operation: PlannedOperation) => {
    const found = nextPlanOf(plan, operation);
    return found && { constant: names.take(`${methodNames(operation).constant}Next`), plan: found };
  });
  const waits = new WaitConstants(names, (operation) => methodNames(operation).constant);
  const wait = memo((operation: PlannedOperation) => {
    const found = waitPlanOf(plan, operation);
    return found && waits.take(found);
  });
  const classes = resources.map((resource) => {
    const className = names.take(upperFirst(toIdentifier(resource.tag)));
    const waitedFor = (target: PlannedOperation): Linked<WaitPlan> | undefined =>
      operations.map(wait).find((link) => link?.plan.target === target);
    return {
      className,
      resource,
      text: printClass(resource, className, { printer, names: methodNames, next, wait, waitedFor }),
    };
  });
  return [
    headerLine(plan.header),
    printImports(runtime),
    'type Schemas = components["schemas"];\n',
    ...printSdk(plan),
    ...models.print(),
    printProblems(plan, models),
    ...dates.constants,
    ...constants,
    ...operations.flatMap((operation) => {
      const link = next(operation);
      return link === undefined ? [] : [printNext(link.constant, link.plan)];
    }),
    ...waits.printed,
    ...operations.flatMap((operation) => printer.declarations(operation, methodNames(operation))),
    ...classes.map(({ text }) => text),
    printAll(classes.map(({ className, resource }) => [resource.property, className])),
  ].join("\n");
}

/** One constant for all operations with the same link. */
class WaitConstants {
  readonly #names: UniqueNames;
  readonly #constantOf: (operation: PlannedOperation) => string;
  readonly #byText = new Map<string, string>();
  readonly printed: string[] = [];

  constructor(names: UniqueNames, constantOf: (operation: PlannedOperation) => string) {
    this.#names = names;
    this.#constantOf = constantOf;
  }

  take(plan: WaitPlan): Linked<WaitPlan> {
    const target = this.#constantOf(plan.target);
    const text = printWait("", target, plan);
    const constant = this.#byText.get(text) ?? this.#names.take(`${target}Wait`);
    if (!this.#byText.has(text)) this.printed.push(printWait(constant, target, plan));
    this.#byText.set(text, constant);
    return { constant, plan };
  }
}

function modelTypes(plan: Plan, names: UniqueNames): ModelTypes {
  const answers = plan.operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content));
  const bodies = plan.operations.flatMap(({ body }) => body?.content ?? []);
  const parameters = plan.operations.flatMap((operation) => operation.parameters);
  const schemas = (owners: readonly { readonly schema: Located | undefined }[]): Located[] =>
    owners.flatMap(({ schema }) => schema ?? []);
  return new ModelTypes(plan, names, schemas(answers), schemas([...bodies, ...parameters]));
}

function printImports(runtime: string): string {
  const lines = Object.entries(imports).map(
    ([module, names]) => `import type { ${names.join(", ")} } from "${runtime}/${module}.ts";\n`,
  );
  return `${lines.join("")}import type { components, operations } from "./types.ts";\n`;
}

function printAll(resources: readonly (readonly [property: string, className: string])[]): string {
  const fields = resources.map(
    ([property, className]) => `  readonly ${printKey(property)}: ${className};\n`,
  );
  const made = resources.map(([property, className]) => `    this.${property} = new ${className}(caller);\n`);
  return `/** All resources over one connection. */
export class Resources {
${fields.join("")}
  constructor(caller: Caller) {
${made.join("")}  }
}
`;
}

function memo<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined || made.has(key)) return known as Value;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
