// The constants that the methods of the client hand to the runtime: no more of an operation than a call needs.
import type { Json, JsonObject } from "../../document/document.ts";
import { docComment } from "../comment.ts";
import { printLiteral } from "../literal.ts";
import { toIdentifier, UniqueNames } from "../names.ts";
import type { PlannedOperation, PlannedParameter } from "../plan.ts";
import { lowerFirst } from "./resource-plan.ts";
import { type LinkValue, type NextPlan, successes, type WaitPlan } from "./link-plans.ts";

/** Names that options of every call have. */
const callOptions = ["signal", "timeout", "maxAttempts", "headers"];

/** A header parameter and the option that sets it. */
export interface HeaderOption {
  readonly option: string;
  readonly parameter: PlannedParameter;
}

/** `If-Match` → `ifMatch`; with `Header` behind it where that is an option already. */
export function headerOptions({ parameters }: PlannedOperation): HeaderOption[] {
  const names = new UniqueNames();
  return parameters
    .filter(({ place }) => place === "header")
    .map((parameter) => {
      const option = lowerFirst(
        toIdentifier(parameter.name.replace(/^[A-Z]+(?![a-z])/, (word) => word.toLowerCase())),
      );
      return { option: names.take(callOptions.includes(option) ? `${option}Header` : option), parameter };
    });
}

/** `dates` is code: the name of a constant, or a literal. */
export function printOperation(name: string, operation: PlannedOperation, dates: string | undefined): string {
  const headers = headerOptions(operation).map(({ option, parameter }) => [option, parameter.name] as const);
  const styles = operation.parameters.flatMap((parameter) => {
    const style = styleOf(parameter);
    return style === undefined ? [] : [[parameter.name, style] as const];
  });
  const answers = successes(operation).map(
    ({ status, content }) => [status, content.map(({ mediaType }) => mediaType).join(", ")] as const,
  );
  const members: JsonObject = {
    method: operation.source.method,
    path: operation.source.path,
    query: objectOf(styles),
    headers: objectOf(headers),
    keyed: headers.some(([, name]) => name.toLowerCase() === "idempotency-key") || undefined,
    body: bodyType(operation),
    answers: Object.fromEntries(answers),
  };
  const lines = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${printLiteral(value, "  ", key.length + 3)},\n`],
  );
  const last = dates === undefined ? "" : `  dates: ${dates},\n`;
  return `${docComment([`spec: ${operation.source.pointer}`])}const ${name}: Operation = {\n${lines.join("")}${last}};\n`;
}

export function printNext(name: string, next: NextPlan): string {
  return `const ${name}: NextLink = { items: ${literal(next.items)}, query: ${printLiteral(values(next.query))} };\n`;
}

/** `target` is the name of the constant of the operation that tells the state. */
export function printWait(name: string, target: string, wait: WaitPlan): string {
  const path = wait.path.map(literal).join(", ");
  return `const ${name}: WaitLink = { operation: ${target}, path: [${path}], until: ${printLiteral(wait.until)} };\n`;
}

/** JSON when there is a choice. */
export function bodyType({ body }: PlannedOperation): string | undefined {
  const types = body?.content.map(({ mediaType }) => mediaType) ?? [];
  return types.find((type) => type === "application/json" || type.endsWith("+json")) ?? types[0];
}

/** Undefined for what the runtime does by itself: `form`, exploded. */
function styleOf({ place, style, explode, mediaType }: PlannedParameter): string | undefined {
  if (place !== "query") return undefined;
  if (mediaType !== undefined) return "json";
  return style === "form" && explode ? undefined : style;
}

function values(query: Readonly<Record<string, LinkValue>>): Json {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, toJson(value)]));
}

function toJson(value: LinkValue): Json {
  return typeof value === "object" ? [...value] : value;
}

function literal(value: LinkValue): string {
  return printLiteral(toJson(value));
}

function objectOf(entries: readonly (readonly [string, string])[]): JsonObject | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
