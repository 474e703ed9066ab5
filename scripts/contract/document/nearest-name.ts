// "Did you mean …?": finds the known name that is closest to a mistyped one.

/** Maximum length of a name: longer ones are not typed by hand, and comparing takes quadratic time. */
const longest = 200;

/** Maximum number of candidates that one name is compared with. */
const mostCandidates = 20_000;

/**
 * Returns the candidate with the fewest edits to `name`, if it is close enough to have been meant. Names
 * longer than 200 UTF-16 units have none; only the first 20,000 candidates are compared.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  let looked = 0;
  if (name.length > longest) return undefined;
  for (const candidate of candidates) {
    if (++looked > mostCandidates) break;
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance: insertions, deletions and replacements. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < left.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j++) {
      const replaced = row[j]! + (left[i] === right[j] ? 0 : 1);
      next.push(Math.min(replaced, row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}
