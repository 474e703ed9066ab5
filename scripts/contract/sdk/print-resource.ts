// Prints a resource of a client: each operation is encoded as a line of text, from which the runtime makes
// the call.
import type { JsonObject } from "../document/document.ts";
import {
  clientName,
  type ClientType,
  type ClientValue,
  printClientImports,
} from "../generate/client-runtime.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { docComment } from "../generate/comment.ts";
import { expression, type Literal, printLiteral, printString } from "../generate/literal.ts";
import type { PlannedOperation } from "../generate/plan.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";
import type { WaitPlan } from "../generate/resources/link-plans.ts";
import { isEventStream } from "../runtime/boundary/media-type.ts";
import { hooksOf, type OperationHook, printHook } from "../generate/resources/operation-hooks.ts";
import { integerBody } from "../generate/resources/response-dates.ts";
import { streamsOf } from "../generate/resources/stream-items.ts";
import { waitMethodName } from "../generate/resources/print-class.ts";
import {
  describeOperation,
  nextLiteral,
  stepOf,
  waitLiteral,
} from "../generate/resources/print-operation.ts";

/** The function that the methods call. */
const invoke = { module: "invoke.ts", name: "invoke" } as const satisfies ClientValue;
const operationOf = { module: "invoke.ts", name: "operationOf" } as const satisfies ClientValue;
const datePaths = { module: "operation.ts", type: "DatePaths" } as const satisfies ClientType;
const streaming: ClientValue = { module: "streaming.ts", name: "streaming" };
const reconnect: ClientValue = { module: "reconnect.ts", name: "reconnect" };
const waitWith = { module: "invoke.ts", name: "waitWith" } as const satisfies ClientValue;

/**
 * Returns the runtime functions that turn an operation's calls into streams; none if it has no streams. Only
 * GET requests can be resumed.
 */
export function streamingUses(operation: PlannedOperation): ClientValue[] {
  const streams = streamsOf(operation);
  if (streams.length === 0) return [];
  const resumes =
    operation.source.method === "GET" && streams.some(({ mediaType }) => isEventStream(mediaType));
  return resumes ? [streaming, reconnect] : [streaming];
}

/** Returns the module of a resource. */
export function printResource(
  header: Code,
  root: JsonObject,
  client: ClientPlan,
  resource: NamedResource,
): Code {
  const code = new ResourceCode(root, client);
  const methods = resource.methods.flatMap((method): Code[] => {
    const { name, operation } = method;
    const link = client.waitedFor(operation);
    const waitName = link && waitMethodName(resource, method);
    const call = emit`  ${name}(...values) { return ${clientName(invoke)}(${code.caller(operation)}, ${code.call(operation)}); }\n`;
    if (link === undefined || waitName === undefined) return [call];
    return [
      emit`${call}  ${waitName}(...values) { return ${clientName(waitWith)}(this.#caller, ${code.waitLink(link)}, values); }\n`,
    ];
  });
  return joinCode([
    emit`${header}\n`,
    code.imports(),
    emit`export { connect } from "../connect.ts";\n\n`,
    ...code.constants,
    docComment([resource.description]),
    emit`export class ${resource.className} {\n  #caller;\n  constructor(caller) { this.#caller = caller; }\n`,
    ...methods,
    emit`}\n`,
  ]);
}

class ResourceCode {
  readonly #root: JsonObject;
  readonly #client: ClientPlan;
  /** Text of a `WaitLink` → the name of its constant. */
  readonly #waits = new Map<Code, Code>();
  readonly #usedDates = new Set<Code>();
  /** Name of a runtime function → the function. */
  readonly #hooks = new Map<string, ClientValue>();

  constructor(root: JsonObject, client: ClientPlan) {
    this.#root = root;
    this.#client = client;
  }

