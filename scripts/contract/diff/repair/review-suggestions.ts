// Prints a repair as a review of a pull request: each edit is a suggestion that its author accepts with one
// button.
// https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
import type { JsonObject } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { addAll } from "../../document/long-lists.ts";
import { markdownText } from "../format/markdown-text.ts";
import { printableJson } from "../../cli/printable.ts";
import type { EditedFile, WrittenRepair } from "./repair-sides.ts";
import { type Hunk, hunksOf } from "./text-patch.ts";

/** Number of lines around a change that a pull request shows and that can be commented on. */
const context = 3;

/**
 * Returns the body of the request, or an empty text if there is nothing to suggest. GitHub accepts
 * suggestions only on lines that the pull request shows; edits elsewhere are in the comment's patch.
 *
 * @param textAtBase returns the text of a file at base, from which the shown lines are computed
 */
export async function reviewSuggestions(
  { files, repaired }: Pick<WrittenRepair, "files" | "repaired">,
  textAtBase: (path: string) => Promise<string | undefined>,
): Promise<string> {
  const comments: JsonObject[] = [];
  for (const file of files) addAll(comments, suggestionsIn(file, await textAtBase(file.path)));
  if (comments.length === 0) return "";
  const does = repaired.map(({ edit }) => `- ${markdownText(edit.does)}`).slice(0, 40);
  const body = ["The smallest edits without a break:", "", ...does].join("\n");
  return printableJson(jsonText({ event: "COMMENT", body, comments }, 2));
}

function suggestionsIn({ path, before, after }: EditedFile, old: string | undefined): JsonObject[] {
  const shown = old === undefined ? undefined : changedLines(old, before);
  const lines = before.split("\n");
  return hunksOf(before, after)
    .map((hunk) => onLines(hunk, lines))
    .filter((hunk) => shown?.some((change) => isNear(hunk, change)) !== false)
    .map(({ start, old: gone, young }) => ({
      path,
      side: "RIGHT",
      ...(gone.length > 1 && { start_line: start, start_side: "RIGHT" }),
      line: start + gone.length - 1,
      body: `${fence(young)}suggestion\n${young.join("\n")}\n${fence(young)}`,
    }));
}

/** Extends an insertion to whole lines: a suggestion replaces lines, so it includes the line before it. */
function onLines(hunk: Hunk, lines: readonly string[]): Hunk {
  if (hunk.old.length > 0) return hunk;
  const before = lines[hunk.start - 2] ?? "";
  return { start: hunk.start - 1, old: [before], young: [before, ...hunk.young] };
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Returns the ranges of differing lines, numbered in the new text. */
function changedLines(before: string, after: string): Lines[] {
  let shift = 0;
  return hunksOf(before, after).map(({ start, old, young }) => {
    const first = start + shift;
    shift += young.length - old.length;
    return { first, last: first + young.length - 1 };
  });
}

/** True if all lines of a hunk are shown around a change of the pull request. */
function isNear({ start, old }: Hunk, { first, last }: Lines): boolean {
  return start >= first - context && start + old.length - 1 <= last + context;
}

/** Returns a fence longer than any run of backticks in the lines. */
function fence(lines: readonly string[]): string {
  const longest =
    lines
      .join("\n")
      .match(/`+/g)
      ?.reduce((most, run) => Math.max(most, run.length), 0) ?? 0;
  return "`".repeat(Math.max(3, longest + 1));
}
