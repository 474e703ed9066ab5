// What every match of a pattern begins with: the prefix of an id, without anyone writing it down a second time.

/**
 * The literal text at the start of every match of an anchored pattern: `^pool_[0-7]…$` → `pool_`.
 * Undefined when there is none, or when an alternative could begin otherwise.
 */
export function literalPrefix(pattern: string): string | undefined {
  // A `|` outside of any group or class would be an alternative to the anchor itself; inside of one it does no harm, but
  // telling them apart takes a parser, and ids have none.
  if (!pattern.startsWith("^") || pattern.includes("|")) return undefined;
  const literal = /^[A-Za-z0-9_:@/ -]+/.exec(pattern.slice(1))?.[0] ?? "";
  // A quantifier belongs to the last character, which then may be missing.
  const quantified = /^[?*{+]/.test(pattern.slice(1 + literal.length));
  const prefix = quantified ? literal.slice(0, -1) : literal;
  return prefix === "" ? undefined : prefix;
}