  imports(): Code {
    const dates = joinCode(this.#usedDates, emit`, `);
    return joinCode([
      printClientImports(emit`../..`, [invoke, operationOf, waitWith]),
      dates === "" ? noCode : emit`import { ${dates} } from "../dates.ts";\n`,
      printClientImports(emit`../..`, [...this.#hooks.values()]),
    ]);
  }

  /** Returns the function through which an operation is called. */
  caller(operation: PlannedOperation): Code {
    const uses = streamingUses(operation);
    if (uses.length === 0) return emit`this.#caller`;
    for (const used of uses) this.#hooks.set(used.name, used);
    const field = operation.switch && printString(operation.switch.field);
    const args = uses.includes(reconnect)
      ? [field ?? emit`undefined`, clientName(reconnect)]
      : [field].flatMap((one) => one ?? []);
    return emit`${clientName(streaming)}(${joinCode([emit`this.#caller`, ...args], emit`, `)})`;
  }

  get constants(): Code[] {
    return [...this.#waits].map(([text, name]) => emit`const ${name} = ${text};\n`);
  }

  /** Returns the arguments of `invoke` after the first. */
  call(operation: PlannedOperation): Code {
    const next = this.#client.next(operation);
    const wait = this.#client.wait(operation);
    if (next?.step !== undefined) this.#hooks.set(next.step.name, stepOf(next.step.name));
    const details = this.#details(operation, {
      next: next && nextLiteral(next),
      wait: wait && expression(this.waitLink(wait)),
    });
    return emit`${printString(lineOf(this.#root, operation))}, values${details === undefined ? noCode : emit`, ${details}`}`;
  }

  /** Returns the name of the constant of a link. */
  waitLink(plan: WaitPlan): Code {
    const details = this.#details(plan.target, {});
    const target = emit`/* @__PURE__ */ ${clientName(operationOf)}(${printString(lineOf(this.#root, plan.target))}${details === undefined ? noCode : emit`, ${details}`})`;
    const text = printLiteral(waitLiteral(target, plan), "", -Infinity);
    const name = this.#waits.get(text) ?? emit`wait${this.#waits.size + 1}`;
    this.#waits.set(text, name);
    return name;
  }

  /** Returns what the line cannot express. */
  #details(
    operation: PlannedOperation,
    links: Readonly<Record<string, Literal | undefined>>,
  ): Code | undefined {
    const { server, query, headers, keyed, body, answers } = describeOperation(this.#root, operation);
    const hooks = hooksOf(this.#root, operation, this.#client.itemDates(operation));
    for (const name of this.#client.dateNames(operation)) this.#usedDates.add(name);
    for (const hook of hooks.flatMap((one) => [one, ...(one.uses ?? [])])) this.#hooks.set(hook.name, hook);
    for (const reader of this.#client.dateReaders(operation)) this.#hooks.set(reader.name, reader);
    const dates = this.#client.dates(operation)?.code;
    const details = {
      server,
      security: this.#client.security(operation),
      query,
      headers,
      keyed,
      body: body === json ? undefined : body,
      answers: plainStatus(answers) === undefined ? answers : undefined,
      dates: dates && expression(dates),
      ...Object.fromEntries(hooks.map((hook) => [hook.member, expression(printHook(hook))])),
      ...this.#bodyIntegers(operation, hooks),
      ...links,
    };
    const members = Object.entries(details).filter(([, value]) => value !== undefined);
    return members.length === 0 ? undefined : printLiteral(Object.fromEntries(members), "", -Infinity);
  }

  /** Returns the serialiser of a body with integers that are given as digits. */
  #bodyIntegers(operation: PlannedOperation, hooks: readonly OperationHook[]): { encode?: Literal } {
    const found = this.#client.bodyIntegers(operation);
    if (found === undefined) return {};
    const own = hooks.find(({ member }) => member === "encode");
    const more = own === undefined ? noCode : emit`, ${printHook(own)}`;
    return {
      encode: expression(emit`/* @__PURE__ */ ${clientName(integerBody)}(() => (${found.code})${more})`),
    };
  }
}

const json = "application/json";

/** Encodes an operation as a line, in the format that `client/invoke.ts` parses. */
function lineOf(root: JsonObject, operation: PlannedOperation): string {
  const { method, path, body, answers } = describeOperation(root, operation);
  const query = operation.parameters.some(({ place }) => place === "query");
  const flags = `${query ? "q" : ""}${body === undefined ? "" : "b"}`;
  const status = plainStatus(answers) ?? "200";
  return [method, flags, status === "200" ? "" : status, path].filter((part) => part !== "").join(" ");
}

/** Returns the status of the only response, if that is JSON, or an empty 204 (RFC 9110, section 15.3.5). */
function plainStatus(answers: Readonly<Record<string, string>>): string | undefined {
  const [first, ...others] = Object.entries(answers);
  if (first === undefined || others.length > 0) return undefined;
  const [status, content] = first;
  return content === (status === "204" ? "" : json) && /^\d+$/.test(status) ? status : undefined;
}

/** Prints the class that contains all resources. */
export function printAll(
  header: Code,
  { resources }: ClientPlan,
  fileOf: (resource: NamedResource) => string,
): Code {
  const imports = resources.map(
    (resource) => emit`import { ${resource.className} } from ${printString(`./${fileOf(resource)}.js`)};\n`,
  );
  const made = resources.map(
    ({ property, className }) => emit`    this[${printString(property)}] = new ${className}(caller);\n`,
  );
  return emit`${header}\n${imports}\n/** All resources over one connection. */\nexport class Resources {\n  constructor(caller) {\n${made}  }\n}\n`;
}

/** Prints the module of the constants for the locations of date-times in responses. */
export function printDates(header: Code, { dateConstants, integerConstants }: ClientPlan): Code {
  const both = [dateConstants, integerConstants];
  const readers = both.flatMap((one) => one.readers);
  const constants = both.flatMap(({ all }) => all);
  return joinCode([
    emit`${header}\n`,
    printClientImports(emit`..`, [datePaths, ...readers]),
    ...constants.map(
      ({ name, value }) => emit`\nexport const ${name}: ${clientName(datePaths)} = ${value};\n`,
    ),
  ]);
}
