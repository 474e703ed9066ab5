// Checks with TypeScript whether programs written against base still compile against head (`--protect sdk`).
import type { JsonObject, OpenApiDocument } from "../../document/document.ts";
import { roundNumbers } from "../../document/round-numbers.ts";
import { emitTypes } from "../../generate/emit-types.ts";
import { planOf } from "../../generate/plan.ts";
import type { Finding } from "../comparison.ts";
import { fingerprint } from "../fingerprint.ts";
import { ruleOf } from "../rules/table.ts";
import { type CallCheck, callChecks, checkFile } from "./call-checks.ts";
import { compile } from "./compile.ts";

/** The rule of these findings. */
const rule = ruleOf("old-caller").id;

/**
 * Returns findings, each at the location in the contract that causes the compiler's error. No exchange proves
 * them: what breaks is a compilation. Operations whose operationId head lacks are reported by the rule on
 * operationIds.
 */
export function findBrokenCallers(base: OpenApiDocument, head: OpenApiDocument): Finding[] {
  const [before, after] = [planOf(rounded(base)), planOf(rounded(head))];
  const checks = callChecks(before, after);
  const { text, firstLine } = checkFile(checks);
  const [baseTypes, headTypes] = [emitTypes(before), emitTypes(after)];
  const messages = compile(
    new Map([
      ["base.ts", baseTypes],
      ["head.ts", headTypes],
      ["check.ts", text],
    ]),
    "check.ts",
  );
  const found = new Map<string, Finding>();
  for (const { line, sentences } of messages) {
    const check = checks[line - firstLine];
    if (check === undefined) throw new Error(`the check file does not compile: ${sentences.join(" ")}`);
    const finding = findingOf(check, sentences, base, head);
    if (!found.has(finding.fingerprint)) found.set(finding.fingerprint, finding);
  }
  return [...found.values()];
}

/** Rounds numbers: types have doubles only. */
function rounded(document: OpenApiDocument): OpenApiDocument {
  return { ...document, root: roundNumbers(document.root) as JsonObject };
}

function findingOf(
  { operationId, side, place, pointers }: CallCheck,
  sentences: readonly string[],
  base: OpenApiDocument,
  head: OpenApiDocument,
): Finding {
  return {
    verdict: "breaking",
    operation: operationId,
    side,
    place,
    rule,
    action: "changed",
    // The innermost message names the two incompatible types; the outer ones only lead to it.
    detail: sentences.at(-1) ?? "",
    fingerprint: fingerprint({ operation: operationId, side, place, rule }),
    base: { pointer: pointers.base, source: base.locate(pointers.base) },
    head: { pointer: pointers.head, source: head.locate(pointers.head) },
    witness: undefined,
    policy: "sdk",
    reason: `code written against base does not compile: ${sentences.join(" ")}`,
    oasdiff: undefined,
  };
}
