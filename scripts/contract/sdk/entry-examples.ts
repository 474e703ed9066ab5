// Examples for the additional entries, from the document's own operations and examples: for the README, and
// for the doc comments of the declarations.
import type { Json } from "../document/document.ts";
import { type Code, emit, joinCode, noCode } from "../generate/code.ts";
import { printKey, printLiteral, printString } from "../generate/literal.ts";
import type { Plan, PlannedOperation } from "../generate/plan.ts";
import type { ClientPlan } from "../generate/resources/client-plan.ts";
import { credentialFields, memberObject, text } from "../generate/resources/credential-schemes.ts";
import { credentialSettings } from "../generate/resources/credential-settings.ts";
import { isJsonType } from "../runtime/boundary/media-type.ts";
import { bodyType } from "../generate/resources/media-types.ts";
import type { PackageSettings } from "./package-settings.ts";
import { bodyExample, callOf, isSimple, parameterExample, stepsOf } from "./readme-example.ts";

/** Lines of code, without imports. */
export interface EntryExamples {
  readonly node: readonly Code[];
  readonly validate: readonly Code[];
  readonly testing: readonly Code[];
}

export function entryExamples(plan: Plan, client: ClientPlan, settings: PackageSettings): EntryExamples {
  return {
    node: [emit`const client = new ${settings.client}({ fetch: createNodeFetch() });`],
    validate: validateLines(plan),
    testing: testingLines(plan, client, settings.client),
  };
}

function validateLines(plan: Plan): Code[] {
  const { operations } = plan;
  const sends = operations.find((operation) => isJsonType(bodyType(operation) ?? ""));
  const operation = sends ?? operations.find(({ parameters }) => parameters.length > 0) ?? operations[0];
  if (operation === undefined) return [];
  const parts = printLiteral(partsOf(plan, operation), "", operation.id.length + 38);
  return [
    emit`const problems = validateRequest(${printString(operation.id)}, ${parts});`,
    emit`console.log(problems);`,
  ];
}

const locations = { path: "path", query: "query", headers: "header", cookies: "cookie" } as const;

/** Returns the required parts of an operation's request; optional parts are omitted. */
function partsOf({ document: { root } }: Plan, operation: PlannedOperation): Record<string, Json> {
  const byPlace = Object.entries(locations).flatMap(([part, wanted]): [string, Json][] => {
    const needed = operation.parameters.filter(({ place, required }) => place === wanted && required);
    const values = needed.map((one): [string, Json] => [one.name, parameterExample(root, one)]);
    return values.length === 0 ? [] : [[part, Object.fromEntries(values)]];
  });
  const mediaType = bodyType(operation);
  if (mediaType === undefined || !isJsonType(mediaType)) return Object.fromEntries(byPlace);
  return { ...Object.fromEntries(byPlace), body: bodyExample(root, operation, mediaType) };
}

function testingLines(plan: Plan, client: ClientPlan, className: Code): Code[] {
  const steps = stepsOf(client);
  const reads = steps.filter(({ method }) => method.operation.source.method === "GET");
  const simple = reads.find(({ method }) => isSimple(method.operation));
  const step = simple ?? reads[0] ?? steps[0];
  const options = [...placeholders(plan, step?.method.operation), emit`baseUrl: "https://api.example"`];
  const lines = [
    emit`const testFetch = createTestFetch();`,
    emit`const client = new ${className}({ ${joinCode([...options, emit`fetch: testFetch`], emit`, `)} });`,
  ];
  const status = step?.method.operation.responses.find((response) => /^2\d\d$/.test(response.status))?.status;
  if (step === undefined || status === undefined) return lines;
  const id = printString(step.method.operation.id);
  return [
    ...lines,
    noCode,
    // An operation with path parameters is about a resource that does not exist yet: its response is set up
    // explicitly.
    ...(step === simple ? [] : [emit`testFetch.respondOnce(${id}, ${Number(status)});`]),
    emit`await ${callOf(plan, step)};`,
    emit`console.log(testFetch.callsOf(${id}).length); // 1`,
  ];
}

/** Returns placeholder credentials, as far as an operation requires some. */
function placeholders(plan: Plan, operation: PlannedOperation | undefined): Code[] {
  const settings = credentialSettings(plan);
  const fields = credentialFields(plan);
  const first = "credentials" in settings ? fields.slice(0, firstSize(plan, operation)) : fields;
  return first.map(({ name }) => emit`${printKey(name)}: "test"`);
}

/**
 * Returns the number of options of the first scheme, if the operation requires that; otherwise all may be
 * needed.
 */
function firstSize(plan: Plan, operation: PlannedOperation | undefined): number | undefined {
  const schemes = memberObject(memberObject(plan.document.root, "components"), "securitySchemes");
  const used = plan.operations.flatMap(({ source }) => source.security.flatMap((one) => Object.keys(one)));
  const key = Object.keys(schemes).find((name) => used.includes(name));
  const [asked] = operation?.source.security.map((one) => Object.keys(one)[0]) ?? [];
  if (key === undefined || key !== asked) return undefined;
  const scheme = memberObject(schemes, key);
  return /^basic$/i.test(text(scheme["scheme"]) ?? "") ? 2 : 1;
}
