// Explains for each operation how a mock responds, why, and which facts are inferred.
import type { Explanation } from "../runtime/state/explain.ts";
import type { PlannedContent } from "../generate/plan.ts";
import { isJsonType } from "../runtime/boundary/media-type.ts";
import { declaresSuccess } from "../runtime/state/operation-parts.ts";
import { successKey } from "./responses/stated-responses.ts";
import type { MockedContract } from "./mock.ts";
import type { MockContract, MockOperation } from "./mock-contract.ts";
import { sentPath } from "./mock-router.ts";
import type { MockState } from "./mock-state.ts";
import { isXmlType } from "./xml-types.ts";

/** How a mock responds to one operation. */
export interface MockExplanation extends Explanation {
  /** Schemas of the operation for which no validator can be made. */
  readonly unchecked: readonly string[];
}

/**
 * Explains all operations of a document.
 *
 * @returns one explanation for each operation, in the order of the document
 */
export function explainMock({ contract, answers }: MockedContract, state: MockState): MockExplanation[] {
  return state.explain(contract).map((explanation): MockExplanation => {
    const operation = contract.operations[explanation.operationId];
    if (operation === undefined) return { ...explanation, unchecked: [] };
    const key = successKey(operation);
    const answer = key === undefined ? undefined : answers.answer(operation, { key });
    const unchecked = [...new Set(operation.parts.broken)];
    const guesses = [...explanation.guesses, ...moreGuesses(contract, operation, explanation.by)];
    if (explanation.by === "state") {
      const { does } = explanation;
      return answer?.source === "nothing"
        ? { ...explanation, does: `${does}, ${impossible}`, guesses, unchecked }
        : { ...explanation, guesses, unchecked };
    }
    const by = answer === undefined || answer.value === undefined ? "nothing" : answer.source;
    return { ...explanation, by, does: doing(by, answer?.source === "nothing"), guesses, unchecked };
  });
}

/** Returns what follows from the operation's path and media types. */
function moreGuesses(contract: MockContract, operation: MockOperation, by: Explanation["by"]): string[] {
  const { path, method, planned } = operation;
  const guesses: string[] = [];
  if (!declaresSuccess(operation))
    guesses.push("the document declares no success: it is a 201 for what is created, otherwise a 204");
  if (sentPath(path) !== path) {
    const same = Object.values(contract.operations).filter(
      (one) => one.method === method && sentPath(one.path) === sentPath(path),
    );
    const [first = operation] = [...same.filter((one) => one.path === sentPath(path)), ...same];
    guesses.push(`requests are sent to ${sentPath(path)}, where ${first.operationId} responds`);
  }
  const unread = (planned.body?.content ?? []).filter(isUnread).map(({ mediaType }) => mediaType);
  if (by === "state" && unread.length > 0)
    guesses.push(`bodies of ${unread.join(", ")} are not read: nothing in them is stored`);
  return guesses;
}

/** Whether bodies of a media type reach the state as text or bytes, without members. */
function isUnread({ mediaType, schema }: PlannedContent): boolean {
  if (isJsonType(mediaType)) return false;
  // Only a schema names what an XML document contains.
  if (isXmlType(mediaType)) return schema === undefined;
  return !/\*|x-www-form-urlencoded|^multipart\//.test(mediaType);
}

const impossible = "responds with a 500: no response that the document allows was found";

function doing(by: Explanation["by"], isImpossible: boolean): string {
  if (isImpossible) return impossible;
  if (by === "example") return "responds with the document's example";
  return by === "schema" ? "responds with a value made from its schema" : "responds without content";
}

/** Formats explanations as lines for a terminal, followed by the counts. */
export function explanationLines(explanations: readonly MockExplanation[]): string[] {
  const lines = explanations.flatMap(({ operationId, method, path, by, does, why, guesses, unchecked }) => [
    `${by.padEnd(7)}  ${operationId}  ${method} ${path}`,
    `         ${does}, since ${why}`,
    ...guesses.map((guess) => `         guess: ${guess}`),
    ...unchecked.map((reason) => `         not checked: ${reason}`),
  ]);
  const count = (by: string): number => explanations.filter((one) => one.by === by).length;
  const guessed = explanations.filter(({ guesses }) => guesses.length > 0).length;
  return [
    ...lines,
    `${explanations.length} operations: ${count("state")} by state, ${count("example")} by examples, ${count("schema")} by schemas, ` +
      `${count("nothing")} without content; something was guessed of ${guessed}`,
  ];
}
