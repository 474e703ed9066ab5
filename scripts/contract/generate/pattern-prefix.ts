// The common prefix of all matches of a pattern: the prefix of an id, which then need not be declared
// separately.

/**
 * Returns the literal text at the start of every match of an anchored pattern: `pool_` for `^pool_[0-7]…$`.
 * Undefined if there is none, or if an alternative may begin differently.
 */
export function literalPrefix(pattern: string): string | undefined {
  // A `|` outside of any group or class would be an alternative to the anchor itself; inside one it is
  // harmless, but distinguishing the two takes a parser, and patterns of ids have none.
  if (!pattern.startsWith("^") || pattern.includes("|")) return undefined;
  const literal = /^[A-Za-z0-9_:@/ -]+/.exec(pattern.slice(1))?.[0] ?? "";
  // A quantifier applies to the last character, which may then be absent.
  const quantified = /^[?*{+]/.test(pattern.slice(1 + literal.length));
  const prefix = quantified ? literal.slice(0, -1) : literal;
  return prefix === "" ? undefined : prefix;
}
