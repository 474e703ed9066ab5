// Adds to a set of characters the other cases of its members, as ECMA-262 folds them under `iu` (section
// 22.2.2.7.3).

/** @param raw  a character, an escape or a class, in pattern syntax */
export function withOtherCases(raw: string): string {
  if (raw === "\\W") return "[^\\w\\u017f\\u212a]";
  const negated = raw.startsWith("[^");
  const inner = raw.startsWith("[") ? raw.slice(negated ? 2 : 1, -1) : raw;
  const positive = raw.startsWith("[") ? `[${inner}]` : raw;
  const member = new RegExp(`^${positive}$`, "u");
  const added: number[] = [];
  for (const cases of caseGroups()) {
    const some = cases.some((codePoint) => member.test(String.fromCodePoint(codePoint)));
    if (some)
      for (const one of cases.filter((codePoint) => !member.test(String.fromCodePoint(codePoint))))
        added.push(one);
  }
  if (added.length === 0) return raw;
  return `[${negated ? "^" : ""}${inner}${rangesOf(added.sort((a, b) => a - b))}]`;
}

let groups: readonly (readonly number[])[] | undefined;

/** Returns the groups of characters that differ only in case. */
function caseGroups(): readonly (readonly number[])[] {
  if (groups !== undefined) return groups;
  const byFold = new Map<string, number[]>();
  for (let codePoint = 0x41; codePoint < 0x1f000; codePoint += 1) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const text = String.fromCodePoint(codePoint);
    const fold = foldOf(text);
    if (fold === text && text.toUpperCase() === text) continue;
    const same = byFold.get(fold);
    if (same === undefined) byFold.set(fold, [codePoint]);
    else same.push(codePoint);
  }
  groups = [...byFold].flatMap(([fold, cases]) => {
    const folds = new RegExp(`^${fold}$`, "iu");
    const same = cases.filter((codePoint) => folds.test(String.fromCodePoint(codePoint)));
    return same.length > 1 ? [same] : [];
  });
  return groups;
}

/** Only single characters are folded: case folding under `u` maps single characters. */
function foldOf(text: string): string {
  const upper = text.toUpperCase();
  const lower = (isSingle(upper) ? upper : text).toLowerCase();
  return isSingle(lower) ? lower : text;
}

function isSingle(text: string): boolean {
  return text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

function rangesOf(codePoints: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const codePoint of codePoints) {
    const last = ranges.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges
    .map(([from, to]) => (from === to ? escapeOf(from) : `${escapeOf(from)}-${escapeOf(to)}`))
    .join("");
}

function escapeOf(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  if (/^[A-Za-z]$/.test(text)) return text;
  const digits = codePoint.toString(16);
  return codePoint > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`;
}
