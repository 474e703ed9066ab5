// Prints the README's example: a complete program, from the document's own examples.
import type { Json, JsonObject } from "../document/document.ts";
import { child, deref, isArray, isObject, type Located } from "../document/pointer.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printKey, printLiteral, printString } from "../generate/literal.ts";
import type { Plan, PlannedOperation, PlannedParameter } from "../generate/plan.ts";
import type { ClientPlan, NamedResource } from "../generate/resources/client-plan.ts";
import { sentSchemes } from "../generate/resources/credential-schemes.ts";
import { pathNames } from "../generate/resources/link-plans.ts";
import { bodyType } from "../generate/resources/media-types.ts";
import type { PlannedMethod } from "../generate/resources/resource-plan.ts";
import { defaultUrl } from "../generate/resources/server-urls.ts";
import { exampleOf } from "./schema-example.ts";

/** A method that can be called in an example. */
export interface Step {
  readonly resource: NamedResource;
  readonly method: PlannedMethod;
}

export function stepsOf(client: ClientPlan): Step[] {
  return client.resources.flatMap((resource) => resource.methods.map((method) => ({ resource, method })));
}

/** Whether a call requires nothing but a body. */
export function isSimple(operation: PlannedOperation): boolean {
  const demanding = operation.parameters.some(({ place, required }) => required && place !== "path");
  return pathNames(operation).length === 0 && !demanding;
}

/**
 * Creates a resource and waits for it, if the API supports that; then lists, or else makes the simplest
 * possible call.
 */
export function readmeExample(plan: Plan, client: ClientPlan, name: string, className: Code): Code {
  const steps = stepsOf(client);
  const simple = steps.filter(({ method }) => isSimple(method.operation));
  const start = simple.find(({ method }) => client.wait(method.operation) !== undefined);
  const list = simple.find(({ method }) => client.next(method.operation) !== undefined);
  const read = simple.find(({ method }) => method.operation.source.method === "GET") ?? steps[0];
  const lines = [
    emit`import { ${className} } from ${printString(name)};`,
    noCode,
    ...clientLines(plan, className),
    ...(start === undefined ? [] : startLines(plan, start)),
    ...(list === undefined ? [] : listLines(plan, list)),
    ...(start === undefined && list === undefined && read !== undefined ? readLines(plan, read) : []),
  ];
  return emit`${joinCode(lines, emit`\n`)}\n`;
}

/** Returns the client options that have no environment variable: an object as code, or nothing. */
export function clientOptions(plan: Plan): Code {
  const [first] = sentSchemes(plan);
  const needed = (first?.fields ?? []).filter(({ env }) => env === undefined);
  const options = [
    ...(defaultUrl(plan) === undefined ? [emit`baseUrl: "https://…"`] : []),
    ...needed.map(({ name }) => emit`${printKey(name)}: "…"`),
  ];
  return options.length > 0 ? emit`{ ${joinCode(options, emit`, `)} }` : noCode;
}

export function clientLines(plan: Plan, className: Code): Code[] {
  const options = clientOptions(plan);
  const note = emit`// Credentials and address come from the environment, or are given here.`;
  return [
    ...(options === "" && sentSchemes(plan).length > 0 ? [note] : []),
    emit`const client = new ${className}(${options});`,
  ];
}

function startLines(plan: Plan, step: Step): Code[] {
  return [
    noCode,
    emit`const started = await ${callOf(plan, step)};`,
    emit`const result = await started.wait();`,
    emit`console.log(result);`,
  ];
}

function listLines(plan: Plan, step: Step): Code[] {
  return [
    noCode,
    emit`for await (const item of ${callOf(plan, step)}) {`,
    emit`  console.log(item);`,
    emit`}`,
  ];
}

function readLines(plan: Plan, step: Step): Code[] {
  return [noCode, emit`console.log(await ${callOf(plan, step)});`];
}

/** Returns the call, with examples for all required arguments. */
export function callOf({ document: { root } }: Plan, { resource, method }: Step): Code {
  const { operation } = method;
  const path = pathNames(operation).map((name) =>
    parameterExample(
      root,
      operation.parameters.find((one) => one.place === "path" && one.name === name),
    ),
  );
  const mediaType = bodyType(operation);
  const body =
    mediaType === undefined ? [] : [unswitched(operation, bodyExample(root, operation, mediaType))];
  const query = operation.parameters.filter(({ place, required }) => place === "query" && required);
  const needed = query.map((one): [string, Json] => [one.name, parameterExample(root, one)]);
  const values = [...path, ...body, ...(needed.length === 0 ? [] : [Object.fromEntries(needed)])];
  const args = joinCode(
    values.map((value) => printLiteral(value, "", 20)),
    emit`, `,
  );
  return emit`client.${resource.property}.${method.name}(${args})`;
}

/** Returns a body without the field that switches streaming on: the method sets it. */
function unswitched(operation: PlannedOperation, body: Json): Json {
  if (operation.switch === undefined || !isObject(body)) return body;
  const { field } = operation.switch;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
}

/** Returns an example value for a parameter, for documentation. */
export function parameterExample(root: JsonObject, parameter: PlannedParameter | undefined): Json {
  if (parameter === undefined) return "…";
  return givenExample(root, parameter.source.node) ?? exampleOf(root, parameter.schema?.node ?? true);
}

/** Returns an example body, for documentation. */
export function bodyExample(root: JsonObject, { source, body }: PlannedOperation, mediaType: string): Json {
  const content = source.requestBody?.node["content"];
  const media = isObject(content) ? content[mediaType] : undefined;
  const schema: Located | undefined = body?.content.find((one) => one.mediaType === mediaType)?.schema;
  return (isObject(media) ? givenExample(root, media) : undefined) ?? exampleOf(root, schema?.node ?? {});
}

/** Returns the first example that the author declared. */
function givenExample(root: JsonObject, owner: JsonObject): Json | undefined {
  if (owner["example"] !== undefined) return owner["example"];
  const { examples } = owner;
  if (isArray(examples)) return examples[0];
  const [first] = isObject(examples) ? Object.values(examples) : [];
  return first === undefined ? undefined : child(deref(root, first), "value");
}
