// The constants that the methods of the client hand to the runtime: no more of an operation than a call needs.
import type { JsonObject } from "../../document/document.ts";
import { docComment } from "../comment.ts";
import { expression, type Literal, printLiteral } from "../literal.ts";
import { toIdentifier, UniqueNames } from "../names.ts";
import type { PlannedOperation, PlannedParameter } from "../plan.ts";
import { lowerFirst } from "./resource-plan.ts";
import { type NextPlan, successes, type WaitPlan } from "./link-plans.ts";

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

/** What the runtime needs to know of an operation; what is undefined goes without saying. */
export interface OperationDescription extends JsonObject {
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
}

export function describeOperation(operation: PlannedOperation): OperationDescription {
  const headers = headerOptions(operation).map(({ option, parameter }) => [option, parameter.name] as const);
  const styles = operation.parameters.flatMap((parameter) => {
    const style = styleOf(parameter);
    return style === undefined ? [] : [[parameter.name, style] as const];
  });
  const answers = successes(operation).map(
    ({ status, content }) => [status, content.map(({ mediaType }) => mediaType).join(", ")] as const,
  );
  return {
    method: operation.source.method,
    path: operation.source.path,
    query: objectOf(styles),
    headers: objectOf(headers),
    keyed: headers.some(([, name]) => name.toLowerCase() === "idempotency-key") || undefined,
    body: bodyType(operation),
    answers: Object.fromEntries(answers),
  };
}

/** `dates` is code: the name of a constant, or a literal. */
export function printOperation(name: string, operation: PlannedOperation, dates: string | undefined): string {
  const lines = Object.entries(describeOperation(operation)).flatMap(([key, value]) =>
    value === undefined ? [] : [`  ${key}: ${printLiteral(value, "  ", key.length + 3)},\n`],
  );
  const last = dates === undefined ? "" : `  dates: ${dates},\n`;
  return `${docComment([`spec: ${operation.source.pointer}`])}const ${name}: Operation = {\n${lines.join("")}${last}};\n`;
}

export function printNext(name: string, next: NextPlan): string {
  return `const ${name}: NextLink = ${printLiteral(nextLiteral(next))};\n`;
}

/** `target` is the name of the constant of the operation that tells the state. */
export function printWait(name: string, target: string, wait: WaitPlan): string {
  return `const ${name}: WaitLink = ${printLiteral(waitLiteral(target, wait), "", -Infinity)};\n`;
}

/** A `NextLink` of the runtime. */
export function nextLiteral({ items, query }: NextPlan): Literal {
  return { items, query };
}

/** A `WaitLink` of the runtime; `target` is code for the operation that tells the state. */
export function waitLiteral(target: string, { path, until }: WaitPlan): Literal {
  return { operation: expression(target), path, until };
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

function objectOf(entries: readonly (readonly [string, string])[]): JsonObject | undefined {
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
