// `resources.ts`: the client's classes and their types, with the document's own words on them; behaviour is in the runtime.
import { headerLine } from "./header.ts";
import { printKey } from "./literal.ts";
import type { Plan, PlannedOperation } from "./plan.ts";
import { hooksOf } from "./resources/operation-hooks.ts";
import type { JsonObject } from "../document/document.ts";
import { type ClientPlan, clientPlanOf } from "./resources/client-plan.ts";
import { printClass, type SourceForm } from "./resources/print-class.ts";
import { printNext, printOperation, printWait } from "./resources/print-operation.ts";
import { printProblems } from "./resources/print-problems.ts";
import { credentialFields, credentialSettings } from "./resources/credential-schemes.ts";
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

/** Names that the file declares in any case, and those of the language that it uses. */
const ownNames = [
  "components",
  "operations",
  "Schemas",
  "sdk",
  "Credentials",
  "Problems",
  "AnyProblem",
  "Resources",
];
const languageNames = [
  "ArrayBuffer",
  "ArrayBufferView",
  "Blob",
  "Date",
  "NonNullable",
  "Promise",
  "ReadableStream",
  "Token",
  "Uint8Array",
];

/** Names that no type or class of a document may have in the file. */
export const reservedNames: readonly string[] = [
  ...Object.values(imports).flat(),
  ...ownNames,
  ...languageNames,
];

/** @param runtime  where the runtime's modules are, seen from the file */
export function emitResources(plan: Plan, runtime = "../client"): string {
  return printResources(plan, clientPlanOf(plan, reservedNames), { form: "code", runtime });
}

/** The file's text: with its code, or as a declaration file for code that is printed elsewhere. */
export function printResources(
  plan: Plan,
  client: ClientPlan,
  { form, runtime }: { readonly form: SourceForm; readonly runtime: string },
): string {
  const { models, printer, operations, resources, names } = client;
  return [
    headerLine(plan.header),
    printImports(runtime, rareImports(plan, operations, form)),
    'type Schemas = components["schemas"];\n',
    ...printSdk(plan, form),
    ...models.print(),
    printProblems(plan, models),
    ...(form === "code" ? printConstants(plan.document.root, client) : []),
    ...operations.flatMap((operation) => printer.declarations(operation, names(operation))),
    ...resources.map((resource) => printClass(resource, client, form)),
    printAll(client, form),
  ].join("\n");
}

/** What the methods hand to the runtime. */
function printConstants(root: JsonObject, client: ClientPlan): string[] {
  const { operations, names, dates, dateConstants, next, wait } = client;
  const waits = new Map(
    operations.flatMap((operation) => wait(operation) ?? []).map((link) => [link.constant, link]),
  );
  return [
    ...dateConstants.constants,
    ...operations.map((operation) =>
      printOperation(root, names(operation).constant, operation, dates(operation)),
    ),
    ...operations.flatMap((operation) => {
      const link = next(operation);
      return link === undefined ? [] : [printNext(link.constant, link.plan)];
    }),
    ...[...waits.values()].map(({ constant, plan }) =>
      printWait(constant, names(plan.target).constant, plan),
    ),
  ];
}

function printImports(runtime: string, used: ReadonlyMap<string, ReadonlySet<string>>): string {
  const lines = Object.entries(imports).map(
    ([module, names]) => `import type { ${names.join(", ")} } from "${runtime}/${module}.ts";\n`,
  );
  const values = [...used].map(
    ([module, names]) => `import { ${[...names].join(", ")} } from "${runtime}/${module}.ts";\n`,
  );
  return `${lines.join("")}${values.join("")}import type { components, operations } from "./types.ts";\n`;
}

/** Functions and types of the runtime that only some documents need, by module. */
function rareImports(
  plan: Plan,
  operations: readonly PlannedOperation[],
  form: SourceForm,
): Map<string, Set<string>> {
  const modules = form === "code" ? hookImports(plan, operations) : new Map<string, Set<string>>();
  const names = [
    ...(form === "code" && "authorize" in credentialSettings(plan) ? ["authorizations"] : []),
    ...(credentialFields(plan).some(({ renewable }) => renewable) ? ["type Token"] : []),
  ];
  if (names.length > 0) modules.set("authorize", new Set(names));
  return modules;
}

/** Functions of the runtime that some operations need, by module. */
function hookImports(
  { document: { root } }: Plan,
  operations: readonly PlannedOperation[],
): Map<string, Set<string>> {
  const modules = new Map<string, Set<string>>();
  for (const { module, name } of operations.flatMap((operation) => hooksOf(root, operation))) {
    modules.set(module, (modules.get(module) ?? new Set()).add(name));
  }
  return modules;
}

function printAll({ resources }: ClientPlan, form: SourceForm): string {
  const fields = resources.map(
    ({ property, className }) => `  readonly ${printKey(property)}: ${className};\n`,
  );
  const made = resources.map(
    ({ property, className }) => `    this.${property} = new ${className}(caller);\n`,
  );
  const head = `/** All resources over one connection. */\nexport ${form === "code" ? "" : "declare "}class Resources {\n${fields.join("")}\n`;
  if (form === "declarations") return `${head}  constructor(caller: Caller);\n}\n`;
  return `${head}  constructor(caller: Caller) {\n${made.join("")}  }\n}\n`;
}
