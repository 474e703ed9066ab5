// Emitted Markdown, distinguished from other text by its type. A text of the document is inserted as prose,
// as a code span, or as code within a block; in none of them can it become HTML, a link, a line of its own,
// or a shell command.
import type { Code, Emitted } from "../generate/code.ts";
import { visibleText } from "../generate/visible-text.ts";
import type { Shell } from "./shell.ts";
import { greatest } from "../document/long-lists.ts";

/** Markdown that is safe to write. */
export type Markdown = Emitted<"markdown">;

/** What may be inserted into Markdown. */
export type MarkdownPart = Markdown | number | readonly Markdown[];

/**
 * Returns Markdown from a template in this program and parts that are Markdown.
 *
 * @example mark`Made from ${prose(title)}.`
 */
export function mark(texts: TemplateStringsArray, ...parts: readonly MarkdownPart[]): Markdown {
  const all = texts.map((text, index) => {
    const part = parts[index] ?? "";
    return text + (typeof part === "object" ? part.join("") : String(part));
  });
  return all.join("") as Markdown;
}

export function joinMarkdown(parts: readonly Markdown[], separator: string): Markdown {
  return parts.join(separator) as Markdown;
}

/** Marks text as Markdown that this program, or a user of this file, wrote earlier. */
export function trustedMarkdown(text: string): Markdown {
  return text as Markdown;
}

/**
 * Returns a text as one line of prose. Its code spans are kept; emphasis, links, images, HTML and blocks are
 * escaped.
 */
export function prose(text: string): Markdown {
  const line = visibleText(text.replace(/\s+/g, " ").trim());
  const printed = codeSpans(line).map(({ code, text: part }) =>
    code ? span(part.replace(/^ (.*) $/, "$1")) : escapeProse(part),
  );
  return escapeBlock(printed.join("")) as Markdown;
}

/** CommonMark, section 6.1: a code span is closed by as many backticks as open it; others are text. */
function codeSpans(line: string): { readonly code: boolean; readonly text: string }[] {
  const runs = [...line.matchAll(/`+/g)];
  const closes = nextOfLength(runs.map(([ticks]) => ticks.length));
  const parts: { code: boolean; text: string }[] = [];
  let from = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const [ticks = "", start = 0] = [runs[index]?.[0], runs[index]?.index];
    const close = closes[index];
    if (close === undefined) continue;
    const end = runs[close]?.index ?? start;
    parts.push({ code: false, text: line.slice(from, start) });
    parts.push({ code: true, text: line.slice(start + ticks.length, end) });
    from = end + ticks.length;
    index = close;
  }
  return [...parts, { code: false, text: line.slice(from) }];
}

/**
 * Returns for each run of backticks the next one of equal length: computed once, because a text may have a
 * million of them.
 */
function nextOfLength(lengths: readonly number[]): (number | undefined)[] {
  const nearest = new Map<number, number>();
  const next: (number | undefined)[] = [];
  for (let index = lengths.length - 1; index >= 0; index -= 1) {
    const length = lengths[index] ?? 0;
    next[index] = nearest.get(length);
    nearest.set(length, index);
  }
  return next;
}

/** Returns texts as one code span. */
export function span(...texts: readonly string[]): Markdown {
  const line = visibleText(texts.join("").replace(/\s+/g, " ").trim());
  if (line === "") return "` `" as Markdown;
  const ticks = "`".repeat(longestRun(line) + 1);
  const blank = /^`|`$/.test(line) ? " " : "";
  return `${ticks}${blank}${line}${blank}${ticks}` as Markdown;
}

export function codeBlock(language: "js", code: Code): Markdown {
  return block(language, code);
}

export function shellBlock(...lines: readonly Shell[]): Markdown {
  return block("sh", lines.join("\n"));
}

/** Returns a table (GitHub Flavored Markdown, section 4.10). */
export function table(head: readonly string[], rows: readonly (readonly Markdown[])[]): Markdown {
  const lines = [head.map(prose), head.map(() => mark`---`), ...rows];
  return lines.map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n") as Markdown;
}

/** A bar after an even number of backslashes would end the cell, even in a code span. */
function cell(text: Markdown): string {
  return text.replace(/(?<!\\)((?:\\\\)*)\|/g, "$1\\|");
}

function block(language: string, text: string): Markdown {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}` as Markdown;
}

/** Returns the length of the longest run of backticks. */
function longestRun(text: string): number {
  return greatest(
    (text.match(/`+/g) ?? []).map((run) => run.length),
    0,
  );
}

function escapeProse(text: string): string {
  return text.replace(/[\\`<>[\]]|&(?=[#\w])|(?<![\p{L}\p{N}])[_*~]|[_*~](?![\p{L}\p{N}])/gu, "\\$&");
}

/** Escapes what would begin a heading, a list, a rule or a table. */
function escapeBlock(line: string): string {
  return line.replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\").replace(/^[#+=|:-]/, "\\$&");
}
