// Emits `formats.ts`: the checks of the document's own string formats that this package knows.
import type { Json } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { type Code, emit, joinCode } from "./code.ts";
import { headerLine } from "./header.ts";
import { expression, type Literal, printLiteral } from "./literal.ts";
import type { Plan } from "./plan.ts";
import { runtimeParts } from "./runtime-source.ts";

/** @param custom  the custom formats that validators use, sorted */
export async function emitFormats(plan: Plan, custom: readonly string[]): Promise<Code> {
  const liquid = custom.includes("liquid");
  const checks = custom.map((format): [string, Literal] => {
    if (format !== "liquid") return [format, expression(emit`() => true`)];
    const longest = longestOf(format, plan.document.root);
    const limit = Number.isFinite(longest) ? longest : emit`Number.POSITIVE_INFINITY`;
    return [format, expression(emit`createLiquidFormat({ longest: ${limit} })`)];
  });
  return joinCode([
    headerLine(plan.header),
    ...(liquid ? [emit`import { Liquid } from "liquidjs";\n`] : []),
    emit`import type { Formats } from "./validators.js";\n\n`,
    ...(liquid ? [await runtimeParts(["format-liquid.ts"]), emit`\n`] : []),
    emit`/** Formats for \`createValidators\`: those in \`given\`, then the known ones. Unknown formats are not checked. */
export function createFormats(given: Partial<Formats> = {}): Formats {
  const known: Formats = ${printLiteral(Object.fromEntries(checks), "  ", 24)};
  return { ...known, ...given };
}
`,
  ]);
}

/**
 * Returns the greatest length in UTF-16 units that a schema with this format allows; a code point has at most
 * two.
 */
function longestOf(format: string, node: Json): number {
  if (!isObject(node) && !isArray(node)) return 0;
  const parts: readonly (Json | undefined)[] = isArray(node) ? node : Object.values(node);
  const below = parts.reduce<number>(
    (longest, part) => Math.max(longest, longestOf(format, part ?? null)),
    0,
  );
  if (!isObject(node) || node["format"] !== format) return below;
  const { maxLength } = node;
  return Math.max(below, typeof maxLength === "number" ? 2 * maxLength : Number.POSITIVE_INFINITY);
}
