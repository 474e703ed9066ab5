// Computes the difference of two texts, as a patch for `git apply` and as lines that a review can suggest.

import { addAll } from "../../document/long-lists.ts";

/** Lines of the old text and their replacement; line numbers start at 1. */
export interface Hunk {
  /** The first old line; for an insertion, the line after it. */
  readonly start: number;
  readonly old: readonly string[];
  readonly young: readonly string[];
}

/** Returns the hunks in order. For texts that differ in few places, time is linear in their length. */
export function hunksOf(before: string, after: string): Hunk[] {
  const [old, young] = [before.split("\n"), after.split("\n")];
  const hunks: Hunk[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < young.length) {
    if (old[at] === young[to] && at < old.length) {
      at++;
      to++;
      continue;
    }
    const [gone, come] = nextCommon(old, young, at, to);
    const hunk = { start: at + 1, old: old.slice(at, at + gone), young: young.slice(to, to + come) };
    for (const part of gone * come <= mostCells ? apart(hunk) : [hunk]) hunks.push(part);
    at += gone;
    to += come;
  }
  return hunks;
}

/** Returns the text after the hunks, which are in order and do not overlap. */
export function withHunks(before: string, hunks: readonly Hunk[]): string {
  const lines = before.split("\n");
  const after: string[] = [];
  let at = 0;
  for (const { start, old, young } of hunks) {
    addAll(after, lines.slice(at, start - 1));
    addAll(after, young);
    at = start - 1 + old.length;
  }
  addAll(after, lines.slice(at));
  return after.join("\n");
}

/** Returns the number of lines of each text before they agree again, for three lines or to their end. */
function nextCommon(
  old: readonly string[],
  young: readonly string[],
  at: number,
  to: number,
): [number, number] {
  const most = old.length - at + young.length - to;
  for (let sum = 1; sum <= most; sum++) {
    for (let gone = Math.min(sum, old.length - at); gone >= Math.max(0, sum - (young.length - to)); gone--) {
      if (isAlike(old, young, at + gone, to + sum - gone)) return [gone, sum - gone];
    }
    if (sum > longestHunk) break;
  }
  return [old.length - at, young.length - to];
}

/** Maximum size of a hunk that is split, as lines of one text times lines of the other. */
const mostCells = 250_000;

/** Splits a hunk by removing lines common to both texts: those of the longest common subsequence. */
function apart({ start, old, young }: Hunk): Hunk[] {
  const longest = old
    .map(() => new Array<number>(young.length + 1).fill(0))
    .concat([new Array<number>(young.length + 1).fill(0)]);
  for (let one = old.length - 1; one >= 0; one--)
    for (let other = young.length - 1; other >= 0; other--)
      longest[one]![other] =
        old[one] === young[other]
          ? 1 + longest[one + 1]![other + 1]!
          : Math.max(longest[one + 1]![other]!, longest[one]![other + 1]!);
  const parts: Hunk[] = [];
  let [one, other] = [0, 0];
  while (one < old.length || other < young.length) {
    const [from, to] = [one, other];
    while (
      (one < old.length || other < young.length) &&
      !(one < old.length && other < young.length && old[one] === young[other])
    ) {
      const takesOld =
        other >= young.length || (one < old.length && longest[one + 1]![other]! >= longest[one]![other + 1]!);
      if (takesOld) one++;
      else other++;
    }
    if (one > from || other > to)
      parts.push({ start: start + from, old: old.slice(from, one), young: young.slice(to, other) });
    if (one < old.length || other < young.length) {
      one++;
      other++;
    }
  }
  return parts;
}

/** A longer difference is one hunk to the end. */
const longestHunk = 4000;

function isAlike(old: readonly string[], young: readonly string[], at: number, to: number): boolean {
  if (at === old.length && to === young.length) return true;
  for (let line = 0; line < 3; line++) {
    if (at + line === old.length && to + line === young.length) return true;
    if (at + line >= old.length || old[at + line] !== young[to + line]) return false;
  }
  return true;
}

/** Returns a unified diff with three lines of context, for `git apply` and `patch -p1`. */
export function patchText(path: string, before: string, after: string): string {
  const hunks = hunksOf(before, after);
  if (hunks.length === 0) return "";
  const old = before.split("\n");
  const lines = [`--- a/${path}`, `+++ b/${path}`];
  let shift = 0;
  for (const group of grouped(hunks)) {
    const [first, last] = [group[0]!, group.at(-1)!];
    const from = Math.max(1, first.start - context);
    const to = Math.min(lineCount(before), last.start + last.old.length - 1 + context);
    const body: string[] = [];
    let at = from;
    for (const { start, old: gone, young } of group) {
      for (; at < start; at++) body.push(` ${old[at - 1] ?? ""}`);
      addAll(
        body,
        gone.map((line) => `-${line}`),
      );
      addAll(
        body,
        young.map((line) => `+${line}`),
      );
      at += gone.length;
    }
    for (; at <= to; at++) body.push(` ${old[at - 1] ?? ""}`);
    const [minus, plus] = [count(body, "-"), count(body, "+")];
    const kept = count(body, " ");
    lines.push(`@@ -${from},${kept + minus} +${from + shift},${kept + plus} @@`);
    addAll(lines, body);
    shift += plus - minus;
  }
  return `${lines.join("\n")}\n`;
}

const context = 3;

function count(lines: readonly string[], sign: string): number {
  return lines.filter((line) => line.startsWith(sign)).length;
}

/** Counts lines; the text after the last line end is not a line. */
function lineCount(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Groups hunks whose contexts would touch. */
function grouped(hunks: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && hunk.start - (last.start + last.old.length) <= 2 * context)
      groups.at(-1)!.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}
