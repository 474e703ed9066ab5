// Whether a property's name matches a pattern of `patternProperties`.

/** Undefined when the pattern is in a dialect that cannot be read here. ECMA-262 with `u` first, as JSON Schema has it. */
export function matchesName(pattern: string, name: string): boolean | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags).test(name);
    } catch {
      continue;
    }
  }
  return undefined;
}
